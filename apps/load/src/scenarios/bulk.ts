import { type Audience, makeAudience } from '../bulk/audience.ts'
import { agreement, figuresOf, figuresOfLarge, remarks } from '../bulk/figures.ts'
import { gather, perOnline } from '../bulk/gather.ts'
import { broadcastInTurns } from '../bulk/inTurns.ts'
import { sendLarge } from '../bulk/large.ts'
import { parleyRoute } from '../bulk/parleyRoute.ts'
import { peerRoute } from '../bulk/peerRoute.ts'
import { readReportPages } from '../bulk/reportPages.ts'
import { postgresOf } from '../measure/postgres.ts'
import type { Options } from '../options.ts'
import { type Population, populate } from '../rows/populate.ts'
import type { Contestant } from '../versus/contestant.ts'
import { copyRows } from '../versus/copyRows.ts'
import { objectionsTo, objectionsToOthers } from '../versus/objections.ts'
import type { Contestants } from '../versus/openContestants.ts'
import { profiled } from '../versus/profiled.ts'
import type { Versus } from '../versus/versusScenario.ts'

const defaultRate = 200
const defaultSeconds = 10

/** As many as are answered with every result, and how often. */
const few = 50
const times = 40
const warmUp = 4
/** As many as one would wait for with the peer. */
const some = 1000

/** As of a marketplace in a middling town. */
const town: Population = {
  seed: 'bulk',
  customers: 20_000,
  contractors: 500,
  conversationsEach: 20,
  messagesEach: 10,
  busy: 0,
  long: 0,
}

export const bulk: Versus = {
  name: 'bulk',
  about: ({ recipients, pairs, rate = defaultRate }) =>
    `one text to ${few}, ${some} and ${recipients.toLocaleString('en')} customers who are new to the contractor, every ${perOnline}th of them online; ${pairs} pairs chat at ${rate} messages/s before and during the last`,
  needs: ({ recipients, pairs }) => ({
    memoryMiB: 1536,
    files: Math.ceil(recipients / perOnline) + 4 * pairs + 400,
  }),
  async measure(contestants, options) {
    await populate(contestants.parley.sql, town)
    await copyRows(contestants.parley.sql, contestants.peer.sql)
    return await measureBulk(contestants, { ...options, times, warmUp })
  },
}

interface Wanted
  extends Pick<Options, 'recipients' | 'pairs' | 'rate' | 'seconds' | 'rounds' | 'profile'> {
  /** How often a few are written to. */
  times: number
  warmUp: number
}

export async function measureBulk(contestants: Contestants, wanted: Wanted) {
  const { recipients, rounds, times, warmUp } = wanted
  const { parley, peer } = contestants
  const medium = Math.min(some, recipients)
  const customers = (warmUp + times) * few + rounds * medium + recipients
  const audience = await makeAudience(contestants, customers)
  const both = {
    routes: [parleyRoute(parley), peerRoute(peer)],
    postgres: await postgresOf(parley.sql),
    audience,
  }
  const fews = await broadcastInTurns({ ...both, recipients: few, times, warmUp })
  const somes = await broadcastInTurns({ ...both, recipients: medium, times: rounds, warmUp: 0 })
  const large = await sendTheLarge(contestants, audience, wanted)
  const mistakes = [...fews, ...somes, large].flatMap(one => one.mistakes)
  if (mistakes.length > 0) throw new Error(mistakes.join('\n'))
  const pages = await readReportPages(parley, large)
  const profile = wanted.profile ? await profileOne(parley, large.names, audience) : []
  return {
    figures: [
      ...figuresOf(few, fews, { target: 150 }),
      ...figuresOf(medium, somes),
      ...figuresOfLarge(large),
      ...pages.figures,
    ],
    notes: [agreement([...fews, ...somes, large]), ...remarks(large), ...pages.notes, ...profile],
    objections: [
      ...[...fews, ...somes].flatMap(({ name, othersShare }) =>
        objectionsToOthers(othersShare, `while ${name} was measured`),
      ),
      ...objectionsTo(large),
    ],
  }
}

async function sendTheLarge({ parley, peer }: Contestants, audience: Audience, wanted: Wanted) {
  const { recipients, pairs, rate = defaultRate, seconds = defaultSeconds } = wanted
  const [senderId = ''] = audience.senders
  return await sendLarge({
    route: parleyRoute(parley),
    postgres: await postgresOf(parley.sql),
    recipients: audience.take(recipients),
    senderId,
    others: [peer.pid],
    pairs,
    perSecond: rate,
    seconds,
  })
}

/** Once more to the same customers, from somebody else, since profiling slows it down. */
async function profileOne(parley: Contestant, names: readonly string[], { senders }: Audience) {
  const gathering = await gather(parleyRoute(parley), senders[1] ?? '', names)
  const notes = await profiled('bulk', parley, gathering.send)
  await gathering.close()
  return notes
}
