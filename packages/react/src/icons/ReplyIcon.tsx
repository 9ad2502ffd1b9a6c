import { Icon } from './Icon.tsx'

export function ReplyIcon() {
  return (
    <Icon mirrors>
      <path d="M8 5L4 9l4 4M4.5 9H12c2.5 0 4 1.6 4 4v2" />
    </Icon>
  )
}
