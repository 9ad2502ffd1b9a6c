// Which nodes live. Each renews a lease in Redis and reads the others'; what counts is Redis's
// clock, since a node's own may be wrong.
//
// A node holds a seat, its id and a number. When it finds its lease gone (it stood still too
// long, or Redis was emptied) it takes the next seat and writes everything anew under it, so that
// whoever clears up the old one cannot touch the new.

import type { Connections } from './connections.ts'
import type { Names } from './names.ts'

export interface Leases {
  seat(): string
  /** Seats of the other nodes that live. */
  others(): string[]
  /** Whether a node that was there before Redis came back may still be on its way. */
  isComplete(): boolean
  /** Renews and reads. Rejects without an answer. */
  renew(): Promise<void>
  /** Another node came, or left. */
  came(seat: string): void
  left(seat: string): void
  /** Gives the lease back. */
  end(): Promise<void>
}

interface LeasesOptions {
  node: string
  commands: Connections['commands']
  names: Names
  leaseMs: number
  everyMs: number
  /** Writes everything under a new seat, before its lease begins. */
  onNewSeat: () => Promise<void>
  /** The lease of the new seat has begun. */
  onBegun: (seat: string) => Promise<void>
  /** This node is the one to clear up after a dead one. */
  onDead: (seat: string) => Promise<void>
  /** Others live than before, or it is not known any more, or again, who does. */
  onUpheaval: () => void
}

/**
 * KEYS: leases. ARGV: seat, lease in ms, 1 to begin it, pause in ms.
 *
 * When nobody who held a lease was heard for a while, it was Redis that stood still and not the
 * nodes: that time counts for none of them. `*` is when one was heard last. Only who held its lease
 * then knows; for a node that began since, who was silent is dead.
 */
const renewing = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local heard = tonumber(redis.call('ZSCORE', KEYS[1], '*') or now)
local isKnown = redis.call('ZSCORE', KEYS[1], ARGV[1])
if isKnown and isKnown - ARGV[2] <= heard and now - heard > tonumber(ARGV[4]) then
  for _, seat in ipairs(redis.call('ZRANGE', KEYS[1], 0, -1)) do
    redis.call('ZINCRBY', KEYS[1], now - heard, seat)
  end
end
local held = tonumber(redis.call('ZSCORE', KEYS[1], ARGV[1]) or 0) > now
if held then redis.call('ZADD', KEYS[1], now, '*') end
if held or ARGV[3] == '1' then
  redis.call('ZADD', KEYS[1], 'NX', now, '*')
  redis.call('ZADD', KEYS[1], now + ARGV[2], ARGV[1])
  redis.call('EXPIRE', KEYS[1], 3600)
end
local answer = { held and 1 or 0 }
for _, seat in ipairs(redis.call('ZRANGE', KEYS[1], 0, -1)) do
  if seat ~= '*' and seat ~= ARGV[1] then
    local left = redis.call('ZSCORE', KEYS[1], seat) - now
    table.insert(answer, left > 0 and 1 or 0)
    table.insert(answer, seat)
  end
end
return answer`

export function createLeases(options: LeasesOptions): Leases {
  const { node, commands, names, leaseMs, everyMs, onUpheaval } = options
  let number = 0
  /** Seats that were written under, and whose lease perhaps never began. */
  const abandoned = new Set<string>()
  let hasEnded = false
  let others = new Set<string>()
  /** Nodes that lived when Redis lost everything, until they are back or cannot live any more. */
  let missing = { nodes: new Set<string>(), until: 0 }
  let wasComplete = true
  const seat = () => `${node}.${number}`
  const isComplete = () => missing.nodes.size === 0 || performance.now() > missing.until

  async function poll(begin: boolean) {
    const pauseMs = (leaseMs + everyMs) / 2
    const numbers = [leaseMs, begin ? 1 : 0, pauseMs]
    return readLeases(await commands.eval(renewing, 1, names.leases, seat(), ...numbers))
  }

  async function begin() {
    // Whoever starts has lost nothing, even if it has heard of somebody already.
    if (number > 0) {
      const still = isComplete() ? [] : missing.nodes
      const nodes = new Set([...still, ...[...others].map(nodeOf)])
      missing = { nodes, until: performance.now() + leaseMs }
    }
    number += 1
    abandoned.add(seat())
    await options.onNewSeat()
    const leases = await poll(true)
    await options.onBegun(seat())
    return leases
  }

  function take(living: string[]): void {
    for (const seat of living) missing.nodes.delete(nodeOf(seat))
    const isSame = living.length === others.size && living.every(seat => others.has(seat))
    others = new Set(living)
    if (isSame && isComplete() === wasComplete) return
    wasComplete = isComplete()
    onUpheaval()
  }

  async function clearUp(dead: string): Promise<void> {
    if (!(await claim(commands, names.claim(dead), node, leaseMs))) return
    await options.onDead(dead)
    await commands.zrem(names.leases, dead)
  }

  return {
    seat,
    others: () => [...others],
    isComplete,
    async renew() {
      if (hasEnded) return
      const found = await poll(false)
      const { living, dead } = found.held ? found : await begin()
      take(living)
      for (const seat of dead) void clearUp(seat).catch(() => {}) // again, or by another node
      abandoned.delete(seat())
      for (const seat of abandoned) {
        const clearedUp = options.onDead(seat).then(() => abandoned.delete(seat))
        clearedUp.catch(() => {}) // again
      }
    },
    came: seat => take([...[...others].filter(other => nodeOf(other) !== nodeOf(seat)), seat]),
    left: seat => take([...others].filter(other => other !== seat)),
    async end() {
      hasEnded = true
      await commands.zrem(names.leases, seat())
    },
  }
}

export function nodeOf(seat: string): string {
  return seat.slice(0, seat.lastIndexOf('.'))
}

/** One node gets it; should it die over it, another one after a lease. */
async function claim(
  commands: Connections['commands'],
  key: string,
  node: string,
  leaseMs: number,
): Promise<boolean> {
  return (await commands.set(key, node, 'PX', leaseMs, 'NX')) === 'OK'
}

function readLeases(answer: unknown) {
  const [held, ...rest] = Array.isArray(answer) ? answer : []
  const living: string[] = []
  const dead: string[] = []
  for (let at = 0; at < rest.length; at += 2) (rest[at] === 1 ? living : dead).push(rest[at + 1])
  return { held: held === 1, living, dead }
}
