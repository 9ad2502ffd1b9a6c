/**
 * The subscriptions of this node: who looks at whom. Whatever may have changed is a reason to
 * look again, never an answer; those to look at are gathered, and the nodes and the database are
 * asked once for all of them. So work grows with those who look, not with those who are there.
 */
import { setTimeout as pause } from 'node:timers/promises'
import type { Bus, Unsubscribe } from '@parley/bus/bus'
import type { Sql } from '@parley/db/database'
import { Refusal } from '../refusal.ts'
import { Due, looksOf } from './due.ts'
import { presencesOf } from './presenceOf.ts'
import { rightsOf } from './rights.ts'
import { Watching } from './watching.ts'

export interface BoardOptions {
  sql: Sql
  bus: Bus
  onError: (error: unknown) => void
  /** Everybody is looked at again this often: what the bus lost is found. */
  rereadMs: number
  /** Between two looks, so that what happens meanwhile is one look. */
  gapMs: number
  /** After a look that failed, and while the nodes cannot ask each other. */
  retryMs: number
  /** People that one person watches on this node, over all their subscriptions. */
  watchedMost: number
}

export interface Board {
  /**
   * Looks at these people from now on; what is seen is shown to the subscription.
   *
   * @throws Refusal `TOO_LARGE`
   */
  join(viewer: string, userIds: readonly string[], onFilled: () => void): Watching
  leave(watching: Watching): void
  close(): void
}

/** In one statement. */
const looksMost = 2000

interface Topic {
  watchings: Set<Watching>
  heard: Promise<Unsubscribe>
}

export function createBoard(options: BoardOptions): Board {
  const { sql, bus, onError, rereadMs, gapMs, retryMs, watchedMost } = options
  const topics = new Map<string, Topic>()
  const watchings = new Set<Watching>()
  const watchedBy = new Map<string, number>()
  const due = new Due()
  /** Looked at when nothing is more urgent. */
  const stale = new Due()
  let isLooking = false
  let isClosed = false
  let asking: NodeJS.Timeout | undefined

  function join(viewer: string, userIds: readonly string[], onFilled: () => void): Watching {
    const watching = new Watching(viewer, userIds, onFilled)
    count(watching, 1)
    watchings.add(watching)
    const heard = watching.targets.map(target => hear(target, watching, one => look(one, [target])))
    heard.push(hear(rightsOf(viewer), watching, one => look(one, one.targets)))
    // Only then, so that nothing falls between.
    void Promise.allSettled(heard).then(() => look(watching, watching.targets))
    return watching
  }

  function leave(watching: Watching): void {
    if (watching.isOver) return
    watching.isOver = true
    watchings.delete(watching)
    due.forget(watching)
    stale.forget(watching)
    count(watching, -1)
    for (const topic of [...watching.targets, rightsOf(watching.viewer)]) unhear(topic, watching)
  }

  function count({ viewer, targets }: Watching, sign: 1 | -1): void {
    const watched = (watchedBy.get(viewer) ?? 0) + sign * targets.length
    if (watched > watchedMost) throw new Refusal('TOO_LARGE', 'These are too many to watch.')
    if (watched > 0) watchedBy.set(viewer, watched)
    else watchedBy.delete(viewer)
  }

  /** One subscription to the bus for each topic, whoever wants to hear of it. */
  function hear(name: string, watching: Watching, stirred: (one: Watching) => void) {
    const known = topics.get(name)
    if (known) {
      known.watchings.add(watching)
      return known.heard
    }
    const all = new Set([watching])
    const heard = bus.watch(name, () => {
      for (const one of all) stirred(one)
    })
    heard.catch(onError)
    topics.set(name, { watchings: all, heard })
    return heard
  }

  function unhear(name: string, watching: Watching): void {
    const topic = topics.get(name)
    topic?.watchings.delete(watching)
    if (topic?.watchings.size !== 0) return
    topics.delete(name)
    topic.heard.then(unsubscribe => unsubscribe()).catch(() => {})
  }

  function look(watching: Watching, targets: readonly string[]): void {
    if (watching.isOver || targets.length === 0) return
    due.add(watching, targets)
    wake()
  }

  function lookAtAll(): void {
    for (const watching of watchings) stale.add(watching, watching.targets)
    if (watchings.size > 0) wake()
  }

  function wake(): void {
    if (isLooking || isClosed) return
    isLooking = true
    setImmediate(() => void lookOn())
  }

  async function lookOn(): Promise<void> {
    while (!isClosed && !(due.isEmpty && stale.isEmpty)) {
      const taken = new Map<Watching, Set<string>>()
      due.takeInto(taken, looksMost)
      stale.takeInto(taken, looksMost)
      const wasSeen = await see(taken)
      if (!wasSeen) for (const [watching, targets] of taken) putBack(watching, targets)
      await pause(wasSeen ? gapMs : retryMs, undefined, { ref: false })
    }
    isLooking = false
  }

  function putBack(watching: Watching, targets: Set<string>): void {
    if (!watching.isOver) stale.add(watching, targets)
  }

  async function see(taken: Map<Watching, Set<string>>): Promise<boolean> {
    try {
      const looks = looksOf(taken)
      const { presences, isKnown } = await presencesOf({ sql, bus }, looks)
      const seen = new Map<string, Map<string, (typeof presences)[number]>>()
      for (const [at, { viewer }] of looks.entries()) {
        const presence = presences[at]
        if (!presence) continue
        const known = seen.get(viewer)
        if (known) known.set(presence.userId, presence)
        else seen.set(viewer, new Map([[presence.userId, presence]]))
      }
      for (const [watching, targets] of taken) {
        if (watching.isOver) continue
        for (const target of targets) {
          const presence = seen.get(watching.viewer)?.get(target)
          if (presence) watching.show(presence)
        }
      }
      if (!isKnown) askUntilKnown()
      return true
    } catch (error) {
      onError(error)
      return false
    }
  }

  /** What is unknown now is looked at again as soon as the nodes can ask each other. */
  function askUntilKnown(): void {
    asking ??= setTimeout(async () => {
      asking = undefined
      const known = await bus.attendances(['']).catch(() => undefined)
      if (isClosed) return
      if (known) lookAtAll()
      else askUntilKnown()
    }, retryMs).unref()
  }

  const reread = setInterval(lookAtAll, rereadMs).unref()
  const calm = bus.onUpheaval(lookAtAll)

  return {
    join,
    leave,
    close() {
      isClosed = true
      clearInterval(reread)
      clearTimeout(asking)
      calm()
      for (const watching of watchings) leave(watching)
    },
  }
}
