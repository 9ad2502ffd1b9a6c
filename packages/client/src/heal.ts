/**
 * Closes gaps. What the feed did not bring is asked for, a conversation at a time and a few
 * conversations at once: the changes since what is held, or the conversation itself where
 * nothing of its history is loaded and a fresh reading costs less.
 */
import type { Change } from '@parley/protocol/change'
import { hasGap } from '@parley/protocol/replica/replica'
import { sleep } from './clock.ts'
import { createCrowd } from './crowd.ts'
import { insist, type Means } from './insist.ts'
import { createLimiter } from './limiter.ts'
import type { FirstPage } from './list.ts'
import { isGone, Refused, Unwanted } from './refused.ts'
import type { Replicas } from './replicas.ts'
import { backoff } from './retry.ts'
import type { Calls } from './transport.ts'

export interface Healer {
  /** Looks whether something of a conversation is missing, and sees to it. */
  notice(id: string): void
  /** Changes of a conversation of which nothing is held. */
  meet(id: string, changes: readonly Change[]): void
  /** Conversations that are to be read and of which nothing is held. */
  unknown(): string[]
  /** What came of it and waits for its first reading; nothing where that is not waited for. */
  met(id: string): readonly Change[] | undefined
  /** What is held does not tell all: a fresh reading is wanted. */
  refresh(id: string): void
  /** Looks at everything again; after a reconnect. */
  noticeAll(): void
  forgetAll(): void
}

interface Options {
  means: Means
  calls: Pick<Calls, 'get' | 'changesSince'>
  replicas: Replicas
  /** Its history is loaded or being loaded: the rows matter, not only the newest. */
  isLoaded: (id: string) => boolean
  /** While a list is on its way it may bring what is missing. */
  listed: () => Promise<void>
  /** Reads the first page of the list again: one answer instead of many. */
  readList: () => Promise<FirstPage | undefined>
  /** Some are not read that stand below it. */
  leaveBelow: (page: FirstPage) => void
  /** It is on the screen, or something of it waits to be sent. */
  isNeeded: (id: string) => boolean
}

/** Time for changes to arrive that were overtaken. */
const graceMs = 300
const graceJitterMs = 200
const inFlightMax = 6
/** More conversations than this are not read one by one before the list was. */
const readingsMax = 8
/** Changes kept for a conversation that is being read; beyond it, its head alone. */
const keptMax = 100

export function createHealer(options: Options): Healer {
  const { means, calls, replicas, isLoaded, listed } = options
  const limit = createLimiter(inFlightMax)
  const working = new Set<string>()
  const unread = new Set<string>()
  const met = new Map<string, readonly Change[]>()

  const crowd = createCrowd({
    means,
    readList: options.readList,
    isWanted: id => need(id) === 'reading',
    standing: id => replicas.get(id) ?? met.get(id),
    isHeld: id => replicas.get(id) !== undefined,
    isNeeded: id => options.isNeeded(id) || isPinned(id),
    leave(ids, page) {
      for (const id of ids) {
        met.delete(id)
        unread.delete(id)
      }
      options.leaveBelow(page)
    },
  })

  function isPinned(id: string): boolean {
    const mine = replicas.mine(id) ?? met.get(id)?.findLast(hasOwnRow)?.participant
    return mine?.pinned ?? false
  }

  function need(id: string): 'reading' | 'changes' | undefined {
    const replica = replicas.get(id)
    if (!replica) return met.has(id) ? 'reading' : undefined
    if (unread.has(id)) return 'reading'
    if (!hasGap(replica)) return undefined
    return isLoaded(id) ? 'changes' : 'reading'
  }

  function areMany(): boolean {
    if (working.size <= readingsMax) return false
    return [...working].filter(id => need(id) === 'reading').length > readingsMax
  }

  async function work(id: string): Promise<void> {
    const generation = replicas.generation()
    if (replicas.get(id)) await sleep(means.clock, graceMs + means.random() * graceJitterMs)
    if (need(id) === 'reading') {
      if (!crowd.isThere() && !areMany()) await listed()
      else if (await crowd.join(id)) return
    }
    settle(id)
    for (let vain = 0; need(id); ) {
      const before = replicas.get(id)
      const isWanted = () => generation === replicas.generation() && need(id) !== undefined
      await limit(() => insist(means, () => ask(id, isWanted), { isWanted }))
      if (replicas.get(id) !== before) vain = 0
      else await sleep(means.clock, backoff(vain++, means.random))
    }
  }

  async function ask(id: string, isWanted: () => boolean): Promise<void> {
    const replica = replicas.get(id)
    if (need(id) === 'changes' && replica) {
      const { held } = replica
      const answer = await calls.changesSince({ conversationId: id, version: held })
      if (!isWanted()) return
      // A page of history that was read earlier may have set `held` back meanwhile; the answer
      // says nothing of what lies between.
      const stillHeld = (replicas.get(id)?.held ?? 0) >= held
      if (stillHeld) replicas.catchUp(id, answer)
      else replicas.changes(id, answer.changes)
      return
    }
    const conversation = await calls.get({ conversationId: id })
    if (!isWanted()) return
    unread.delete(id)
    replicas.read(conversation)
    settle(id)
  }

  /** What came while the conversation was unknown enters after its first reading. */
  function settle(id: string): void {
    const changes = met.get(id)
    if (!changes || !replicas.get(id)) return
    met.delete(id)
    replicas.changes(id, changes)
  }

  function start(id: string): void {
    if (working.has(id) || !need(id)) return
    working.add(id)
    const generation = replicas.generation()
    work(id)
      .catch(error => {
        if (error instanceof Unwanted || generation !== replicas.generation()) return true
        met.delete(id)
        unread.delete(id)
        if (isGone(error)) replicas.drop(id)
        else if (!(error instanceof Refused)) throw error
        return false
      })
      .then(again => {
        working.delete(id)
        if (again || (!replicas.get(id) && met.has(id))) start(id)
      })
  }

  return {
    notice: start,
    meet(id, changes) {
      const known = met.get(id) ?? []
      met.set(id, kept(id, [...known, ...changes]))
      start(id)
    },
    unknown: () => [...met.keys()],
    met: id => met.get(id),
    refresh(id) {
      unread.add(id)
      start(id)
    },
    noticeAll() {
      for (const { id } of replicas.all()) start(id)
      for (const id of met.keys()) start(id)
    },
    forgetAll() {
      met.clear()
      unread.clear()
    },
  }
}

function kept(conversationId: string, changes: readonly Change[]): readonly Change[] {
  if (changes.length <= keptMax) return changes
  const version = Math.max(...changes.map(change => change.version))
  const own = changes.findLast(hasOwnRow)
  const head = { conversationId, version, head: true as const }
  return own ? [own, head] : [head]
}

function hasOwnRow(change: Change): change is Extract<Change, { head: true }> {
  return 'head' in change && change.participant !== undefined
}
