import type { Options } from '../options.ts'
import type { Population } from '../rows/populate.ts'
import type { Figure } from '../scenario.ts'
import { division } from '../versus/division.ts'
import { objectionsToOthers } from '../versus/objections.ts'
import type { Contestants } from '../versus/openContestants.ts'
import { type Read, readInTurns } from '../versus/readInTurns.ts'
import { prepareReadings } from '../versus/readings.ts'
import type { Versus } from '../versus/versusScenario.ts'

const defaultSeconds = 10
const readers = 16

/** Contractors with 500 conversations each, and one conversation of 100,000 messages. */
const population: Population = {
  seed: 'reads',
  customers: 5000,
  contractors: 80,
  conversationsEach: 500,
  messagesEach: 10,
  busy: 0,
  long: 100_000,
}

export const readsVersus: Versus = {
  name: 'reads',
  about: ({ rounds, seconds = defaultSeconds }) =>
    `${readers} readers: pages of 50 out of 100,000 messages, and lists of 500 conversations (Parley's first 50, the peer's all), ${rounds} x ${seconds} s each`,
  needs: () => ({ memoryMiB: 1024, files: 1024 }),
  measure: (contestants, options) => measureReads(contestants, population, options),
}

export async function measureReads(
  contestants: Contestants,
  rows: Population,
  { rounds, seconds = defaultSeconds }: Pick<Options, 'rounds' | 'seconds'>,
) {
  const { history, list } = await prepareReadings(contestants, rows)
  const length = { readers, rounds, seconds }
  const pages = await readInTurns({ readings: history, ...length })
  const lists = await readInTurns({ readings: list, ...length })
  const objections = [...pages, ...lists].flatMap(({ name, othersShare }) =>
    objectionsToOthers(othersShare, `while ${name} was read`),
  )
  const figures = [...figuresOf('history', 1.5, pages), ...figuresOf('list', 4, lists)]
  const notes = [
    ...pages.map(read => `history: ${division(read)}`),
    ...lists.map(read => `list: ${division(read)}`),
  ]
  return { figures, notes, objections }
}

function figuresOf(what: string, atLeast: number, [parley, peer]: Read[]): Figure[] {
  if (!parley || !peer) return []
  const both = (of: (read: Read) => number) => ({ value: of(parley), peer: of(peer) })
  return [
    {
      what: `${what}: answers`,
      unit: '/s',
      ...both(({ answers, seconds }) => answers / seconds),
      ratio: { atLeast },
    },
    { what: `${what}: p50`, unit: 'ms', ...both(({ latency }) => latency.percentile(50)) },
    { what: `${what}: p99`, unit: 'ms', ...both(({ latency }) => latency.percentile(99)) },
    {
      what: `${what}: server CPU per 1,000 answers`,
      unit: 'ms',
      ...both(({ server, answers }) => (server * 1e6) / answers),
    },
    {
      what: `${what}: Postgres CPU per 1,000 answers`,
      unit: 'ms',
      ...both(({ postgres, answers }) => (postgres * 1e6) / answers),
    },
  ]
}
