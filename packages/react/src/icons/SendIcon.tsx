import { Icon } from './Icon.tsx'

export function SendIcon() {
  return (
    <Icon mirrors>
      <path d="M3.5 10h12M11 5l5 5-5 5" />
    </Icon>
  )
}
