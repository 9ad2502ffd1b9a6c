import { Icon } from './Icon.tsx'

/** A bell that does not ring. */
export function MutedIcon({ size = 20 }: { size?: number }) {
  return (
    <Icon size={size}>
      <path d="M5.5 13.5V9a4.5 4.5 0 0 1 9 0v4.5M3.5 13.5h13M8.5 16.5h3M4 3l12 14" />
    </Icon>
  )
}
