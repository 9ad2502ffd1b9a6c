import { Icon } from './Icon.tsx'

export function CopyIcon() {
  return (
    <Icon>
      <path d="M7.5 7.5h8.5V16H7.5zM4 12.5V4h8.5" />
    </Icon>
  )
}
