import { Icon } from './Icon.tsx'

export function UnpinIcon({ size = 20 }: { size?: number }) {
  return (
    <Icon size={size}>
      <path d="M7 3h6l-.8 5.5L15 11.5H5l2.8-3zM10 11.5V17M3.5 3.5l13 13" />
    </Icon>
  )
}
