import { randomUUID } from 'node:crypto'
import type { Change } from '@parley/protocol/change'
import { expect, onTestFinished, test } from 'vitest'
import type { Bus } from './bus.ts'
import type { Notice } from './notice.ts'
import type { Signal } from './signal.ts'

export const change: Change = { conversationId: randomUUID(), version: 7 }
const typing: Signal = { typing: { conversationId: randomUUID(), userId: 'ann', typing: true } }
const one = { connections: 1, away: 0 }

/**
 * What every bus must do.
 *
 * @param makeBus a bus that nobody else is on
 */
export function busContract(name: string, makeBus: () => Bus | Promise<Bus>): void {
  async function open(): Promise<Bus> {
    const bus = await makeBus()
    onTestFinished(() => bus.close())
    return bus
  }

  test(`${name}: a publication reaches the listeners of the people it names, and no others`, async () => {
    const bus = await open()
    const heard: string[] = []
    await bus.subscribe('ann', () => heard.push('ann 1'))
    await bus.subscribe('ann', () => heard.push('ann 2'))
    await bus.subscribe('bob', () => heard.push('bob'))
    await bus.subscribe('cem', () => heard.push('cem'))
    bus.publish(['ann', 'bob', 'nobody'], change)
    expect(heard.toSorted()).toEqual(['ann 1', 'ann 2', 'bob'])
  })

  test(`${name}: after unsubscribing nothing more is heard, by that listener alone`, async () => {
    const bus = await open()
    const heard: string[] = []
    const leave = await bus.subscribe('ann', () => heard.push('gone'))
    await bus.subscribe('ann', () => heard.push('stays'))
    leave()
    leave()
    bus.publish(['ann'], change)
    expect(heard).toEqual(['stays'])
  })

  test(`${name}: signals and changes of a person do not mix`, async () => {
    const bus = await open()
    const heard: unknown[] = []
    const quiet = await bus.hear('ann', signal => heard.push(signal))
    await bus.subscribe('ann', change => heard.push(change))
    bus.signal(['ann', 'bob'], typing)
    bus.publish(['ann'], change)
    quiet()
    bus.signal(['ann'], typing)
    expect(heard).toEqual([typing, change])
  })

  test(`${name}: whoever looks at a person is told to look again`, async () => {
    const bus = await open()
    let looks = 0
    const leave = await bus.watch('ann', () => {
      looks += 1
    })
    bus.stir('ann')
    bus.stir('bob')
    leave()
    bus.stir('ann')
    expect(looks).toBe(1)
  })

  test(`${name}: attendances are what was said last, in the order asked`, async () => {
    const bus = await open()
    const said = [bus.attend('ann', one), bus.attend('ann', { connections: 3, away: 2 })]
    expect(await Promise.all([...said, bus.attend('bob', one)])).toEqual([true, true, true])
    expect(await bus.attendances(['bob', 'nobody', 'ann'])).toEqual([
      one,
      { connections: 0, away: 0 },
      { connections: 3, away: 2 },
    ])
    await bus.attend('ann', { connections: 0, away: 0 })
    expect(await bus.attendances(['ann'])).toEqual([{ connections: 0, away: 0 }])
    expect(await bus.attendances([])).toEqual([])
  })

  test(`${name}: one connection too many is refused, and changes nothing`, async () => {
    const bus = await open()
    expect(await bus.attend('ann', { connections: 2, away: 0 }, 2)).toBe(true)
    expect(await bus.attend('ann', { connections: 3, away: 0 }, 2)).toBe(false)
    expect(await bus.attendances(['ann'])).toEqual([{ connections: 2, away: 0 }])
    expect(await bus.attend('bob', { connections: 2, away: 0 }, 1)).toBe(false)
    expect(await bus.attendances(['bob'])).toEqual([{ connections: 0, away: 0 }])
  })

  test.for([false, true])(
    `${name}: a budget is spent by each person alone and says when to come back (shared: %s)`,
    async shared => {
      const bus = await open()
      const budget = { name: `test-${randomUUID()}`, points: 2, seconds: 30, shared }
      expect(await bus.spend(budget, 'ann')).toEqual({ ok: true })
      expect(await bus.spend(budget, 'ann')).toEqual({ ok: true })
      const refused = await bus.spend(budget, 'ann')
      expect(refused).toMatchObject({ ok: false })
      expect(!refused.ok && refused.retryAfterMs).toBeGreaterThan(0)
      expect(!refused.ok && refused.retryAfterMs).toBeLessThanOrEqual(30_000)
      expect(await bus.spend(budget, 'bob')).toEqual({ ok: true })
    },
  )

  test(`${name}: what all nodes are told and asked, this one is too`, async () => {
    const bus = await open()
    const notices: Notice[] = []
    const quiet = bus.onNotice(notice => notices.push(notice))
    bus.tell({ revokedSession: 's' })
    quiet()
    bus.tell({ revokedSession: 'after it was unsubscribed' })
    expect(notices).toEqual([{ revokedSession: 's' }])
    bus.onQuestion(async question => ({ heard: question }))
    expect(await bus.ask({ about: 'node' })).toEqual([
      { node: bus.node, answer: { heard: { about: 'node' } } },
    ])
  })

  test(`${name}: it is ready, and once closed it still answers for this node`, async () => {
    const bus = await open()
    await bus.ready()
    const heard: Change[] = []
    await bus.subscribe('ann', change => heard.push(change))
    await bus.close()
    bus.publish(['ann'], change)
    expect(heard).toEqual([])
    expect(await bus.attend('ann', one)).toBe(true)
    expect(await bus.spend({ name: 'x', points: 1, seconds: 1, shared: true }, 'ann')).toEqual({
      ok: true,
    })
  })
}
