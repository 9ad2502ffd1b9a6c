import { Icon } from './Icon.tsx'

export function PeopleIcon() {
  return (
    <Icon>
      <circle cx="7.5" cy="7" r="2.7" />
      <path d="M2.5 16v-.8a3.7 3.7 0 013.7-3.7h2.6a3.7 3.7 0 013.7 3.7v.8M13 4.5a2.7 2.7 0 010 5M14.7 11.7a3.7 3.7 0 012.8 3.5v.8" />
    </Icon>
  )
}
