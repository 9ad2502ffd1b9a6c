import { Icon } from './Icon.tsx'

export function ArchiveIcon({ size = 20 }: { size?: number }) {
  return (
    <Icon size={size}>
      <path d="M3 4h14v3.5H3zM4.5 7.5V16h11V7.5M8 11h4" />
    </Icon>
  )
}
