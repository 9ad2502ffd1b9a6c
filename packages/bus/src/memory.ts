import { randomUUID } from 'node:crypto'
import type { Change } from '@parley/protocol/change'
import { type Attendance, limitedOf, nowhere } from './attendance.ts'
import { nodeLimiters, spendFrom } from './budgets.ts'
import type { Bus } from './bus.ts'
import { Listeners } from './listeners.ts'
import type { Notice, Question } from './notice.ts'
import type { Signal } from './signal.ts'

/** The bus of a single node. */
export function memoryBus(): Bus {
  const node = randomUUID()
  const changes = new Listeners<Change>()
  const signals = new Listeners<Signal>()
  const watchers = new Listeners<void>()
  const notices = new Listeners<Notice>()
  const limiterOf = nodeLimiters()
  const attending = new Map<string, Attendance>()
  let answer: (question: Question) => unknown = () => undefined

  return {
    node,
    publish(people, change) {
      for (const person of people) changes.tell(person, change)
    },
    async subscribe(person, listener) {
      return changes.add(person, listener)
    },
    signal(people, signal) {
      for (const person of people) signals.tell(person, signal)
    },
    async hear(person, listener) {
      return signals.add(person, listener)
    },
    stir: person => watchers.tell(person),
    async watch(person, listener) {
      return watchers.add(person, listener)
    },
    async attend(person, here, most = Number.POSITIVE_INFINITY) {
      if (limitedOf(here) > most) return false
      if (here.connections > 0) attending.set(person, here)
      else attending.delete(person)
      return true
    },
    async attendances(people) {
      return people.map(person => attending.get(person) ?? nowhere)
    },
    // There is no other node that could come or go.
    onUpheaval: () => () => {},
    onDeserted: () => () => {},
    spend: (budget, person) => spendFrom(limiterOf(budget), person),
    tell: notice => notices.tell('', notice),
    onNotice: listener => notices.add('', listener),
    async ask(question) {
      return [{ node, answer: await answer(question) }]
    },
    onQuestion(how) {
      answer = how
    },
    async ready() {},
    async close() {
      for (const all of [changes, signals, watchers, notices]) all.clear()
      attending.clear()
    },
  }
}
