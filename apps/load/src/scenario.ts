/** What a benchmark is made of: scenarios, each with figures that have targets beside them. */
import type { Options } from './options.ts'

export interface Figure {
  what: string
  value: number
  unit: 'ms' | 's' | 'MiB' | 'KiB' | '/s' | ''
  /** At most this much. */
  target?: number
  /** Above its target it fails the run: it says that something is wrong, not merely slow. */
  must?: true
}

export interface Outcome {
  figures: Figure[]
  /** What one has to know to read the figures. */
  notes: string[]
}

export interface Scenario {
  name: string
  /** One line under its name: what is done, with how much. */
  about(options: Options): string
  run(options: Options): Promise<Outcome>
}

/** A scenario that was run, as it is printed and written down. */
export interface Result extends Outcome {
  name: string
  about: string
}

export function isMissed({ value, target }: Figure): boolean {
  return target !== undefined && value > target
}
