import { Icon } from './Icon.tsx'

export function EditIcon() {
  return (
    <Icon>
      <path d="M4 16l.8-3.6L13 4.2 15.8 7l-8.2 8.2zM11.4 5.8l2.8 2.8" />
    </Icon>
  )
}
