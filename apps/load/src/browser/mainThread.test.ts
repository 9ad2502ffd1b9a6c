import { expect, test } from 'vitest'
import { mainThreadIn } from './mainThread.ts'

const at = { pid: 1, tid: 1 }
const task = (ts: number, dur: number, tdur: number, where = at) => {
  return { name: 'ThreadControllerImpl::RunTask', ...where, ts, dur, tdur }
}
const mark = (name: string, ts: number) => ({ name, ...at, ts })

test('tasks of the page between arrival and paint count, with their own processor time', () => {
  const events = [
    task(0, 500, 500),
    task(900, 2000, 1500), // in which the frame arrives
    mark('arrived', 1000),
    task(4000, 90_000, 30_000), // most of it another program had the processor
    task(5000, 70_000, 70_000, { pid: 1, tid: 2 }),
    mark('painted', 99_000),
    task(100_000, 80_000, 80_000),
  ]
  expect(mainThreadIn(events)).toEqual({ longestMs: 30, cpuMs: 31.5 })
})

test('a trace in which nothing arrived is no measurement', () => {
  expect(() => mainThreadIn([task(0, 500, 500), mark('painted', 600)])).toThrow(/does not say/)
})
