import type { Role } from '@parley/protocol/user'
import type { ReactNode, Ref } from 'react'
import { words } from '../words/words.ts'

interface Props {
  ref?: Ref<HTMLSpanElement>
  /** Or what leads to them by it. */
  name: ReactNode
  role: Role
  /** What is said of the role here, where that is more than its name. */
  children?: ReactNode
}

/** What somebody is called, cut where it does not fit, and what they are. */
export function NameAndRole({ ref, name, role, children = words.roles[role] }: Props) {
  return (
    <span ref={ref} className="flex min-w-0 flex-1 flex-col">
      <span className="truncate font-medium">{name}</span>
      <span className="text-small text-soft">{children}</span>
    </span>
  )
}
