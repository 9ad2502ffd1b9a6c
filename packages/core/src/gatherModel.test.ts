import fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { gather } from './gather.ts'

interface Item {
  lane: string
  name: string
}

const patienceMs = 300
const slowMs = 50

const lane = fc.constantFrom('a', 'b', 'c', 'd')
const arrivals = fc.array(fc.record({ lane, afterMs: fc.constantFrom(0, 0, 0, 1, 30, 120) }), {
  minLength: 1,
  maxLength: 40,
})
const sizes = fc.record({
  sideBySide: fc.integer({ min: 1, max: 4 }),
  batchMax: fc.integer({ min: 4, max: 8 }),
})
/** What becomes of a write; of these lanes the latter part of a batch is left out. */
interface Fate {
  how: 'answers' | 'fails' | 'throws' | 'hangs'
  takesMs: number
  leftOut: { lanes: string[]; from: number }
}

const fates = fc.infiniteStream(
  fc.record<Fate>({
    how: fc.constantFrom('answers', 'answers', 'answers', 'fails', 'throws', 'hangs'),
    takesMs: fc.constantFrom(0, 1, 20, 60, 250),
    leftOut: fc.record({ lanes: fc.uniqueArray(lane, { maxLength: 2 }), from: fc.nat(4) }),
  }),
)

/**
 * Ends so; `onEnd` is told first, of one that hangs when nobody waits for it any more. Much later
 * its connection breaks.
 */
function ending<Answer>({ how, takesMs }: Fate, answer: () => Answer, onEnd = () => {}) {
  if (how === 'throws') {
    onEnd()
    throw new Error('thrown')
  }
  return new Promise<Answer>((resolve, reject) => {
    setTimeout(
      () => {
        onEnd()
        if (how === 'answers') resolve(answer())
        if (how === 'fails') reject(new Error('failed'))
        if (how === 'hangs') setTimeout(() => reject(new Error('broken')), 4 * patienceMs)
      },
      how === 'hangs' ? patienceMs : takesMs,
    )
  })
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setImmediate'] })
})
afterEach(() => {
  vi.useRealTimers()
})

test('however writes end: each is answered, those of a lane in order and never two at once, and all goes on', () =>
  fc.assert(
    fc.asyncProperty(arrivals, fates, sizes, async (all, fates, { sideBySide, batchMax }) => {
      const said: string[] = []
      const settled: string[] = []
      /** In the order in which their turn came. */
      const written: Item[] = []
      const underWay = new Set<string>()
      const twoAtOnce: string[] = []
      let batches = 0
      let fate = (): Fate => fates.next().value

      function begin(lanes: readonly string[]): () => void {
        for (const each of new Set(lanes)) {
          if (underWay.has(each)) twoAtOnce.push(each)
          underWay.add(each)
        }
        return () => {
          for (const each of lanes) underWay.delete(each)
        }
      }

      const write = gather<Item, string>({
        together(items) {
          batches += 1
          const its = fate()
          const { lanes, from } = its.leftOut
          const end = begin(items.map(({ lane }) => lane))
          const answer = (item: Item, at: number) => {
            if (at >= from && lanes.includes(item.lane)) return undefined
            written.push(item)
            return item.name
          }
          return ending(its, () => items.map(answer), end)
        },
        alone(item) {
          written.push(item)
          return ending(fate(), () => item.name, begin([item.lane]))
        },
        onFailed: () => {},
        laneOf: item => item.lane,
        ...{ sideBySide, batchMax, patienceMs, slowMs },
      })
      const say = (lane: string) => {
        const name = `${lane}${said.length}`
        said.push(name)
        write({ lane, name }).then(
          answer => settled.push(answer),
          () => settled.push(name),
        )
      }

      for (const { lane, afterMs } of all) {
        await vi.advanceTimersByTimeAsync(afterMs)
        say(lane)
      }
      await vi.runAllTimersAsync()
      expect(twoAtOnce).toEqual([])
      expect(settled.toSorted()).toEqual(said.toSorted())
      for (const each of new Set(all.map(({ lane }) => lane))) {
        expect(written.filter(({ lane }) => lane === each).map(({ name }) => name)).toEqual(
          said.filter(name => name.startsWith(each)),
        )
      }

      // As many on a line as at the beginning; when they hang, one on each of the other two.
      batches = 0
      fate = () => ({ how: 'hangs', takesMs: 0, leftOut: { lanes: [], from: 0 } })
      for (const each of ['e', 'f', 'g', 'h', 'i'].slice(0, sideBySide + 1)) {
        say(each)
        await vi.advanceTimersByTimeAsync(0)
      }
      expect(batches).toBe(sideBySide)
      await vi.advanceTimersByTimeAsync(2 * slowMs)
      say('j')
      await vi.advanceTimersByTimeAsync(0)
      expect(batches).toBe(sideBySide + 2)
      await vi.runAllTimersAsync()
      expect(settled).toHaveLength(said.length)
    }),
    { numRuns: 300 },
  ))
