import type { ReactNode } from 'react'

interface Props {
  children: ReactNode
  size?: number
  /** What points somewhere points the other way where one reads from right to left. */
  mirrors?: boolean
}

/** The one pen that all icons are drawn with. What they mean is said by their button. */
export function Icon({ children, size = 20, mirrors = false }: Props) {
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
      className={`shrink-0 ${mirrors ? 'rtl:-scale-x-100' : ''}`}
    >
      {children}
    </svg>
  )
}
