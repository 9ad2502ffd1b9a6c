/**
 * Who is connected to this node, as the other nodes are told: absolute numbers, for each person
 * in order. The last connection of a person that goes counts a moment longer, so that a reload
 * does not look like leaving, and neither does moving to another node.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { type Attendance, nowhere } from '@parley/bus/attendance'
import type { Bus } from '@parley/bus/bus'
import { countOf, isSameCount, type One } from './count.ts'
import { createGrace, type GraceOptions } from './grace.ts'
import type { LastSeen } from './lastSeen.ts'

/** One connection, as long as it is somebody's. */
export interface Attended {
  setAway(away: boolean): void
  /** It was asked to move to another node: no limit counts it any more, its person is still here. */
  moves(): void
  leave(): void
}

export interface Attending {
  /** Counts a connection; nothing when all nodes together would have more than `most`. */
  enter(userId: string, most?: number): Promise<Attended | undefined>
  /** Everybody leaves; resolves when the others know and it is written. */
  close(): Promise<void>
}

interface AttendingOptions extends GraceOptions {
  bus: Bus
  lastSeen: LastSeen
  onError: (error: unknown) => void
}

interface Person {
  readonly userId: string
  readonly ones: Set<One>
  /** The last one that went, and when, until it has been gone for long enough. */
  lingering: { one: One; since: number } | undefined
  told: Attendance
  /** What is done for one person is done in order. */
  tail: Promise<unknown>
  pending: number
  isToBeTold: boolean
}

export function createAttending(options: AttendingOptions): Attending {
  const { bus, lastSeen, onError, graceMs } = options
  const people = new Map<string, Person>()
  const grace = createGrace(options)
  let onEmpty = () => {}

  function personOf(userId: string): Person {
    const known = people.get(userId)
    if (known) return known
    const fresh: Person = {
      userId,
      ones: new Set<One>(),
      lingering: undefined,
      told: nowhere,
      tail: Promise.resolve(),
      pending: 0,
      isToBeTold: false,
    }
    people.set(userId, fresh)
    return fresh
  }

  async function inOrder<Result>(person: Person, act: () => Promise<Result>): Promise<Result> {
    person.pending += 1
    const done = person.tail.then(act)
    person.tail = done.catch(() => {})
    try {
      return await done
    } finally {
      person.pending -= 1
      forget(person)
    }
  }

  function forget(person: Person): void {
    const { userId, ones, lingering, pending } = person
    if (ones.size > 0 || lingering !== undefined || pending > 0) return
    // Who was forgotten before may be here again, with connections of which this one knows nothing.
    if (people.get(userId) !== person) return
    people.delete(userId)
    if (people.size === 0) onEmpty()
  }

  /** Tells how it stands by the time it is this person's turn; asking twice tells once. */
  function tell(person: Person): void {
    if (person.isToBeTold) return
    // As for most who enter: it was told as they did.
    if (person.pending === 0 && isSameCount(hereOf(person), person.told)) {
      forget(person)
      return
    }
    person.isToBeTold = true
    inOrder(person, async () => {
      person.isToBeTold = false
      const here = hereOf(person)
      if (isSameCount(here, person.told)) return
      await bus.attend(person.userId, here)
      person.told = here
      // Whoever looks now is to find when they were last seen.
      if (here.connections > 0) bus.stir(person.userId)
    }).catch(onError)
  }

  function attempt(person: Person, one: One, most: number | undefined): Promise<boolean> {
    return inOrder(person, async () => {
      const more = countOf(new Set([...person.ones, one]), undefined)
      if (!(await bus.attend(person.userId, more, most))) return false
      person.ones.add(one)
      person.lingering = undefined
      person.told = more
      return true
    })
  }

  async function enter(userId: string, most?: number): Promise<Attended | undefined> {
    const one: One = { isAway: false, isMoving: false }
    if (!(await attempt(personOf(userId), one, most))) {
      // One that went a moment ago may still have been counted.
      await pause(graceMs * 1.1, undefined, { ref: false })
      if (!(await attempt(personOf(userId), one, most))) return undefined
    }
    bus.stir(userId)
    lastSeen.came(userId)
    // Some may have gone while the bus was asked.
    const entered = personOf(userId)
    tell(entered)
    return attendedOf(entered, one)
  }

  function attendedOf(person: Person, one: One): Attended {
    return {
      setAway(away) {
        if (!person.ones.has(one)) return
        one.isAway = away
        tell(person)
      },
      moves() {
        if (!person.ones.has(one)) return
        one.isMoving = true
        tell(person)
      },
      leave() {
        if (!person.ones.delete(one)) return
        if (person.ones.size === 0) linger(person, one)
        tell(person)
      },
    }
  }

  function linger(person: Person, one: One): void {
    const lingering = { one, since: performance.now() }
    person.lingering = lingering
    const isGone = grace.isOver(one, () => isElsewhere(person))
    isGone.then(() => {
      if (person.lingering !== lingering) return
      person.lingering = undefined
      tell(person)
      person.tail
        .then(() => lastSeen.went(person.userId, lingering.since))
        .catch(onError)
        .then(() => bus.stir(person.userId))
    }, onError)
  }

  async function isElsewhere({ userId, told }: Person): Promise<boolean> {
    const [all = nowhere] = (await bus.attendances([userId])) ?? []
    return all.connections > told.connections
  }

  /** Nobody sees who leaves the only node. */
  async function isAlone(): Promise<boolean> {
    const nodes = await bus.ask({ about: 'people', userIds: [] })
    return nodes.length < 2
  }

  return {
    enter,
    async close() {
      for (const person of people.values()) {
        for (const one of person.ones) attendedOf(person, one).leave()
      }
      if (people.size > 0 && (await isAlone().catch(() => true))) grace.hurry()
      if (people.size > 0) {
        await new Promise<void>(resolve => {
          onEmpty = resolve
        })
      }
      await lastSeen.close()
    },
  }
}

function hereOf({ ones, lingering }: Person): Attendance {
  return countOf(ones, lingering?.one)
}
