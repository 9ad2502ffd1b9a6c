import { Icon } from './Icon.tsx'

export function TicketIcon() {
  return (
    <Icon>
      <path d="M3 5.5h14v2.7a1.8 1.8 0 000 3.6v2.7H3v-2.700a1.8 1.8 0 000-3.6zM12 6v8" />
    </Icon>
  )
}
