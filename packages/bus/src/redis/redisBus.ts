/**
 * The bus of several nodes, over Redis or a Redis Cluster. Whatever concerns this node's own
 * people is told them directly; Redis is for the others, and may be away at any time.
 */
import type { Bus, Unsubscribe } from '../bus.ts'
import type { Listeners } from '../listeners.ts'
import { whereabouts } from './addresses.ts'
import { createStation, type Station } from './station.ts'

export interface RedisBusOptions {
  /** redis:// or rediss://; several addresses of a cluster, with commas between. */
  url: string
  /** Told when Redis has gone, with what is known of it, and when it is back. */
  onState?: (isUp: boolean, problem: string | undefined) => void
  /** Told of each word of another node that this one does not understand. */
  onUnreadable?: () => void
  /** Told of what Redis refuses to do. */
  onError?: (error: unknown) => void
  /** How long a node counts as living that says nothing. */
  leaseMs?: number
  /** How often it says something. */
  everyMs?: number
  /** How long an answer of Redis may take. */
  timeoutMs?: number
  /** How long a budget may take that is counted over all nodes; then this node counts. */
  spendMs?: number
  /** How long an answer of another node may take. */
  patienceMs?: number
  /** How long the first connection may take. */
  openMs?: number
  /** How long stays what nobody writes any more. */
  keepMs?: number
}

const ignore = () => {}

/** @throws Error that says why Redis cannot be reached */
export async function redisBus(options: RedisBusOptions): Promise<Bus> {
  return busOf(await openStation(options))
}

/** @throws Error that says why Redis cannot be reached */
export async function openStation({ url, openMs = 5000, ...options }: RedisBusOptions) {
  const at = whereabouts(url)
  if (!at) throw new Error('expected an address like redis://host:6379')
  const station = createStation({
    at,
    leaseMs: 6000,
    everyMs: 2000,
    timeoutMs: 500,
    spendMs: 100,
    patienceMs: 1000,
    keepMs: 3_600_000,
    onState: ignore,
    onUnreadable: ignore,
    onError: ignore,
    ...options,
  })
  try {
    await station.line.opened(openMs)
    return station
  } catch (error) {
    station.die()
    throw error
  }
}

export function busOf(station: Station): Bus {
  const {
    node,
    names,
    audience,
    connections,
    line,
    attending,
    attendances,
    publishing,
    asking,
    spend,
  } = station
  const { channels } = names
  const { changes, signals, watchers, notices, upheavals, desertions } = audience
  return {
    node,
    publish(people, change) {
      for (const person of people) changes.tell(person, change)
      publishing.toPeople(people, { change })
    },
    subscribe: joiner(station, changes, channels.to),
    signal(people, signal) {
      for (const person of people) signals.tell(person, signal)
      publishing.toPeople(people, { signal })
    },
    hear: joiner(station, signals, channels.to),
    stir(person) {
      watchers.tell(person)
      publishing.stir(person)
    },
    watch: joiner(station, watchers, channels.of),
    attend: attending.attend,
    attendances: attendances.attendances,
    onUpheaval: listener => upheavals.add('', listener),
    onDeserted: listener => desertions.add('', listener),
    spend,
    tell(notice) {
      notices.tell('', notice)
      publishing.into(channels.all, { notice })
    },
    onNotice: listener => notices.add('', listener),
    ask: asking.ask,
    onQuestion: asking.onQuestion,
    async ready() {
      const answer = await line.attempt(() => connections.commands.ping())
      if (answer === undefined) throw new Error(`Redis: ${connections.problem() ?? 'no answer'}`)
    },
    close: () => close(station),
  }
}

/** Listens at once; what it waits for is that the other nodes' words arrive. */
function joiner<Said>({ channels }: Station, listeners: Listeners<Said>, channel: Name) {
  return async (person: string, listener: (said: Said) => void): Promise<Unsubscribe> => {
    const quiet = listeners.add(person, listener)
    const leave = await channels.join(channel(person))
    return () => {
      quiet()
      leave()
    }
  }
}

type Name = (person: string) => string

async function close({ line, audience, leave, die }: Station): Promise<void> {
  const wasConnected = line.isConnected()
  line.close()
  if (wasConnected) await leave().catch(ignore)
  for (const listeners of Object.values(audience)) listeners.clear()
  die()
}
