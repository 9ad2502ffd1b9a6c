// Says where people are: a hash for each person with a field for each node, and a set for each
// node with its people, so that somebody can clear up after it. Only absolute numbers are
// written, so a write that is repeated does no harm, and one that failed is made up for.
//
// All of it is written again every now and then: whatever nobody writes any more goes away.

import pLimit from 'p-limit'
import { type Attendance, limitedOf, nowhere } from '../attendance.ts'
import { batch } from './batch.ts'
import { chunks } from './chunks.ts'
import type { Connections } from './connections.ts'
import { createTurns } from './inTurn.ts'
import type { Leases } from './leases.ts'
import { isRefusal, type Line } from './line.ts'
import type { Names } from './names.ts'

/** So many people in one go. */
const atOnce = 500
/** So many writes under way: a crowd that comes back together is no reason to time out. */
const writesAtOnce = 200

/**
 * KEYS: person. ARGV: seat, connections, away, of which a limit counts, most, seconds to keep,
 * seats of the other nodes.
 */
const writing = `
if redis.call('TYPE', KEYS[1]).ok ~= 'hash' then redis.call('DEL', KEYS[1]) end
if ARGV[5] ~= '' then
  local all = tonumber(ARGV[4])
  for other = 7, #ARGV do
    local count = redis.call('HGET', KEYS[1], ARGV[other])
    if count then all = all + (string.match(count, '%d+$') or 0) end
  end
  if all > tonumber(ARGV[5]) then return 0 end
end
if ARGV[2] == '0' then
  redis.call('HDEL', KEYS[1], ARGV[1])
else
  redis.call('HSET', KEYS[1], ARGV[1], ARGV[2] .. ',' .. ARGV[3] .. ',' .. ARGV[4])
  redis.call('EXPIRE', KEYS[1], ARGV[6])
end
return 1`

interface AttendingOptions {
  commands: Connections['commands']
  line: Line
  leases: Leases
  names: Names
  keepMs: number
  /** Told of whom it is known only now, and not when it was said. */
  onLate: (person: string) => void
  /** Told of what Redis refuses to do. */
  onError: (error: unknown) => void
}

export function createAttending(options: AttendingOptions) {
  const { commands, line, leases, names, keepMs, onLate, onError } = options
  const keepSeconds = Math.ceil(keepMs / 1000)
  const { inTurn, waiting } = createTurns()
  const here = new Map<string, { attendance: Attendance; writtenAt: number }>()
  const unwritten = new Set<string>()

  /** Whoever was written last is last in the map. */
  function note(person: string, attendance: Attendance): void {
    here.delete(person)
    if (attendance.connections > 0) here.set(person, { attendance, writtenAt: performance.now() })
  }

  const hereOf = (person: string) => here.get(person)?.attendance ?? nowhere

  const inLine = pLimit(writesAtOnce)

  async function write(person: string, attendance: Attendance, most?: number) {
    const { connections, away } = attendance
    const seat = leases.seat()
    const people = names.people(seat)
    // In the set before and until after: whoever is not in it is never cleared up.
    const entered =
      connections > 0 ? [commands.sadd(people, person), commands.expire(people, keepSeconds)] : []
    const numbers = [connections, away, limitedOf(attendance), most ?? '', keepSeconds]
    const others = most === undefined ? [] : leases.others()
    const key = names.person(person)
    const [answer] = await Promise.all([
      commands.eval(writing, 1, key, seat, ...numbers, ...others),
      ...entered,
    ])
    const isLet = answer === 1
    if (isLet ? connections === 0 : !here.has(person)) await commands.srem(people, person)
    return isLet
  }

  /** Writes what is so now, after whatever is under way; what is refused is tried again later. */
  async function rewrite(people: string[]): Promise<void> {
    const late = new Set(unwritten)
    for (const person of people) unwritten.add(person)
    for (const some of chunks(people, atOnce)) {
      const refusals: unknown[] = []
      const written = some.map(person =>
        inTurn(person, async () => {
          const attendance = hereOf(person)
          await inLine(() => write(person, attendance))
          unwritten.delete(person)
          note(person, attendance)
          if (late.has(person)) onLate(person)
        }).catch(error => {
          if (!isRefusal(error)) throw error
          refusals.push(error)
        }),
      )
      await Promise.all(written)
      if (refusals.length > 0) onError(refusals[0])
    }
  }

  return {
    /** This node's own count. */
    hereOf,

    attend(person: string, next: Attendance, most?: number): Promise<boolean> {
      return inTurn(person, async () => {
        const isLet = await inLine(() => line.attempt(() => write(person, next, most)))
        if (isLet ?? limitedOf(next) <= (most ?? Number.POSITIVE_INFINITY)) {
          if (isLet) unwritten.delete(person)
          else unwritten.add(person)
          note(person, next)
          return true
        }
        return false
      })
    },

    /** Everybody, under a new seat. */
    async rewriteAll(): Promise<void> {
      unwritten.clear()
      await rewrite([...new Set([...here.keys(), ...waiting()])])
    },

    /** What could not be written, and what was written long ago. */
    async catchUp(): Promise<void> {
      const longAgo = performance.now() - keepMs / 3
      const old: string[] = []
      for (const [person, { writtenAt }] of here) {
        if (writtenAt > longAgo || old.length === atOnce) break
        old.push(person)
      }
      await rewrite([...new Set([...unwritten, ...old])])
    },

    /** Takes this node's people out. */
    async end(): Promise<void> {
      const seat = leases.seat()
      for (const some of chunks([...here.keys()], atOnce)) {
        await batch(
          commands,
          some.map(person => ['hdel', names.person(person), seat]),
        )
      }
      await commands.del(names.people(seat))
    },
  }
}
