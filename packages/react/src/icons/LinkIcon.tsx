import { Icon } from './Icon.tsx'

export function LinkIcon() {
  return (
    <Icon>
      <path d="M8.5 11.5l3-3M9.5 6l2-2a3.2 3.2 0 0 1 4.5 4.5l-2 2M10.5 14l-2 2A3.2 3.2 0 0 1 4 11.5l2-2" />
    </Icon>
  )
}
