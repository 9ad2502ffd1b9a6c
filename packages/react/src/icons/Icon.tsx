import type { ReactNode } from 'react'

/** The one pen that all icons are drawn with. What they mean is said by their button. */
export function Icon({ children, size = 20 }: { children: ReactNode; size?: number }) {
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.6}
      strokeLinecap="square"
      className="shrink-0"
    >
      {children}
    </svg>
  )
}
