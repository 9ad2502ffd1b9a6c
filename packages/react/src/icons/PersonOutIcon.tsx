import { Icon } from './Icon.tsx'

export function PersonOutIcon() {
  return (
    <Icon mirrors>
      <circle cx="8" cy="7" r="2.8" />
      <path d="M2.5 16.2v-.8a3.8 3.8 0 013.8-3.8h3.4a3.8 3.8 0 013.8 3.8v.8M13.8 8.2h4" />
    </Icon>
  )
}
