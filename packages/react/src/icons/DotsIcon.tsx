import { Icon } from './Icon.tsx'

export function DotsIcon() {
  return (
    <Icon>
      <path d="M4.5 10h.01M10 10h.01M15.5 10h.01" strokeWidth={2.6} strokeLinecap="round" />
    </Icon>
  )
}
