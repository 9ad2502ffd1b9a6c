import { Icon } from './Icon.tsx'

/** Out of the box again. */
export function BringBackIcon({ size = 20 }: { size?: number }) {
  return (
    <Icon size={size}>
      <path d="M4 11.5V16h12v-4.5M10 12V4.5M6.5 8L10 4.5 13.5 8" />
    </Icon>
  )
}
