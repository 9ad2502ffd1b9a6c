import { Icon } from './Icon.tsx'

/** A bubble with something new in it. */
export function UnreadIcon({ size = 20 }: { size?: number }) {
  return (
    <Icon size={size}>
      <path d="M11 4.5H3V14h3v2.5L9.5 14H17V9.5" />
      <path d="M15.5 4.5h.01" strokeWidth={5} strokeLinecap="round" />
    </Icon>
  )
}
