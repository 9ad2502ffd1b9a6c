import { Icon } from './Icon.tsx'

export function BlockIcon() {
  return (
    <Icon>
      <circle cx="10" cy="10" r="6.8" />
      <path d="M5.3 5.3l9.4 9.4" />
    </Icon>
  )
}
