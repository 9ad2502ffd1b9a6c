import { Icon } from './Icon.tsx'

/** Something that is not to be said any more. */
export function HushIcon() {
  return (
    <Icon>
      <path d="M3 4.5h14v9.5H9.5l-3.5 2.5V14H3zM5 16.5L16 2.5" />
    </Icon>
  )
}
