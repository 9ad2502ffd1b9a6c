/**
 * Seeded chaos: several devices do random things over a network that drops, repeats, delays,
 * cuts and freezes. Afterwards, in fair weather, everybody must show what the server holds.
 */
import { isDeepStrictEqual } from 'node:util'
import { Refused } from '../refused.ts'
import { createBrowser, type Tab } from './browser.ts'
import { fairWeather } from './network.ts'
import { conversationFor, memberOf, type Room } from './room.ts'
import { createWorld, type Parts, type Peer, type World } from './world.ts'

/** What a test breaks to see that it is needed. */
export type Spoiled = Parts & { spoil?: (tab: Tab) => Tab }

interface Chaos {
  world: World
  spoil: (tab: Tab) => Tab
  /** The devices, each a tab of a browser or without one that keeps anything. */
  devices: Device[]
  /** What ends it that a conversation is on a screen. */
  leaves: (() => void)[]
  /** How many messages were entered that the server takes. */
  sent: number
  /** In which rooms something was entered in each browser that the server refuses. */
  refused: Map<object, string[]>
  problems: string[]
  /** How much of what happens is done by the network. */
  roughness: number
  pick<T>(from: readonly T[]): T
}

interface Device {
  peer: Peer
  browser: ReturnType<typeof createBrowser> | undefined
  tab: Tab | undefined
}

const steps = 60
/** Small, so that what is loaded is in several parts. */
const sizes = { page: 4, unwatched: 6 }

/** @returns what was wrong, in words; nothing when all is well */
export async function runChaos(seed: number, { spoil, ...parts }: Spoiled = {}): Promise<string[]> {
  const world = createWorld(seed, { sizes, ...parts })
  const { server, clock, random } = world
  server.open('ann', { participantIds: ['bob'] })
  server.open('ann', { participantIds: ['cem'] })
  server.open('bob', { participantIds: ['ann', 'cem'], key: 'trio' })
  const pick = <T>(from: readonly T[]): T => {
    const picked = from[Math.floor(random() * from.length)]
    if (picked === undefined) throw new Error('there is nothing to pick from')
    return picked
  }
  const mayKeep = () => (random() < 0.7 ? createBrowser(clock) : undefined)
  const annsBrowser = mayKeep()
  const people: [string, Device['browser']][] = [
    ['ann', annsBrowser],
    ['ann', random() < 0.7 ? annsBrowser : mayKeep()],
    ['bob', mayKeep()],
  ]
  const chaos: Chaos = {
    world,
    spoil: spoil ?? (tab => tab),
    devices: [],
    leaves: [],
    sent: 0,
    refused: new Map(),
    problems: [],
    roughness: pick([0.02, 0.1, 0.3]),
    pick,
  }
  for (const room of server.rooms()) writeBefore(chaos, room, pick([0, 12, 25]))
  for (const [me, browser] of people) chaos.devices.push(open(chaos, me, browser))
  for (const { peer } of chaos.devices) guard(chaos, peer)
  for (const { peer } of chaos.devices)
    for (const { id } of server.rooms())
      if (random() < 0.7) chaos.leaves.push(peer.conversation(id).watch())
  if (random() < 0.7) changeWeather(world, pick([50, 500, 3000]))
  for (let done = 0; done < steps; done += 1) {
    for (let burst = pick([1, 1, 1, 4]); burst > 0; burst -= 1) await act(chaos)
    await clock.advance(random() < 0.3 ? random() * 4000 : random() * 200)
  }
  await calmDown(chaos)
  compare(chaos)
  for (const { peer } of chaos.devices) peer.close()
  await clock.settle()
  return chaos.problems
}

/** What was written before anybody came. */
function writeBefore(chaos: Chaos, { id, participants }: Room, times: number): void {
  for (let written = 0; written < times; written += 1) {
    chaos.sent += 1
    const { userId } = chaos.pick(participants)
    const content = { type: 'text' as const, text: `text ${chaos.sent}` }
    chaos.world.server.send(userId, {
      conversationId: id,
      clientId: `before ${chaos.sent}`,
      content,
    })
  }
}

function open({ world, spoil }: Chaos, me: string, browser: Device['browser']): Device {
  const tab = browser && spoil(browser.openTab())
  const peer = world.join(me, { store: tab?.store, tabs: tab?.tabs })
  if (world.random() < 0.2) peer.archived.subscribe(() => {})
  return { browser, tab, peer }
}

/** The page goes away just when something was sent, in good order or not, and comes again. */
function reload(chaos: Chaos, at: number): void {
  const { devices, world } = chaos
  const device = devices[at]
  if (!device?.browser) return
  const { peer, tab, browser } = device
  const room = chaos.pick(world.server.rooms())
  if (memberOf(room, peer.me)) send(chaos, device, room.id)
  if (world.random() < 0.5) peer.close()
  else {
    tab?.crash()
    peer.transport.blocked = true
    peer.transport.cut()
  }
  const next = open(chaos, peer.me, browser)
  devices[at] = next
  guard(chaos, next.peer)
  for (const { id } of world.server.rooms())
    if (world.random() < 0.5) chaos.leaves.push(next.peer.conversation(id).watch())
}

