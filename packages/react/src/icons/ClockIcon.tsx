import { Icon } from './Icon.tsx'

export function ClockIcon() {
  return (
    <Icon size={16}>
      <circle cx="10" cy="10" r="5.5" />
      <path d="M10 7v3l2 1.5" />
    </Icon>
  )
}
