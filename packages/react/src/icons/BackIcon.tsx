import { Icon } from './Icon.tsx'

export function BackIcon() {
  return (
    <Icon mirrors>
      <path d="M12 4l-6 6 6 6" />
    </Icon>
  )
}
