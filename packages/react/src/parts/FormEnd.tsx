import type { ReactNode } from 'react'

/** The last of a form that may be longer than its dialog: its space below scrolls with it. */
export function FormEnd({ children }: { children: ReactNode }) {
  return <div className="flex flex-col pb-5">{children}</div>
}
