import { Icon } from './Icon.tsx'

export function PinIcon({ size = 20 }: { size?: number }) {
  return (
    <Icon size={size}>
      <path d="M7 3h6l-.8 5.5L15 11.5H5l2.8-3zM10 11.5V17" />
    </Icon>
  )
}
