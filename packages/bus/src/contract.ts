import type { Change } from '@parley/protocol/change'
import { expect, test } from 'vitest'
import type { Bus } from './bus.ts'

const change: Change = { conversationId: '00000000-0000-4000-8000-000000000001', version: 7 }

/** What every bus must do. */
export function busContract(name: string, makeBus: () => Bus): void {
  test(`${name}: a publication reaches the listeners of the people it names, and no others`, async () => {
    const bus = makeBus()
    const heard: string[] = []
    await bus.subscribe('ann', () => heard.push('ann 1'))
    await bus.subscribe('ann', () => heard.push('ann 2'))
    await bus.subscribe('bob', () => heard.push('bob'))
    await bus.subscribe('cem', () => heard.push('cem'))
    bus.publish(['ann', 'bob', 'nobody'], change)
    await expect.poll(() => heard.toSorted()).toEqual(['ann 1', 'ann 2', 'bob'])
    await bus.close()
  })

  test(`${name}: after unsubscribing nothing more is heard, by that listener alone`, async () => {
    const bus = makeBus()
    const heard: string[] = []
    const leave = await bus.subscribe('ann', () => heard.push('gone'))
    await bus.subscribe('ann', () => heard.push('stays'))
    leave()
    leave()
    bus.publish(['ann'], change)
    await expect.poll(() => heard).toEqual(['stays'])
    await bus.close()
  })

  test(`${name}: a budget is spent by each person alone and says when to come back`, async () => {
    const bus = makeBus()
    const budget = { name: 'test', points: 2, seconds: 30 }
    expect(await bus.spend(budget, 'ann')).toEqual({ ok: true })
    expect(await bus.spend(budget, 'ann')).toEqual({ ok: true })
    const refused = await bus.spend(budget, 'ann')
    expect(refused).toMatchObject({ ok: false })
    expect(!refused.ok && refused.retryAfterMs).toBeGreaterThan(0)
    expect(!refused.ok && refused.retryAfterMs).toBeLessThanOrEqual(30_000)
    expect(await bus.spend(budget, 'bob')).toEqual({ ok: true })
    await bus.close()
  })
}
