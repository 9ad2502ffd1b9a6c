// One node's part of the bus put together: its connections, and what goes over them.

import { randomUUID } from 'node:crypto'
import type { Whereabouts } from './addresses.ts'
import { createAsking } from './asking.ts'
import { createAttendances } from './attendances.ts'
import { createAttending } from './attending.ts'
import { createAudience } from './audience.ts'
import { createChannels } from './channels.ts'
import { openConnections } from './connections.ts'
import { createHearing } from './hearing.ts'
import { createLeases } from './leases.ts'
import { createLine } from './line.ts'
import { createNames } from './names.ts'
import { createPublishing } from './publishing.ts'
import { createSpend } from './sharedBudgets.ts'
import type { Said } from './words.ts'

export interface StationOptions {
  at: Whereabouts
  leaseMs: number
  everyMs: number
  timeoutMs: number
  spendMs: number
  patienceMs: number
  keepMs: number
  onState: (isUp: boolean, problem: string | undefined) => void
  onUnreadable: () => void
  onError: (error: unknown) => void
}

export type Station = ReturnType<typeof createStation>

export function createStation(options: StationOptions) {
  const { at, leaseMs, everyMs, timeoutMs, spendMs, patienceMs, keepMs, onError } = options
  const node = randomUUID()
  const names = createNames(at.login.db)
  const audience = createAudience()
  const onUpheaval = () => audience.upheavals.tell('')

  const connections = openConnections({
    at,
    timeoutMs,
    onReady: () => line.connected(),
    onLost: () => line.lost(),
  })
  const { commands, ears } = connections
  const channels = createChannels(ears)
  const line = createLine({
    connections,
    everyMs,
    async enter() {
      await channels.rejoin()
      await leases.renew()
      await attending.catchUp()
    },
    async beat() {
      await Promise.all([leases.renew(), ears.ping()])
      await attending.catchUp()
      await publishing.catchUp()
    },
    onState(isUp, problem) {
      options.onState(isUp, problem)
      onUpheaval()
    },
    onError,
  })
  const leases = createLeases({
    node,
    commands,
    names,
    leaseMs,
    everyMs,
    onNewSeat: () => attending.rewriteAll(),
    onBegun: seat => announce({ came: seat }),
    onDead: seat => attendances.clearUp(seat, people => audience.desertions.tell('', people)),
    onUpheaval,
  })
  const parts = { commands, line, leases, names }
  const attending = createAttending({
    ...parts,
    keepMs,
    onLate: person => publishing.stir(person),
    onError,
  })
  const attendances = createAttendances({ ...parts, hereOf: attending.hereOf })
  const reachable = () => (line.isConnected() ? leases.others() : [])
  const publishing = createPublishing({ node, commands, line, others: reachable, names })
  const spend = createSpend({ commands, line, names, spendMs })
  const asking = createAsking({ node, publishing, others: reachable, names, patienceMs })

  async function announce(what: { came: string } | { left: string }): Promise<void> {
    await commands.publish(names.channels.all, JSON.stringify({ from: node, ...what }))
  }

  function onWord({ from, notice, came, left, asks, answers }: Said): void {
    if (notice) audience.notices.tell('', notice)
    if (came) leases.came(came)
    if (left) leases.left(left)
    if (asks) asking.asked(from, asks).catch(onError)
    if (answers) asking.answered(from, answers)
  }

  const hear = createHearing({ node, names, audience, onWord, onUnreadable: options.onUnreadable })
  ears.on('message', hear)
  for (const channel of [names.channels.all, names.channels.node(node)]) void channels.join(channel)

  async function leave(): Promise<void> {
    const seat = leases.seat()
    await leases.end()
    await announce({ left: seat })
    await attending.end()
  }

  /** Is gone without a word, as when its process is killed. */
  function die(): void {
    line.close()
    connections.close()
  }

  return {
    die,
    node,
    names,
    audience,
    connections,
    channels,
    line,
    attending,
    attendances,
    publishing,
    asking,
    spend,
    leave,
  }
}
