import { Icon } from './Icon.tsx'

/** One text that goes to several. */
export function ManyIcon() {
  return (
    <Icon mirrors>
      <path d="M2.5 10h5l3.5-5h6M7.5 10h9.5M7.500 10l3.5 5h6M14.5 3l2.5 2-2.5 2M14.5 8l2.5 2-2.5 2M14.5 13l2.5 2-2.5 2" />
    </Icon>
  )
}
