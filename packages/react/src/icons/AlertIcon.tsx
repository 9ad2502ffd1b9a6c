import { Icon } from './Icon.tsx'

export function AlertIcon() {
  return (
    <Icon>
      <path d="M10 3.5L17.5 16h-15zM10 8.5v3.5M10 14.200v.01" />
    </Icon>
  )
}
