import { Icon } from './Icon.tsx'

export function SmileIcon() {
  return (
    <Icon>
      <circle cx="10" cy="10" r="7" />
      <path d="M6.8 11.8c.7 1.4 1.8 2.1 3.2 2.1s2.5-.7 3.2-2.1M7.5 7.6v.6M12.5 7.6v.6" />
    </Icon>
  )
}
