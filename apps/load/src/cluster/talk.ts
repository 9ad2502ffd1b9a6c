/** Pairs of people talk at a fixed rate, each of them connected to a node of their own choice. */
import { setTimeout as pause } from 'node:timers/promises'
import type { RedisServer } from '@parley/bus/testing/redisServer'
import type { BareDevice } from '../devices/bare/bareDevice.ts'
import { bareParley } from '../devices/bare/bareParley.ts'
import { cpuSecondsOf, familyOf } from '../measure/cpu.ts'
import { atPace } from '../measure/pace.ts'
import { postgresOf } from '../measure/postgres.ts'
import { createTally } from '../pairs/tally.ts'
import { type Conversation, pairsOf, personOf } from '../versus/conversation.ts'
import { eachOf } from '../versus/eachOf.ts'
import { parley } from '../versus/parley.ts'
import type { Cluster } from './openCluster.ts'

interface Talk {
  pairs: number
  perSecond: number
  seconds: number
  /** The two of a pair are at different nodes, where there are several; otherwise at the same. */
  apart: boolean
}

const warmUpSeconds = 3
const patienceMs = 10_000
const connectsAtOnce = 50
/** How long nobody says anything, to see what the nodes say to Redis all the same. */
const silenceMs = 5000

type Devices = readonly [BareDevice, BareDevice]

export async function talk(cluster: Cluster, { pairs, perSecond, seconds, apart }: Talk) {
  const conversations = pairsOf(pairs)
  await parley.seed(cluster.sql, conversations)
  const tally = createTally()
  const { listener } = tally
  const isOf = (text: string, side: number) => text.startsWith(`${side} `)
  const open = async ({ members }: Conversation, at: number): Promise<Devices> => {
    const openAs = async (side: 0 | 1) => {
      const node = cluster.nodes[(at + (apart ? side : 0)) % cluster.nodes.length]
      const userId = members[side]
      if (!node || userId === undefined) throw new Error('a pair has two people, each at a node')
      return bareParley({
        url: node.url,
        token: await node.token(personOf(userId)),
        onDelivered: text => (isOf(text, side) ? undefined : listener.seen(text)),
        onFailed: listener.failed,
      })
    }
    return [await openAs(0), await openAs(1)]
  }
  const devices = await eachOf([...conversations.entries()], connectsAtOnce, ([at, pair]) =>
    open(pair, at),
  )
  let count = 0
  const act = () => {
    const at = count % pairs
    const side = Math.floor(count / pairs) % 2 === 0 ? 0 : 1
    const text = `${side} ${count}: Could you come on Tuesday between nine and eleven?`
    count += 1
    tally.sent(text)
    devices[at]?.[side].send(conversations[at]?.id ?? '', text, {
      acknowledged: () => listener.acknowledged(text),
      refused: listener.failed,
    })
  }

  const perSilence = await spentDuring(cluster, () => pause(silenceMs))
  await atPace({ perSecond, seconds: warmUpSeconds, act })
  await tally.settled(patienceMs)
  tally.measure()
  const begun = count
  const spent = await spentDuring(cluster, async () => {
    const lateness = await atPace({ perSecond, seconds, act })
    await tally.settled(patienceMs)
    return lateness
  })
  await eachOf(devices.flat(), connectsAtOnce, device => device.close())
  const idleCommands = (perSilence.commands / silenceMs) * 1000 * spent.seconds
  return {
    messages: count - begun,
    acknowledgement: tally.acknowledgement,
    delivery: tally.delivery,
    failures: tally.failures,
    /** What was acknowledged or seen too late to be counted, or never. */
    missing: 2 * (count - begun) - tally.acknowledgement.count() - tally.delivery.count(),
    latenessMs: spent.result.percentile(99),
    cpuSeconds: spent.cpuSeconds,
    idleCommandsPerSecond: (perSilence.commands / silenceMs) * 1000,
    commands: spent.commands - idleCommands,
  }
}

/** What an act costs the nodes, Postgres and Redis. */
async function spentDuring<Result>({ nodes, sql, redis }: Cluster, act: () => Promise<Result>) {
  const postgres = await postgresOf(sql)
  const taken = async () => ({
    at: performance.now(),
    nodes: sum(nodes.map(({ pid }) => pid)),
    postgres: sum(familyOf(postgres)),
    ...(redis ? await toldBy(redis) : { redis: 0, commands: 0 }),
  })
  const before = await taken()
  const result = await act()
  const after = await taken()
  return {
    result,
    seconds: (after.at - before.at) / 1000,
    cpuSeconds: {
      nodes: after.nodes - before.nodes,
      postgres: after.postgres - before.postgres,
      redis: after.redis - before.redis,
    },
    commands: after.commands - before.commands,
  }
}

/** What Redis has used and done, as it says itself. */
async function toldBy(redis: RedisServer) {
  const info = String(await redis.ask('info'))
  const number = (name: string) => Number(new RegExp(`^${name}:(.*)$`, 'm').exec(info)?.[1])
  return {
    redis: number('used_cpu_user') + number('used_cpu_sys'),
    commands: number('total_commands_processed'),
  }
}

function sum(pids: number[]): number {
  return pids.reduce((seconds, pid) => seconds + cpuSecondsOf(pid), 0)
}
