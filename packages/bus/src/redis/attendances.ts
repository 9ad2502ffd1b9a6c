// Reads where people are, on all nodes, and takes out those of a node that died.

import type { Attendance } from '../attendance.ts'
import { batch } from './batch.ts'
import { chunks } from './chunks.ts'
import type { Connections } from './connections.ts'
import { sumOf } from './counts.ts'
import type { Leases } from './leases.ts'
import type { Line } from './line.ts'
import type { Names } from './names.ts'

/** So many people in one go. */
const atOnce = 500

interface AttendancesOptions {
  commands: Connections['commands']
  line: Line
  leases: Leases
  names: Names
  /** What this node counts itself, which nobody has to be asked about. */
  hereOf: (person: string) => Attendance
}

export function createAttendances(options: AttendancesOptions) {
  const { commands, line, leases, names, hereOf } = options

  /** Nothing while this node's own lease is not there: then nothing of Redis can be counted on. */
  async function read(people: readonly string[]): Promise<Attendance[] | undefined> {
    const [own, seats] = [leases.seat(), leases.others()]
    if (seats.length === 0) return people.map(person => sumOf([], hereOf(person)))
    const [lease, ...counts] = await batch(commands, [
      ['zscore', names.leases, own],
      ...people.map((person): [string, ...string[]] => ['hmget', names.person(person), ...seats]),
    ])
    // Who lives, and where, may have changed while Redis was asked.
    if (leases.seat() !== own || `${leases.others()}` !== `${seats}`) return read(people)
    if (lease === null || !leases.isComplete()) return undefined
    return people.map((person, index) => sumOf(counts[index], hereOf(person)))
  }

  return {
    async attendances(people: readonly string[]): Promise<Attendance[] | undefined> {
      const all: Attendance[] = []
      for (const some of chunks(people, atOnce)) {
        if (!leases.isComplete()) return undefined
        const found = await line.attempt(() => read(some))
        if (!found) return undefined
        all.push(...found)
      }
      return line.isUp() ? all : undefined
    },

    /** @param onDeserted told of those who are nowhere now, as they are found */
    async clearUp(dead: string, onDeserted: (people: string[]) => void): Promise<void> {
      const left = await commands.smembers(names.people(dead))
      for (const some of chunks(left, atOnce)) {
        await batch(
          commands,
          some.map(person => ['hdel', names.person(person), dead]),
        )
        const now = await read(some)
        if (!now) throw new Error('who cannot count does not clear up')
        const deserted = some.filter((_, index) => now[index]?.connections === 0)
        if (deserted.length > 0) onDeserted(deserted)
      }
      await commands.del(names.people(dead))
    },
  }
}
