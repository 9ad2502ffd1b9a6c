import { setTimeout as pause } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import type { Bus } from '@parley/bus/bus'
import { get, history, list } from '@parley/core/chat/read'
import type { Caller } from '@parley/core/core'
import { Refusal } from '@parley/core/refusal'
import { shown } from '@parley/core/testing/shown'
import type { Conversation } from '@parley/protocol/conversation'
import type { Message } from '@parley/protocol/message'
import { mergeChanges } from '@parley/protocol/replica/merge'
import type { Replica } from '@parley/protocol/replica/replica'
import { createRandom, type Random } from '../random.ts'
import type { Row } from '../row.ts'
import { type BareCore, bareCore, openBetween } from '../stage/bareCore.ts'
import { caughtUp, type Listener, listen, readWhole } from '../stage/listener.ts'
import { randomAct } from '../stage/randomAct.ts'

const sizes = { short: { sequences: 60 }, long: { sequences: 10_000 } } as const
const longest = 20
const atOnce = 4

export const anyActs: Row = {
  name: 'any-acts',
  fault: 'any sequence of acts of anybody, one after the other and at once',
  invariant: 'for every device of everybody, state and changes equal a fresh reading',
  defence: 'a change carries the row that it changed',
  aim: '10,000 sequences, 0 differences',
  symptom: /^different/,
  async run({ seed, size, broken, say }) {
    const random = createRandom(seed)
    await using bare = await bareCore(broken ? withoutRows : undefined)
    // Not every sequence needs the defence: a control goes on until one does.
    const sequences = sizes[size].sequences * (broken ? 10 : 1)
    say(`${sequences} sequences of up to ${longest} acts`)
    const problems: string[] = []
    const counts = { acts: 0, devices: 0, asked: 0 }
    for (let at = 0; at < sequences && problems.length < 20; at += atOnce) {
      const together = Array.from({ length: atOnce }, () => playOnce(bare, random, counts))
      problems.push(...(await Promise.all(together)).flat())
      if (broken && problems.length > 0) break
    }
    problems.push(...bare.errors.map(String))
    return {
      problems,
      figures: {
        sequences,
        acts: counts.acts,
        'devices compared': counts.devices,
        'asked after a return': counts.asked,
        differences: problems.length,
      },
    }
  },
}

interface Counts {
  acts: number
  devices: number
  asked: number
}

interface Device {
  by: Caller
  replica: Replica
  listener: Listener
  /** There from the beginning: it has to be told everything, and asks for nothing unless its person was away. */
  isSteady: boolean
}

async function playOnce(bare: BareCore, random: Random, counts: Counts): Promise<string[]> {
  const { core } = bare
  const first = await bare.person()
  const others = [await bare.person()]
  if (random.below(3) === 0) others.push(await bare.person())
  const members: [Caller, ...Caller[]] = [first, ...others]
  const id = await openBetween(core, members)
  // In a group there is one more who may be let in.
  const people = members.length > 2 ? [...members, await bare.person()] : members
  const devices: Device[] = []
  for (const by of members) {
    devices.push(await steadyDevice(bare, by, id), await steadyDevice(bare, by, id))
  }
  const length = 1 + random.below(longest)
  const leaves = random.below(length)
  const returns = leaves + random.below(length - leaves)
  const told: string[] = []
  const under: Promise<void>[] = []
  let away: { by: Caller; replica: Replica; cursor: string | undefined } | undefined
  for (let step = 0; step < length; step += 1) {
    if (step === leaves) away = await cursorOf(bare, random.pick(members), id)
    if (step === returns && away) {
      const { by, replica, cursor } = away
      const listener = listen(core, by, cursor)
      devices.push({ by, replica, listener, isSteady: false })
    }
    const act = randomAct(core, random, { id, people, most: step + 2 })
    told.push(act.name)
    counts.acts += 1
    act.outcome.catch(() => {}) // Thrown by the `all` below.
    under.push(act.outcome)
    if (random.below(3) > 0) await Promise.all(under)
  }
  await Promise.all(under)
  const problems: string[] = []
  for (const device of devices) {
    if (problems.length === 0)
      problems.push(...(await compared(bare, { device, counts, told, id })))
    await device.listener.stop()
  }
  return problems
}

