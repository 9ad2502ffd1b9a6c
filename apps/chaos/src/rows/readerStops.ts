import { fileURLToPath } from 'node:url'
import { limits } from '@parley/server/limits'
import { type Follower, stalledAsker, stalledFollower } from '../faults/stalled.ts'
import { percentile } from '../figures.ts'
import { judge } from '../oracle/judge.ts'
import { told } from '../oracle/told.ts'
import type { Row } from '../row.ts'
import { metric, watchNode } from '../stage/nodeWatch.ts'
import type { Person } from '../stage/person.ts'
import { type Stage, setStage } from '../stage/stage.ts'
import { talk } from '../stage/talk.ts'
import { until } from '../stage/until.ts'

const sizes = {
  short: { people: 12, count: 3, writers: 3, perSecond: 30, calm: 80, texts: 560, rounds: 1 },
  long: { people: 60, count: 12, writers: 8, perSecond: 60, calm: 700, texts: 700, rounds: 4 },
} as const

const pages = 20
/** A hundred of the longest texts, in JSON. */
const pageBytes = 100 * 12_500
/** An answer is written whole: whoever has reached the bound may get one more. */
const mostAsking = limits.queuedBytes + pageBytes
const mib = 2 ** 20
const roughly = (value: number) => Math.round(value * 100) / 100

export const readerStops: Row = {
  name: 'reader-stops',
  fault: 'readers stop reading while much is written for them; some go on asking',
  invariant: 'at most 1 MiB waits for each, their queue becomes heads, and they come back complete',
  defence: 'whoever asks and does not read is cut off',
  symptom: /waits for one socket/,
  async run({ seed, size, broken, say }) {
    const { people, count, writers, perSecond, calm, texts, rounds } = sizes[size]
    const program = broken
      ? fileURLToPath(new URL('../programs/withoutBacklogLimit.ts', import.meta.url))
      : undefined
    await using stage = await setStage({ seed, people, program })
    // A contractor opens the group: customers are not to write to customers they do not know.
    const [opener, ...contractors] = stage.people.filter((_, at) => at % 2 === 1)
    if (!opener) throw new Error('nobody opens the group')
    const customers = stage.people.filter((_, at) => at % 2 === 0)
    const readers = customers.splice(0, count)
    const authors = [opener, ...customers.splice(0, writers - 1)]
    const others = [...customers, ...contractors]
    const id = await openGroup(stage, opener, [...readers, ...authors])
    const play = { stage, readers, authors, id }
    say(`${count} readers stop, ${texts} texts are written for them, ${rounds} times`)
    const begun = performance.now()
    const talking = talk({ ...stage, people: others }, { perSecond })
    const names = new Set(others.map(({ userId }) => userId))
    // The same is written for readers that read, to compare with.
    await write(play, calm)
    const before = p99Of(stage, names, begun)
    const problems: string[] = []
    const most = { following: 0, asking: 0, grown: 0 }
    let [heads, during, cut] = [0, 0, 0]
    for (let at = 0; at < rounds; at += 1) {
      const watch = watchNode(stage.node)
      const stoppedAt = performance.now()
      const followed = await stopFollowing(play, texts)
      during = Math.max(during, p99Of(stage, names, stoppedAt))
      heads += followed.heads
      problems.push(...followed.problems)
      most.following = Math.max(most.following, watch.mostQueued() / (2 * count))
      watch.beginAnew()
      cut += await askWithoutReading(play, () => watch.mostQueued() / count > mostAsking)
      most.asking = Math.max(most.asking, watch.mostQueued() / count)
      most.grown = Math.max(most.grown, watch.grownBytes())
      await watch.stop()
    }
    talking.stop()
    if (most.following > limits.queuedBytes) problems.push(tooMuch('follows', most.following))
    if (most.asking > mostAsking) problems.push(tooMuch('asks', most.asking))
    const figures = {
      ...told(stage, performance.now() - begun),
      'readers stopped': 3 * count * rounds,
      'MiB waiting for each that follows': roughly(most.following / mib),
      'MiB waiting for each that asks': roughly(most.asking / mib),
      'cut off': cut,
      'node grew MiB': Math.round(most.grown / mib),
      'heads instead of rows': heads,
      'p99 of the others while readers read ms': before,
      'p99 of the others while readers stand still ms': during,
      'p99 ratio': roughly(during / before),
    }
    const judged = await judge(stage, broken ? 5000 : 60_000)
    return {
      problems: [...problems, ...judged.problems],
      figures: { ...figures, ...judged.figures },
    }
  },
}

