import { setTimeout as pause } from 'node:timers/promises'
import type { Parts } from '@parley/client/client'
import { percentile } from '../figures.ts'
import { positionsAgainstStored, readStandings, type Standing } from '../oracle/positions.ts'
import type { Row } from '../row.ts'
import { addDevice, type Device } from '../stage/device.ts'
import { type Stage, setStage } from '../stage/stage.ts'
import { until } from '../stage/until.ts'

const sizes = {
  short: { pairs: 2, devices: 2, rounds: 3, steps: 50, looks: 12, settleMs: 60_000 },
  long: { pairs: 6, devices: 3, rounds: 12, steps: 400, looks: 300, settleMs: 45_000 },
} as const

/** More than a list counts up to. */
const flood = 105

export const receipts: Row = {
  name: 'receipts',
  fault:
    'several devices on both sides read and receive in any order, away, back, and with answers lost',
  invariant:
    'every device shows the positions and times of the database, and its own unread counts; read is only what was marked, delivered what any device received',
  defence: 'positions are reported again after a reconnect',
  symptom: /^(different position|not read|not delivered)/,
  async run({ seed, size, broken, say }) {
    const { pairs, devices: each, rounds, steps, looks, settleMs } = sizes[size]
    await using stage = await setStage({ seed, people: 0 })
    await using play = await gather(stage, { pairs, each, parts: broken ? reportedOnce : {} })
    const { devices, conversations } = play
    say(`${devices.length} devices of ${2 * pairs} people, ${conversations.length} conversations`)
    const problems: string[] = []
    let quiet = 0
    for (let round = 0; round < rounds && problems.length === 0; round += 1) {
      if (round === 0) pour(play)
      for (let step = 0; step < steps; step += 1) {
        act(play, stage)
        await pause(stage.random.below(30))
      }
      readAway(play, stage)
      await pause(200)
      for (const device of devices) if (device.isAway()) device.comeBack()
      problems.push(...(await settled(play, stage, broken ? 6000 : settleMs)))
      quiet += 1
    }
    const lags = problems.length === 0 ? await liveLags(play, stage, looks) : []
    return {
      problems,
      figures: {
        devices: devices.length,
        conversations: conversations.length,
        acts: play.counts.acts,
        'times away or without answers': play.counts.away,
        'positions and counts compared': quiet * devices.length * 2,
        differences: problems.length,
        'p50 read until shown on all devices ms': percentile(lags, 50),
        'p99 read until shown on all devices ms': percentile(lags, 99),
      },
    }
  },
}

interface Play extends AsyncDisposable {
  devices: Device[]
  conversations: { id: string; between: string[] }[]
  /** How far each person has read in each conversation, on whichever device. */
  marks: Map<string, number>
  counts: { acts: number; away: number; texts: number }
}

interface Cast {
  pairs: number
  /** Devices of each person. */
  each: number
  parts: Parts
}

/** Each customer talks with two contractors. */
async function gather(stage: Stage, { pairs, each, parts }: Cast): Promise<Play> {
  const devices: Device[] = []
  for (let at = 0; at < 2 * pairs; at += 1) {
    const userId = `${at < pairs ? 'customer' : 'contractor'}-${at}`
    for (let count = 1; count <= each; count += 1)
      devices.push(await addDevice(stage, userId, { name: `${userId} (${count})`, parts }))
  }
  const conversations: Play['conversations'] = []
  for (let at = 0; at < pairs; at += 1) {
    for (const other of new Set([pairs + at, pairs + ((at + 1) % pairs)])) {
      const between = [`customer-${at}`, `contractor-${other}`]
      const opener = devices.find(({ userId }) => userId === between[0])
      if (!opener) throw new Error('nobody opens the conversation')
      const id = await opener.client.open({ participantIds: between.slice(1) })
      conversations.push({ id, between })
    }
  }
  return {
    devices,
    conversations,
    marks: new Map(),
    counts: { acts: 0, away: 0, texts: 0 },
    async [Symbol.asyncDispose]() {
      await Promise.all(devices.map(device => device.close()))
    },
  }
}

/** So much at once that counts stop counting. */
function pour(play: Play): void {
  const [first] = play.conversations
  const sender = play.devices.find(({ userId }) => userId === first?.between[0])
  if (!first || !sender) return
  for (let count = 0; count < flood; count += 1) speak(play, sender, first.id)
}

function speak({ counts }: Play, { client }: Device, id: string): void {
  counts.texts += 1
  client.conversation(id).send({ text: `text ${counts.texts}` })
}

/** One random thing on one random device. */
function act(play: Play, { random }: Stage): void {
  const { devices, conversations, counts } = play
  const device = random.pick(devices)
  const { id } = random.pick(conversations.filter(one => one.between.includes(device.userId)))
  const lastSeq = itemOf(device, id)?.lastMessage?.seq ?? 0
  const dice = random.below(20)
  counts.acts += 1
  if (dice < 6) speak(play, device, id)
  else if (dice < 12) markRead(play, device, id, lastSeq - random.below(4))
  else if (dice < 14) device.toggle(id)
  else if (dice < 16) changeSome(device, id, lastSeq - random.below(8), dice === 15)
  else if (device.isAway()) device.comeBack()
  else {
    counts.away += 1
    if (random.below(2) === 0) device.goAway()
    else device.lose(random.pick(['up', 'down']))
  }
}

