/** What a benchmark is made of: scenarios, each with figures that have targets beside them. */
import type { Options } from './options.ts'

export interface Figure {
  what: string
  value: number
  unit: 'ms' | 's' | 'MiB' | 'KiB' | '/s' | 'µs' | ''
  /** At most this much. */
  target?: number
  /** At least this much. */
  least?: number
  /** Above its target it fails the run: it says that something is wrong, not merely slow. */
  must?: true
  /** The same of the Socket.IO peer, under the same load in the same run. */
  peer?: number
  /** What the value should be as a multiple of the peer's. */
  ratio?: { atLeast: number } | { atMost: number }
}

export interface Outcome {
  figures: Figure[]
  /** What one has to know to read the figures. */
  notes: string[]
  /** Figures would have been the machine's and not the server's: why there are none. */
  refused?: true
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

export function isMissed(figure: Figure): boolean {
  const { value, target, least, ratio } = figure
  if (target !== undefined && value > target) return true
  if (least !== undefined && value < least) return true
  const multiple = ratioOf(figure)
  if (ratio === undefined || multiple === undefined) return false
  return 'atLeast' in ratio ? multiple < ratio.atLeast : multiple > ratio.atMost
}

/** The value as a multiple of the peer's. */
export function ratioOf({ value, peer }: Figure): number | undefined {
  return peer === undefined || peer === 0 ? undefined : value / peer
}