const tooMuch = (kind: string, bytes: number) =>
  `${roughly(bytes / mib)} MiB waits for one socket that ${kind}`

interface Play {
  stage: Stage
  readers: Person[]
  authors: Person[]
  /** The conversation that is written in. */
  id: string
}

/** Milliseconds to the acknowledgement of what these people have entered since then. */
function p99Of({ ledger }: Stage, names: ReadonlySet<string>, since: number): number {
  const times = [...ledger.entries.values()].flatMap(({ sender, enteredAt, acknowledgedAt }) =>
    names.has(sender) && enteredAt >= since && acknowledgedAt !== undefined
      ? [acknowledgedAt - enteredAt]
      : [],
  )
  return percentile(times, 99)
}

async function openGroup({ conversations }: Stage, opener: Person, people: Person[]) {
  const participantIds = people.flatMap(one => (one === opener ? [] : [one.userId]))
  const id = await opener.client.open({ participantIds, title: 'All together' })
  for (const person of people) {
    await person.show(id)
    person.conversations.push(id)
  }
  conversations.push(id)
  return id
}

/** All that a reader has stops reading: their client, and another device of theirs. */
async function stopFollowing(
  play: Play,
  texts: number,
): Promise<{ heads: number; problems: string[] }> {
  const { stage, readers, id } = play
  const followers = await Promise.all(readers.map(one => stalledFollower(stage, one.userId)))
  for (const { cable } of readers) cable.freeze()
  await write(play, texts)
  const version = await versionOf(stage, id)
  for (const { cable } of readers) cable.thaw()
  let heads = 0
  const problems: string[] = []
  for (const follower of followers) {
    const { whole, isHead } = await goesOn(follower, id, version)
    if (isHead) heads += 1
    else problems.push(`nothing became a head: ${whole} changes came whole`)
    await follower.close()
  }
  return { heads, problems }
}

/** @returns what came whole before the head that stands for the rest, if one came */
async function goesOn(follower: Follower, id: string, version: number) {
  follower.goOn()
  const here = () => follower.changes.filter(({ conversationId }) => conversationId === id)
  await until('a reader is up to date', () => here().some(one => one.version >= version))
  const head = here().findIndex(change => 'head' in change)
  return { whole: head < 0 ? here().length : head, isHead: head >= 0 }
}

async function versionOf({ sql }: Stage, id: string): Promise<number> {
  const [row] = await sql<{ version: number }[]>`select version from conversations where id = ${id}`
  return row?.version ?? 0
}

const longest = 4000
let tags = 0

/** Texts of all sizes, most of them long and of letters that take three bytes; until all are stored. */
async function write({ stage, authors, id }: Play, texts: number): Promise<void> {
  const { random, ledger } = stage
  for (let count = 0; count < texts; count += 1) {
    tags += 1
    const letter = random.below(4) === 0 ? 'a' : '\u6c34'
    const length = random.below(4) === 0 ? random.below(longest - 20) : longest - 20
    random.pick(authors).send(id, `#w${tags}`, letter.repeat(length + 1))
  }
  const waiting = () => authors.some(author => author.view(id).outgoing.length > 0)
  await until('all is written', () => !waiting() && ledger.count() > 0, 120_000)
}

/** @returns how many were cut off */
async function askWithoutReading(
  { stage, readers, id }: Play,
  isTooMuch: () => boolean,
): Promise<number> {
  const cut = () => metric(stage.node, 'parley_connections_closed_total{cause="backlog"}')
  const before = await cut()
  const what = { conversationId: id, pages }
  const askers = await Promise.all(readers.map(one => stalledAsker(stage, one.userId, what)))
  for (const asker of askers) asker.ask()
  // A busy node takes its time, with its defence and without.
  const isOver = async () => isTooMuch() || (await cut()) >= before + askers.length
  await until('whoever only asks is cut off', isOver, 20_000).catch(() => {})
  for (const asker of askers) asker.close()
  return (await cut()) - before
}