/** The last that is read before everybody comes back is read where no report passes. */
function readAway(play: Play, { random }: Stage): void {
  for (const { id, between } of play.conversations) {
    const device = random.pick(play.devices.filter(({ userId }) => between.includes(userId)))
    if (!device.isAway()) device.lose('up')
    markRead(play, device, id, itemOf(device, id)?.lastMessage?.seq ?? 0)
  }
}

function markRead({ marks }: Play, { client, userId }: Device, id: string, seq: number): void {
  if (seq < 1) return
  client.conversation(id).markRead(seq)
  const key = `${id} ${userId}`
  marks.set(key, Math.max(marks.get(key) ?? 0, seq))
}

/** Removes a message or edits it; somebody else's, or one that is gone, is refused. */
function changeSome({ client, isAway }: Device, id: string, seq: number, isEdit: boolean): void {
  if (seq < 1 || isAway()) return
  const messageId = `${id}.${seq}`
  const { edit, remove } = client.api.chat
  const done = isEdit
    ? edit.mutate({ messageId, text: `edited ${seq}` })
    : remove.mutate({ messageId })
  done.catch(() => {})
}

/** @returns what still differs when it has taken too long */
async function settled(play: Play, { sql }: Stage, withinMs: number): Promise<string[]> {
  let problems: string[] = []
  const agree = async () => {
    const stored = await readStandings(sql)
    problems = [
      ...play.devices.flatMap(({ name, client }) => [
        ...(client.outbox.get().waiting > 0 ? [`not sent yet: ${name}`] : []),
        ...positionsAgainstStored(name, client, stored),
      ]),
      ...stored.flatMap(standing => unlikeMarks(play, standing)),
    ]
    return problems.length === 0
  }
  await until('', agree, withinMs).catch(() => {})
  return problems
}

function unlikeMarks({ marks }: Play, standing: Standing): string[] {
  const { conversationId, userId, readSeq, deliveredSeq, lastOfOthers } = standing
  const marked = marks.get(`${conversationId} ${userId}`) ?? 0
  const received = Math.max(lastOfOthers, marked)
  const where = `${userId} in ${conversationId}`
  return [
    ...(readSeq === marked ? [] : [`not read: ${where} stands at ${readSeq}, marked ${marked}`]),
    ...(deliveredSeq === received
      ? []
      : [`not delivered: ${where} stands at ${deliveredSeq}, received ${received}`]),
  ]
}

/** Everybody is there: from marking something as read until all devices of both sides show it. */
async function liveLags(play: Play, stage: Stage, looks: number): Promise<number[]> {
  const lags: number[] = []
  for (let look = 0; look < looks; look += 1) {
    const { id, between } = stage.random.pick(play.conversations)
    const there = play.devices.filter(({ userId }) => between.includes(userId))
    const sender = stage.random.pick(there)
    const reader = stage.random.pick(there.filter(({ userId }) => userId !== sender.userId))
    const lastSeq = () => itemOf(reader, id)?.lastMessage?.seq ?? 0
    const before = lastSeq()
    speak(play, sender, id)
    await until('a message arrives', () => lastSeq() > before)
    const seq = lastSeq()
    const begun = performance.now()
    markRead(play, reader, id, seq)
    await Promise.all(there.map(device => showsRead(device, id, { by: reader.userId, seq })))
    lags.push(performance.now() - begun)
  }
  return lags
}

const itemOf = ({ client }: Device, id: string) =>
  client.conversations.get().items.find(item => item.id === id)

function showsRead(device: Device, id: string, read: { by: string; seq: number }): Promise<void> {
  const isShown = () =>
    itemOf(device, id)?.participants.some(
      ({ userId, readSeq }) => userId === read.by && readSeq >= read.seq,
    ) ?? false
  return new Promise(resolve => {
    const stop = device.client.conversations.subscribe(look)
    function look() {
      if (!isShown()) return
      stop()
      resolve()
    }
    look()
  })
}

/** A report goes out once; whether it arrived, nobody asks. */
const reportedOnce: Parts = {
  transport(usual) {
    const gone = new Set<string>()
    const once =
      (kind: string, report: typeof usual.calls.markRead): typeof report =>
      async input => {
        const name = `${kind} ${input.conversationId} ${input.seq}`
        if (gone.has(name)) return
        gone.add(name)
        await report(input).catch(() => {})
      }
    const { markRead: read, markDelivered: delivered } = usual.calls
    const calls = {
      ...usual.calls,
      markRead: once('read', read),
      markDelivered: once('delivered', delivered),
    }
    return { ...usual, calls }
  },
}