async function steadyDevice({ core }: BareCore, by: Caller, id: string): Promise<Device> {
  const listener = listen(core, by)
  await listener.ready()
  return { by, listener, replica: await readWhole(core, by, id), isSteady: true }
}

/** What a device holds that goes away now. */
async function cursorOf({ core }: BareCore, by: Caller, id: string) {
  const listener = listen(core, by)
  await listener.ready()
  const replica = await unlessGone(readWhole(core, by, id))
  await listener.stop()
  return replica && { by, replica, cursor: listener.cursor() }
}

interface Comparison {
  device: Device
  counts: Counts
  told: string[]
  id: string
}

/** Delivery takes milliseconds; the machine may be busy. */
const boundMs = 3000

/** @returns how what a device came to differs from a fresh reading */
async function compared({ core }: BareCore, { device, counts, told, id }: Comparison) {
  const { by, listener, isSteady } = device
  const fresh = await unlessGone(get(core, by, id))
  if (!fresh) return farewell(device, id, told)
  const { messages } = (await history(core, by, { conversationId: id, limit: 100 })).toJSON()
  const items = [false, true].map(archived => list(core, by, { limit: 100, archived }))
  const listed = (await Promise.all(items))
    .flatMap(page => page.toJSON().items)
    .find(one => one.id === id)
  const name = `${by.userId} in ${id} after ${told.join(', ')}`
  const problems = isDeepStrictEqual(listed, fresh) ? [] : [`different list: ${name}`]
  const expected = { ...fresh, messages }
  const stayed = isSteady && joinedAt(fresh, by) === joinedAt(device.replica, by)
  const deadline = performance.now() + boundMs
  for (;;) {
    const { replica, asked } = await caughtUp(core, by, {
      replica: device.replica,
      changes: listener.changes,
    })
    const isRight = isDeepStrictEqual(allShown(replica, by.userId), expected)
    if (isRight && (asked === 0 || !stayed)) {
      counts.devices += 1
      counts.asked += asked
      return problems
    }
    if (performance.now() > deadline) {
      const how = isRight ? 'had to ask' : unlike(allShown(replica, by.userId), expected)
      return [...problems, `different: ${how} for ${name}`]
    }
    await pause(5)
  }
}

/** Nothing for who does not take part. */
function unlessGone<Answer>(answer: Promise<Answer>): Promise<Answer | undefined> {
  return answer.catch(error => {
    if (error instanceof Refusal && error.reason === 'NOT_FOUND') return undefined
    throw error
  })
}

function joinedAt({ participants }: Pick<Replica, 'participants'>, { userId }: Caller) {
  return participants.find(participant => participant.userId === userId)?.joinedAt
}

/** Whoever is gone was told so, and of nothing after it. */
async function farewell({ by, replica, listener }: Device, id: string, told: string[]) {
  const deadline = performance.now() + boundMs
  for (;;) {
    const changes = listener.changes.filter(({ conversationId }) => conversationId === id)
    const { participants } = mergeChanges(replica, changes)
    const own = participants.find(({ userId }) => userId === by.userId)
    const isRight = own?.leftAt && changes.every(({ version }) => version <= own.version)
    if (isRight) return []
    if (performance.now() > deadline) {
      const how = own?.leftAt ? 'told of more' : 'not told'
      return [`different: ${how} after ${by.userId} left ${id}: ${told.join(', ')}`]
    }
    await pause(5)
  }
}

/** The fields that differ. */
function unlike(shows: object, expected: object): string {
  const was = new Map(Object.entries(shows))
  const is = new Map(Object.entries(expected))
  const fields = [...new Set([...was.keys(), ...is.keys()])]
  return fields.filter(field => !isDeepStrictEqual(was.get(field), is.get(field))).join()
}

function allShown(replica: Replica, me: string): Conversation & { messages: Message[] } {
  return { ...shown(replica, me), messages: [...replica.messages] }
}

/** An edited message is announced as something that nobody may see. */
function withoutRows(bus: Bus): Bus {
  return {
    ...bus,
    publish(people, change) {
      const { conversationId, version } = change
      const isEdit = 'message' in change && change.message.editedAt !== undefined
      bus.publish(people, isEdit ? { conversationId, version } : change)
    },
  }
}
