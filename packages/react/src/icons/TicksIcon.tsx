import { Icon } from './Icon.tsx'

export function TicksIcon() {
  return (
    <Icon size={16}>
      <path d="M1.5 10.5L5 14l7-7.5M9.5 13.5l.5.5 7.5-7.5" />
    </Icon>
  )
}
