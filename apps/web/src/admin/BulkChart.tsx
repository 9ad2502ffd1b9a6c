import type { BulkReport } from '@parley/protocol/admin'
import { locale } from '@parley/react/time/locale'
import { useId } from 'react'
import { bulkUseWords as words } from '../words/bulkUseWords.ts'
import { bulkBars } from './bulkBars.ts'

const shortDay = new Intl.DateTimeFormat(locale, {
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
})

/** A day of the calendar, in UTC as it is counted. */
export function dayText(day: string): string {
  return shortDay.format(new Date(day))
}

interface Props {
  days: BulkReport['days']
}

/** Recipients per day, what failed on top of what was sent. The figures are in the table below it. */
export function BulkChart({ days }: Props) {
  const id = useId()
  const { bars, lines } = bulkBars(days)
  const top = lines.at(-1) ?? 1
  const sent = sumOf(days.map(day => day.sent))
  const failed = sumOf(days.map(day => day.failed))
  return (
    <figure className="flex flex-col gap-3 rounded-card bg-raised p-4">
      <figcaption className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 text-small">
        <span id={id} className="font-medium">
          {words.chart}
        </span>
        <span className="flex gap-4">
          <Legend colour="bg-act" name={words.sent} count={sent} />
          <Legend colour="bg-danger" name={words.notSent} count={failed} />
        </span>
      </figcaption>
      <div className="flex gap-2 pt-1.5">
        <div
          aria-hidden="true"
          className="relative w-9 shrink-0 whitespace-nowrap text-end text-soft text-tiny"
        >
          {lines.map(line => (
            <span
              key={line}
              className="absolute end-0 translate-y-1/2"
              style={{ bottom: `${(line / top) * 100}%` }}
            >
              {words.tick(line)}
            </span>
          ))}
        </div>
        <svg
          role="img"
          aria-label={words.chartSays(sent, failed, days.length)}
          className="h-44 min-w-0 flex-1 overflow-visible"
        >
          {lines.map(line => (
            <Line key={line} height={(line / top) * 100} />
          ))}
          {bars.map(bar => (
            <g key={bar.day}>
              <title>{words.dayHas(dayText(bar.day), bar.sent, bar.failed)}</title>
              {/* The whole column answers to the pointer, also where its bars are low. */}
              <rect x={`${bar.left}%`} width={`${bar.width}%`} height="100%" fill="transparent" />
              <Segment bar={bar} from={0} height={bar.sentHeight} colour="fill-act" />
              <Segment
                bar={bar}
                from={bar.sentHeight}
                height={bar.failedHeight}
                colour="fill-danger"
              />
            </g>
          ))}
        </svg>
      </div>
      <div aria-hidden="true" className="flex justify-between ps-11 text-soft text-tiny">
        {[days[0], days[Math.floor(days.length / 2)], days.at(-1)].map(
          (day, at) =>
            day && (at === 0 || days.length > 2) && <span key={day.day}>{dayText(day.day)}</span>,
        )}
      </div>
    </figure>
  )
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0)
}

function Legend({ colour, name, count }: { colour: string; name: string; count: number }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <span aria-hidden="true" className={`size-2.5 rounded-corner ${colour}`} />
      {name} <b className="font-semibold">{words.number(count)}</b>
    </span>
  )
}

function Line({ height }: { height: number }) {
  const y = `${100 - height}%`
  return <line x1="0" x2="100%" y1={y} y2={y} className="stroke-line" />
}

interface SegmentProps {
  bar: { left: number; width: number }
  from: number
  height: number
  colour: string
}

function Segment({ bar, from, height, colour }: SegmentProps) {
  if (height === 0) return null
  return (
    <rect
      x={`${bar.left}%`}
      width={`${bar.width}%`}
      y={`${100 - from - height}%`}
      height={`${height}%`}
      className={colour}
    />
  )
}
