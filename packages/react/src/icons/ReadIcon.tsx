import { Icon } from './Icon.tsx'

export function ReadIcon({ size = 20 }: { size?: number }) {
  return (
    <Icon size={size}>
      <path d="M3 4.5h14V14H9.5L6 16.5V14H3zM7 9l2.2 2.2L13 7.4" />
    </Icon>
  )
}
