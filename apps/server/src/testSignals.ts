/**
 * Test signals of administrators, on the node that holds the person: it listens on the bus as
 * one who waits for that person's signals does, and asks their sockets to answer.
 */
import type { Bus } from '@parley/bus/bus'
import type { Concerned, Hearing } from '@parley/core/admin/nodeAnswers'
import type { Connection } from './connection.ts'

/** Longer than both questions may take. */
const listenMs = 5000
/** Together less than the second that a question may take. */
const hearMs = 300
const answerMs = 500

export function createTestSignals(bus: Bus, connectionsOf: (userId: string) => Connection[]) {
  const tests = new Map<string, { userId: string; heard: Promise<boolean> }>()

  async function listen({ userId, test }: { userId: string; test: string }): Promise<Concerned> {
    const connections = connectionsOf(userId).length
    if (connections === 0) return { connections }
    let hear = (_didHear: boolean) => {}
    const heard = new Promise<boolean>(resolve => {
      hear = resolve
    })
    const leave = await bus.hear(userId, signal => {
      if ('test' in signal && signal.test.id === test) hear(true)
    })
    tests.set(test, { userId, heard })
    setTimeout(() => {
      leave()
      tests.delete(test)
    }, listenMs).unref()
    return { connections }
  }

  async function heard(test: string): Promise<Hearing | undefined> {
    const known = tests.get(test)
    if (known === undefined) return undefined
    const didHear = await Promise.race([known.heard, after(hearMs)])
    const connections = connectionsOf(known.userId)
    const signal = AbortSignal.timeout(answerMs)
    const answers = await Promise.all(connections.map(one => one.answers(signal)))
    const answered = answers.filter(didAnswer => didAnswer).length
    return { heard: didHear, connections: connections.length, answered }
  }

  return { listen, heard }
}

function after(ms: number): Promise<false> {
  return new Promise(resolve => setTimeout(() => resolve(false), ms).unref())
}
