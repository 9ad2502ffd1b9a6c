/**
 * The subscriptions of this node: who looks at whom. Whatever may have changed is a reason to
 * look again, never an answer; those to look at are gathered, and the nodes and the database are
 * asked once for all of them. So work grows with those who look, not with those who are there.
 */
import type { Attendance } from '@parley/bus/attendance'
import type { Bus } from '@parley/bus/bus'
import type { Sql } from '@parley/db/database'
import type { Look } from '@parley/db/queries/presence'
import { Refusal } from '../refusal.ts'
import { isSameCount } from './count.ts'
import { createLooking } from './looking.ts'
import { countsOf, type Seen } from './presenceOf.ts'
import { rightsOf } from './rights.ts'
import { createTopics } from './topics.ts'
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

export function createBoard(options: BoardOptions): Board {
  const { bus, onError, rereadMs, retryMs, watchedMost } = options
  const topics = createTopics(bus, onError)
  const looking = createLooking({ ...options, onSeen: remember })
  const watchings = new Set<Watching>()
  const watchedBy = new Map<string, number>()
  /** What was last found of whom somebody watches. */
  const counts = new Map<string, Attendance>()
  let asking: NodeJS.Timeout | undefined
  let isClosed = false

  function join(viewer: string, userIds: readonly string[], onFilled: () => void): Watching {
    const watching = new Watching(viewer, userIds, onFilled)
    const { targets } = watching
    mayWatch(viewer, targets.length)
    watchings.add(watching)
    const heard = targets.map(target =>
      topics.hear(target, watching, one => looking.look(one, [target])),
    )
    heard.push(topics.hear(rightsOf(viewer), watching, one => looking.look(one, one.targets)))
    // Only then, so that nothing falls between.
    void Promise.allSettled(heard).then(() => looking.look(watching, targets))
    return watching
  }

  function leave(watching: Watching): void {
    if (watching.isOver) return
    const { viewer, targets } = watching
    watching.isOver = true
    watchings.delete(watching)
    looking.forget(watching)
    mayWatch(viewer, -targets.length)
    for (const topic of [...targets, rightsOf(viewer)]) topics.unhear(topic, watching)
    for (const target of targets) if (topics.of(target).size === 0) counts.delete(target)
  }

  function mayWatch(viewer: string, more: number): void {
    const watched = (watchedBy.get(viewer) ?? 0) + more
    if (watched > watchedMost) throw new Refusal('TOO_LARGE', 'These are too many to watch.')
    if (watched > 0) watchedBy.set(viewer, watched)
    else watchedBy.delete(viewer)
  }

  function remember(looks: readonly Look[], found: Seen['counts']): void {
    for (const { target } of looks) {
      const count = found?.get(target)
      if (count && topics.of(target).size > 0) counts.set(target, count)
      else counts.delete(target)
    }
    if (!found) askUntilKnown()
  }

  function lookAtAll(): void {
    for (const watching of watchings) looking.lookLater(watching)
  }

  /** Nodes came or went: whoever counts otherwise than before is looked at. */
  async function recount(): Promise<void> {
    const people = [...new Set([...watchings].flatMap(({ targets }) => targets))]
    if (people.length === 0) return
    const found = await countsOf(bus, people)
    if (!found) return lookAtAll()
    for (const [person, now] of found) {
      const before = counts.get(person)
      if (before && isSameCount(before, now)) continue
      for (const one of topics.of(person)) looking.look(one, [person])
    }
  }

  /** What is unknown now is looked at again as soon as the nodes can ask each other. */
  function askUntilKnown(): void {
    if (isClosed) return
    asking ??= setTimeout(async () => {
      asking = undefined
      const known = await bus.attendances(['']).catch(() => undefined)
      if (known) recount().catch(onError)
      else askUntilKnown()
    }, retryMs).unref()
  }

  const reread = setInterval(lookAtAll, rereadMs).unref()
  const calm = bus.onUpheaval(() => void recount().catch(onError))

  return {
    join,
    leave,
    close() {
      isClosed = true
      looking.close()
      clearInterval(reread)
      clearTimeout(asking)
      calm()
      for (const watching of watchings) leave(watching)
    },
  }
}
