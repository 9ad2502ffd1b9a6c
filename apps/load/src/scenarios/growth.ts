import { mustHaveRoom } from '../growth/freeSpace.ts'
import { type Load, type Measured, measurePoint } from '../growth/measurePoint.ts'
import { axes, type Point, pointsOf } from '../growth/points.ts'
import { growthOf } from '../growth/ratios.ts'
import type { Options } from '../options.ts'
import type { Figure, Scenario } from '../scenario.ts'
import { unlessBusy } from '../versus/unlessBusy.ts'

const defaults = { rate: 200, seconds: 10 }

export const growth: Scenario = {
  name: 'growth',
  about: options => {
    const { perSecond, pairs, seconds } = loadOf(options)
    const points = chosen(options).flat()
    return `${pairs} pairs at ${perSecond} messages/s for ${seconds} s, with ${points.map(({ name }) => name).join('; ')}`
  },
  async run(options) {
    const all = chosen(options)
    await mustHaveRoom(all.flat())
    const most = Math.max(...all.flat().map(({ connections }) => connections))
    const needs = { memoryMiB: 2048, files: most + 2 * options.pairs + 500 }
    return unlessBusy(options.evenIfBusy, needs, async () => {
      const measured: Measured[][] = []
      for (const points of all) {
        const along: Measured[] = []
        for (const point of points) along.push(await measurePoint(point, loadOf(options)))
        measured.push(along)
      }
      return {
        figures: measured.flat().flatMap(named),
        notes: [...measured.flat().flatMap(({ notes }) => notes), ...measured.flatMap(compared)],
        objections: measured.flat().flatMap(({ objections }) => objections),
      }
    })
  },
}

function loadOf({ pairs, rate = defaults.rate, seconds = defaults.seconds }: Options): Load {
  return { pairs, perSecond: rate, seconds }
}

function chosen({ axis, largest }: Options): Point[][] {
  return (axis ? [axis] : axes).map(one => pointsOf(one, largest))
}

const named = ({ point, figures }: Measured): Figure[] =>
  figures.map(figure => ({ ...figure, what: `${point.name}: ${figure.what}` }))

function compared(along: Measured[]): string[] {
  const [smallest, largest] = [along[0], along.at(-1)]
  return smallest && largest && smallest !== largest ? growthOf(smallest, largest) : []
}
