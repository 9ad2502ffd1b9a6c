import { contactsOf } from '../cluster/contacts.ts'
import { openCluster } from '../cluster/openCluster.ts'
import { type Watching, watchFrom } from '../cluster/watchFrom.ts'
import type { BareDevice } from '../devices/bare/bareDevice.ts'
import { bareParley } from '../devices/bare/bareParley.ts'
import { createLatencies, timed } from '../measure/latencies.ts'
import type { Figure, Scenario } from '../scenario.ts'
import type { Server } from '../server/server.ts'
import { personOf } from '../versus/conversation.ts'
import { eachOf } from '../versus/eachOf.ts'

/** As many as one subscription takes. */
const perWatcher = 200
const watchers = 5
const comings = 200
const connectsAtOnce = 50
const asked = 200

export const presence: Scenario = {
  name: 'presence',
  about: () =>
    `on two nodes: ${comings} people come and go under the eyes of a watcher at the other node; ${watchers * perWatcher} people lose their node`,
  async run() {
    await using cluster = await openCluster({ nodes: 2, withRedis: true })
    const [home, elsewhere] = cluster.nodes
    if (!home || !elsewhere) throw new Error('there are two nodes')
    const circles = await contactsOf(cluster.sql, watchers, perWatcher)
    const watching = await Promise.all(
      circles.map(({ watcher, contacts }) => watchFrom(elsewhere, watcher, contacts)),
    )
    const first = watching[0]
    if (!first) throw new Error('somebody watches')
    const seen = await comeAndGo(home, first)
    const many = await askForMany(elsewhere, first)
    const died = await loseNode(home, watching)
    for (const one of watching) one.close()
    return { figures: [...seen, ...many, ...died], notes: [] }
  },
}

const connectTo = async (node: Server, userId: string): Promise<BareDevice> =>
  bareParley({
    url: node.url,
    token: await node.token(personOf(userId)),
    onDelivered: () => {},
    onFailed: () => {}, // its node is killed in the end
  })

/** One after the other, so that each is seen by itself. */
async function comeAndGo(home: Server, { contacts, until }: Watching): Promise<Figure[]> {
  const online = createLatencies()
  const offline = createLatencies()
  for (const userId of contacts.slice(0, comings)) {
    const came = performance.now()
    const device = await connectTo(home, userId)
    await until(userId, 'online')
    online.record(performance.now() - came)
    const went = performance.now()
    await device.close()
    await until(userId, 'offline')
    offline.record(performance.now() - went)
  }
  return [
    { what: 'seen online after connecting, p50', value: online.percentile(50), unit: 'ms' },
    {
      what: 'seen online after connecting, p99',
      value: online.percentile(99),
      unit: 'ms',
      target: 1000,
    },
    { what: 'seen offline after closing, p50', value: offline.percentile(50), unit: 'ms' },
    {
      what: 'seen offline after closing, p99',
      value: offline.percentile(99),
      unit: 'ms',
      target: 1000,
    },
  ]
}

async function askForMany(node: Server, { watcher, contacts }: Watching): Promise<Figure[]> {
  const device = await connectTo(node, watcher)
  const latencies = await timed(asked, 20, () =>
    device.ask('presence.getMany', { userIds: contacts }),
  )
  await device.close()
  return [
    {
      what: `presence.getMany of ${contacts.length}, p50`,
      value: latencies.percentile(50),
      unit: 'ms',
      target: 5,
    },
    { what: 'the same, p99', value: latencies.percentile(99), unit: 'ms' },
  ]
}

async function loseNode(home: Server, watching: readonly Watching[]): Promise<Figure[]> {
  const everybody = watching.flatMap(({ contacts }) => contacts)
  const devices = await eachOf(everybody, connectsAtOnce, userId => connectTo(home, userId))
  await untilAll(watching, 'online')
  const killed = performance.now()
  process.kill(home.pid, 'SIGKILL')
  await untilAll(watching, 'offline')
  const seconds = (performance.now() - killed) / 1000
  return [
    {
      what: `${devices.length} people seen offline after kill -9 of their node, the last`,
      value: seconds,
      unit: 's',
      target: 10,
    },
  ]
}

function untilAll(watching: readonly Watching[], status: 'online' | 'offline'): Promise<unknown> {
  return Promise.all(
    watching.flatMap(({ contacts, until }) => contacts.map(userId => until(userId, status))),
  )
}