/** At no moment is a message shown twice or out of order. */
function guard({ problems, world }: Chaos, peer: Peer): void {
  for (const { id } of world.server.rooms()) {
    const { view } = peer.conversation(id)
    view.subscribe(() => {
      const { messages, tail, latest, outgoing } = view.get()
      for (const part of [messages, tail])
        if (part.some(({ seq }, at) => seq <= (part[at - 1]?.seq ?? 0)))
          problems.push(`${peer.me} saw ${id} out of order`)
      if (!latest && messages.some(({ seq }, at) => seq !== (messages[0]?.seq ?? 0) + at))
        problems.push(`${peer.me} saw a hole in ${id}`)
      const stored = tail.filter(({ senderId }) => senderId === peer.me)
      const shown = [...stored, ...outgoing].map(({ clientId }) => clientId)
      if (new Set(shown).size < shown.length)
        problems.push(`${peer.me} saw a message twice in ${id}`)
    })
  }
}

async function act(chaos: Chaos): Promise<void> {
  const { pick, devices, world } = chaos
  const { random, server } = world
  const device = pick(devices)
  const { peer } = device
  const rooms = server.rooms().filter(one => memberOf(one, peer.me))
  const room = (random() < 0.5 && rooms[0]) || pick(rooms)
  const handle = peer.conversation(room.id)
  const { messages } = handle.view.get()
  // Mostly the newest, so that changes of one message meet each other.
  const message =
    random() < 0.7 ? messages.at(-1) : messages[Math.floor(random() * messages.length)]
  if (random() < chaos.roughness) {
    if (random() < 0.2) reload(chaos, devices.indexOf(device))
    else disturb(chaos, peer)
    return
  }
  const dice = Math.floor(random() * 25)
  if (dice < 8) send(chaos, device, room.id)
  else if (dice < 11 && message) settle(handle.edit(message.id, `edit ${random()}`))
  else if (dice < 15 && message)
    settle(handle.react(message.id, pick(['👍', '🎉']), pick([true, false])))
  else if (dice === 15 && message) {
    settle(handle.remove(message.id))
    if (random() < 0.3) handle.undoRemove(message.id)
  } else if (dice === 16 && message) handle.markRead(message.seq)
  else if (dice === 17 && random() < 0.5) pick([() => {}, ...chaos.leaves])()
  else if (dice === 17) chaos.leaves.push(handle.watch())
  else if (dice === 18) settle(handle.loadOlder())
  else if (dice === 19) {
    const wish = pick(['muted', 'pinned', 'archived', 'unread'])
    settle(handle.setMine({ [wish]: pick([true, false]) }))
  } else if (dice === 20) server.rename(peer.me, room.id, `title ${random()}`)
  else if (dice === 21 && random() < 0.2)
    settle(peer.open({ participantIds: ['bob', 'cem'], title: 'new' }))
  else if (dice === 22) settle(handle.lookAt(Math.floor(random() * (room.messages.length + 3))))
  else if (dice === 23) settle(handle.loadNewer())
  else if (dice === 24) handle.lookAtLatest()
}

function send(chaos: Chaos, { peer, browser }: Device, room: string): void {
  const refused = chaos.world.random() < 0.1
  const place = browser ?? peer
  if (refused) chaos.refused.set(place, [...(chaos.refused.get(place) ?? []), room])
  else chaos.sent += 1
  peer.conversation(room).send({ text: refused ? 'refuse me' : `text ${chaos.sent}` })
}

function disturb({ world, pick }: Chaos, { transport }: Peer): void {
  const { random } = world
  const dice = Math.floor(random() * 8)
  if (dice < 2) transport.cut()
  if (dice === 2) transport.freeze()
  if (dice === 3 || dice === 4) transport.thaw()
  if (dice === 5) transport.endFeed(random() < 0.5 ? new Refused('UNAVAILABLE') : undefined)
  if (dice === 6) transport.blocked = random() < 0.3
  if (dice === 7) changeWeather(world, pick([0, 50, 500, 3000]))
}

function changeWeather({ random, network }: World, delayMs: number): void {
  Object.assign(network.weather, {
    delayMs,
    requestLost: random() * 0.3,
    answerLost: random() * 0.3,
    requestRepeated: random() * 0.3,
    publicationLost: random() * 0.5,
    publicationRepeated: random() * 0.5,
  })
}

function settle(outcome: Promise<unknown>): void {
  outcome.catch(error => {
    if (!(error instanceof Refused)) throw error
  })
}

