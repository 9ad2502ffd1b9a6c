import { Icon } from './Icon.tsx'

export function TickIcon() {
  return (
    <Icon size={16}>
      <path d="M5 10.5l3.5 3.5L15.5 6.5" />
    </Icon>
  )
}
