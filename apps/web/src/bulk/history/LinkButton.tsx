import type { ReactNode } from 'react'
import { Link } from 'wouter'

/** Goes somewhere, and is the one thing to do here. */
export function LinkButton({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link
      href={href}
      className="inline-flex min-h-9 items-center justify-center gap-2 rounded-control bg-act px-3.5 py-1.5 font-medium text-on-act transition-colors hover:bg-act-hover touch:min-h-11"
    >
      {children}
    </Link>
  )
}
