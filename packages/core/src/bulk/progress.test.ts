import { memoryBus } from '@parley/bus/memory'
import type { Broadcast } from '@parley/protocol/bulk'
import { expect, onTestFinished, test } from 'vitest'
import type { Caller, Core } from '../core.ts'
import { crowd, to, workers } from '../testing/testBroadcast.ts'
import { person, testCore } from '../testing/testCore.ts'
import { cancel } from './cancel.ts'
import { nextLookMs, progress } from './progress.ts'
import { send } from './send.ts'

/** Somebody who looks how far it is, and keeps what they are shown. */
function onlooker(
  core: Core,
  by: Caller,
  broadcastId: string,
  writable: () => Promise<void> = () => Promise.resolve(),
) {
  const stop = new AbortController()
  const shown: Broadcast[] = []
  const done = (async () => {
    for await (const one of progress(core, by, broadcastId, { signal: stop.signal, writable }))
      shown.push(one)
  })()
  onTestFinished(async () => {
    stop.abort()
    await done.catch(() => {})
  })
  return { shown, done, stop: () => stop.abort() }
}

async function world(recipients: number, bus = memoryBus()) {
  const { core } = await testCore(bus)
  const maria = await person(core, 'Maria', 'contractor')
  return { core, maria, people: await crowd(core.sql, recipients) }
}

test('[B11] it yields how far it is, from the first to the last, and ends', async () => {
  const { core, maria, people } = await world(350)
  const { id } = await send(core, maria, to(people))
  const { shown, done } = onlooker(core, maria, id)
  await expect.poll(() => shown.length).toBe(1)
  workers(core)
  await done
  expect(shown[0]).toMatchObject({ id, totalSent: 0 })
  expect(shown.at(-1)).toMatchObject({ status: 'finished', totalSent: 350 })
  expect(shown.length).toBeGreaterThan(2)
  const counts = shown.map(({ totalSent }) => totalSent)
  expect(counts).toEqual(counts.toSorted((a, b) => a - b))
})

test('[B11] also when nobody says so, for what happens on a node that cannot be heard', async () => {
  const deaf = { ...memoryBus(), signal() {} }
  const { core, maria, people } = await world(60, deaf)
  const { id } = await send(core, maria, to(people))
  const { done, shown } = onlooker(core, maria, id)
  workers(core)
  await done
  expect(shown.at(-1)).toMatchObject({ status: 'finished', totalSent: 60 })
})

test('[B11] what is over is told once; what is cancelled ends', async () => {
  const { core, maria, people } = await world(3)
  const { id } = await send(core, maria, to(people))
  const over = onlooker(core, maria, id)
  await over.done
  expect(over.shown.map(({ status }) => status)).toEqual(['finished'])
  const later = await send(core, maria, to(people, { undo: true }))
  const { shown, done } = onlooker(core, maria, later.id)
  await expect.poll(() => shown.length).toBe(1)
  await cancel(core, maria, later.id)
  await done
  expect(shown.map(({ status }) => status)).toEqual(['scheduled', 'cancelled'])
})

test('[B11] what is for later is looked at seldom, and when it is due', async () => {
  const { core, maria, people } = await world(1)
  const scheduleAt = new Date(Date.now() + 3_600_000).toISOString()
  const later = await send(core, maria, to(people, { scheduleAt }))
  const due = Date.parse(later.dueAt)
  const looks = [due - 1_800_000, due - 8000, due - 10, due + 5000].map(now =>
    nextLookMs(later, now),
  )
  expect(looks).toEqual([30_000, 8000, 1000, 1000])
  expect(nextLookMs({ ...later, status: 'running' }, due - 8000)).toBe(1000)
})

test('[B11] a reader that stands still holds up nobody and can leave; [B12] a stranger sees nothing', async () => {
  const { core, maria, people } = await world(60)
  const ben = await person(core, 'Ben', 'contractor')
  const { id } = await send(core, maria, to(people))
  const stuck = onlooker(core, maria, id, () => new Promise(() => {}))
  workers(core)
  await onlooker(core, maria, id).done
  stuck.stop()
  await stuck.done
  expect(stuck.shown).toEqual([])
  await expect(onlooker(core, ben, id).done).rejects.toMatchObject({ reason: 'NOT_FOUND' })
})
