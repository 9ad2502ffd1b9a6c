import { Icon } from './Icon.tsx'

export function SearchIcon() {
  return (
    <Icon>
      <path d="M13 13l3.5 3.5" />
      <circle cx="9" cy="9" r="4.8" />
    </Icon>
  )
}
