import { Icon } from './Icon.tsx'

export function DownIcon() {
  return (
    <Icon>
      <path d="M10 4v11M5 10.5l5 5 5-5" />
    </Icon>
  )
}
