import { AlertIcon } from '../icons/AlertIcon.tsx'
import { ClockIcon } from '../icons/ClockIcon.tsx'
import { TickIcon } from '../icons/TickIcon.tsx'
import { TicksIcon } from '../icons/TicksIcon.tsx'
import { words } from '../words/words.ts'
import type { Tick } from './tickOf.ts'

const icons = {
  waiting: <ClockIcon />,
  sent: <TickIcon />,
  delivered: <TicksIcon />,
  read: <TicksIcon />,
  failed: <AlertIcon />,
} satisfies Record<Tick, unknown>

/** On a bubble of mine the ground is dark in both themes; in the list it is not. */
const colours = {
  bubble: { read: 'text-marigold', failed: 'text-on-mine', other: 'text-on-mine-soft' },
  list: { read: 'text-mark', failed: 'text-danger', other: 'text-soft' },
} as const

export function Ticks({ tick, on = 'list' }: { tick: Tick; on?: keyof typeof colours }) {
  const colour = colours[on][tick === 'read' || tick === 'failed' ? tick : 'other']
  const name = words.message.ticks[tick]
  return (
    <span role="img" aria-label={name} title={name} className={`inline-flex shrink-0 ${colour}`}>
      {icons[tick]}
    </span>
  )
}