async function calmDown(chaos: Chaos): Promise<void> {
  const { world, devices } = chaos
  const peers = devices.map(({ peer }) => peer)
  const { clock, network, server } = world
  Object.assign(network.weather, fairWeather)
  for (const { transport } of peers) {
    transport.blocked = false
    transport.thaw()
  }
  await clock.advance(120_000)
  for (const peer of peers) for (const { id } of server.rooms()) peer.conversation(id).watch()
  await clock.advance(60_000)
  for (const peer of peers) for (const room of server.rooms()) await compareParts(chaos, peer, room)
  for (const peer of peers)
    for (const { id } of server.rooms()) {
      const handle = peer.conversation(id)
      handle.lookAtLatest()
      while (handle.view.get().status === 'ready' && !handle.view.get().complete) {
        settle(handle.loadOlder())
        await clock.advance(1000)
      }
    }
  await clock.advance(10_000)
}

/** What is shown, and what is jumped to, is what the server holds there. */
async function compareParts({ world, problems }: Chaos, peer: Peer, room: Room): Promise<void> {
  const { view, lookAt } = peer.conversation(room.id)
  const check = () => {
    const { messages, tail, latest } = view.get()
    for (const part of [messages, tail]) {
      const first = (part[0]?.seq ?? room.messages.length + 1) - 1
      const held = room.messages.slice(first, part === tail ? undefined : first + part.length)
      if (!areSame(part, held))
        problems.push(`${peer.me} sees something else in ${room.id}, ${latest ? '' : 'not '}latest`)
    }
  }
  if (!memberOf(room, peer.me)) return
  check()
  settle(lookAt(1 + Math.floor(world.random() * room.messages.length)))
  await world.clock.advance(1000)
  check()
}

function compare(chaos: Chaos): void {
  const { world, devices, sent, problems } = chaos
  for (const room of world.server.rooms()) {
    const stored = room.messages.map(({ clientId }) => clientId)
    if (new Set(stored).size < stored.length) problems.push(`${room.id} holds a message twice`)
    for (const device of devices)
      if (memberOf(room, device.peer.me)) compareRoom(chaos, device, room)
  }
  const rows = world.server.rooms().flatMap(({ messages }) => messages)
  const stored = rows.filter(({ event }) => event === undefined).length
  if (stored !== sent) problems.push(`${sent} were sent, ${stored} are stored`)
  for (const { peer } of devices)
    for (const archived of [false, true]) compareList(problems, peer, world, archived)
}

function compareRoom({ problems, refused }: Chaos, { peer, browser }: Device, room: Room): void {
  const failed = refused.get(browser ?? peer)?.filter(id => id === room.id) ?? []
  const view = peer.conversation(room.id).view.get()
  const truth = conversationFor(room, peer.me)
  const differ = (what: string, shown: unknown, held: unknown) => {
    if (areSame(shown, held)) return
    problems.push(
      `${peer.me} in ${room.id}: ${what}\n${JSON.stringify(shown)}\ninstead of\n${JSON.stringify(held)}`,
    )
  }
  differ('status', view.status, 'ready')
  differ('messages', view.messages, room.messages)
  differ(
    'outgoing',
    view.outgoing.map(({ text, state }) => ({ text, state })),
    failed.map(() => ({ text: 'refuse me', state: { kind: 'failed', reason: 'FORBIDDEN' } })),
  )
  differ('removing', [...view.removing], [])
  differ('participants', view.conversation?.participants, truth.participants)
  differ('unread', view.conversation?.unreadCount, truth.unreadCount)
  differ('title', view.conversation?.title, truth.title)
  differ('updatedAt', view.conversation?.updatedAt, lastActivity(peer, room))
}

/** What one failed to send is activity too, for oneself. */
function lastActivity(peer: Peer, { id, updatedAt }: Room): string {
  const { outgoing } = peer.conversation(id).view.get()
  return [updatedAt, ...outgoing.map(({ createdAt }) => createdAt)].sort().at(-1) ?? updatedAt
}

function compareList(problems: string[], peer: Peer, { server }: World, archived: boolean): void {
  const place = (room: Room) =>
    `${memberOf(room, peer.me)?.pinned ? 1 : 0} ${lastActivity(peer, room)} ${room.id}`
  const expected = server
    .rooms()
    .filter(room => memberOf(room, peer.me)?.archived === archived)
    .sort((a, b) => (place(a) < place(b) ? 1 : -1))
    .map(({ id }) => id)
  const list = archived ? peer.archived : peer.conversations
  const shown = list.get().items.map(({ id }) => id)
  if (shown.join() !== expected.join())
    problems.push(`${peer.me} lists ${shown.join()} instead of ${expected.join()}`)
}

/** In whatever order their keys stand. Mostly the quick look is enough. */
function areSame(one: unknown, other: unknown): boolean {
  return (
    isDeepStrictEqual(one, other) || JSON.stringify(sorted(one)) === JSON.stringify(sorted(other))
  )
}

/** With the keys of every object in one order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([, one]) => one !== undefined)
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, one]) => [key, sorted(one)]),
  )
}
