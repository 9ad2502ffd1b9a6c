import type { Figure } from '../scenario.ts'
import { type Connected, connectAll, openAll } from '../versus/connect.ts'
import type { Contestant } from '../versus/contestant.ts'
import { pairsOf } from '../versus/conversation.ts'
import { objectionsToOthers } from '../versus/objections.ts'
import { profiled } from '../versus/profiled.ts'
import type { Versus } from '../versus/versusScenario.ts'

/** Whoever comes first pays for what is loaded and compiled once; they are not counted. */
const first = 2000

export const idle: Versus = {
  name: 'idle',
  about: ({ connections, rounds }) =>
    `${connections} people connect, each with a subscription or rooms, stay and go, ${rounds} times`,
  needs: ({ connections }) => ({ memoryMiB: 2048, files: connections + 500 }),
  async measure({ parley, peer }, { connections, rounds, profile }) {
    const both = [parley, peer]
    const crowds = []
    for (const one of both) crowds.push(await crowdOf(one, connections, both))
    for (const { come } of crowds) await come(Math.min(first, connections))
    for (let round = 0; round < rounds; round += 1) {
      for (const { visits, come } of crowds) visits.push(await come(connections))
    }
    const all = crowds.map(({ visits }) => visits)
    const notes = [memoryNote, ...all.map(division), ...all.map(leftovers)]
    if (profile) notes.push(...(await profileOf(parley, crowds[0]?.people ?? [])))
    return {
      figures: figuresOf(all),
      notes,
      objections: all.flatMap(objectionsOf),
    }
  },
}

/** People of a contestant, each with a conversation. */
async function crowdOf(one: Contestant, size: number, both: readonly Contestant[]) {
  const conversations = pairsOf(Math.ceil(size / 2))
  await one.kind.seed(one.sql, conversations)
  const people = conversations.flatMap(({ members }) => members)
  const others = both.map(({ pid }) => pid).filter(pid => pid !== one.pid)
  const visits: Connected[] = []
  return { people, visits, come: (many: number) => connectAll(one, people.slice(0, many), others) }
}

/** Where the time of connecting goes. */
async function profileOf(one: Contestant, people: readonly string[]): Promise<string[]> {
  await one.sign(people)
  return await profiled('idle', one, async () => {
    const { close } = await openAll(one, people)
    await close()
  })
}

const sumOf = (visits: readonly Connected[], of: (visit: Connected) => number) =>
  visits.reduce((sum, visit) => sum + of(visit), 0)

const connectsPerSecond = (visits: readonly Connected[]) =>
  sumOf(visits, one => one.connections) / sumOf(visits, one => one.seconds)

/** Milliseconds of a processor. */
function cpuPerConnect(visits: readonly Connected[], of: keyof Connected['cpuSeconds']): number {
  const seconds = sumOf(visits, one => one.cpuSeconds[of])
  return (seconds * 1000) / sumOf(visits, one => one.connections)
}

/** KiB of one connection: of the first visit, which finds no room that another one has left. */
function weightOf([visit]: readonly Connected[], of: 'usedBytes' | 'residentBytes'): number {
  return visit ? (visit.during[of] - visit.before[of]) / visit.connections / 1024 : 0
}

/** KiB that all visits together have left behind, by connections at a time. */
function leftOf(visits: readonly Connected[]): number {
  const [first, last] = [visits[0], visits.at(-1)]
  if (!first || !last) return 0
  return (last.after.usedBytes - first.before.usedBytes) / first.connections / 1024
}

function figuresOf([parley = [], peer = []]: Connected[][]): Figure[] {
  const both = (of: (visits: readonly Connected[]) => number) => ({
    value: of(parley),
    peer: of(peer),
  })
  return [
    { what: 'connects', unit: '/s', ...both(connectsPerSecond), ratio: { atLeast: 1.5 } },
    {
      what: 'server CPU per connect',
      unit: 'ms',
      ...both(visits => cpuPerConnect(visits, 'server')),
    },
    {
      what: 'memory per connection',
      unit: 'KiB',
      ...both(visits => weightOf(visits, 'usedBytes')),
      target: 13,
    },
    {
      what: 'growth of the process per connection',
      unit: 'KiB',
      ...both(visits => weightOf(visits, 'residentBytes')),
    },
    { what: 'memory that stays, per connection', unit: 'KiB', ...both(leftOf) },
  ]
}

const memoryNote =
  'Memory: heap and buffers after a forced collection, of the first visit; what stays, after the last.'

function division(visits: readonly Connected[]): string {
  const [server, postgres, load] = (['server', 'postgres', 'load'] as const).map(of =>
    cpuPerConnect(visits, of).toFixed(2),
  )
  return `CPU per connect to ${visits[0]?.name}: server ${server}, Postgres ${postgres}, load ${load} ms.`
}

/** Whether what stays grows with every visit, as a leak would. */
function leftovers(visits: readonly Connected[]): string {
  const each = visits.map((_, at) => leftOf(visits.slice(0, at + 1)).toFixed(2))
  return `What stays after each visit of ${visits[0]?.name}: ${each.join(', ')} KiB per connection.`
}

function objectionsOf(visits: readonly Connected[]): string[] {
  return visits.flatMap(({ name, othersShare }) =>
    objectionsToOthers(othersShare, `while people connected to ${name}`),
  )
}
