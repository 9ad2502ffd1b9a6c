import { Icon } from './Icon.tsx'

export function RemoveIcon() {
  return (
    <Icon>
      <path d="M4 6h12M8 6V4h4v2M6 6l.7 10h6.6L14 6" />
    </Icon>
  )
}
