import type { ReactNode } from 'react'
import { AlertIcon } from '../icons/AlertIcon.tsx'

/** Something went wrong here, in words, with what can be done about it. */
export function Problem({ text, children }: { text: string; children?: ReactNode }) {
  return (
    <div
      role="alert"
      className="flex items-center gap-2 rounded-control bg-danger-ground px-3 py-2 text-start text-danger text-small"
    >
      <AlertIcon />
      <p className="flex-1 py-0.5">{text}</p>
      {children}
    </div>
  )
}
