/** Figures of a comparison: Parley's value, with the peer's beside it. */
import type { Latencies } from '../measure/latencies.ts'
import type { Figure } from '../scenario.ts'
import type { Measured } from './windows.ts'

type Rest = Omit<Figure, 'value' | 'peer'>

export function beside(parley: Measured, peer: Measured) {
  const figure = (of: (one: Measured) => number, rest: Rest): Figure => ({
    value: of(parley),
    peer: of(peer),
    ...rest,
  })
  const percentile = (share: number, of: (one: Measured) => Latencies) => (one: Measured) =>
    of(one).percentile(share)
  return {
    figure,
    /** Percentiles of how long acknowledgements and deliveries took. */
    times: (): Figure[] =>
      [50, 99].flatMap(share => [
        figure(
          percentile(share, one => one.acknowledgement),
          {
            what: `acknowledged p${share}`,
            unit: 'ms',
          },
        ),
        figure(
          percentile(share, one => one.delivery),
          { what: `delivered p${share}`, unit: 'ms' },
        ),
      ]),
  }
}

export const messagesPerSecond = ({ acknowledged, seconds }: Measured) => acknowledged / seconds
export const deliveriesPerSecond = ({ delivered, seconds }: Measured) => delivered / seconds

/** Milliseconds of a processor for 1,000 messages. */
export const serverCpu = ({ server, acknowledged }: Measured) => (server * 1e6) / acknowledged
export const postgresCpu = ({ postgres, acknowledged }: Measured) => (postgres * 1e6) / acknowledged
