import type { ReactNode } from 'react'
import { PlaceLink } from '../navigation/PlaceLink.tsx'

/** The name of somebody, which leads to them where the page has a place for people. */
export function PersonLink({ userId, children }: { userId: string; children: ReactNode }) {
  return (
    <PlaceLink
      to={{ at: 'person', userId }}
      className="rounded-corner underline-offset-3 -outline-offset-2 focus-visible:underline [&[href]]:hover:underline touch:-my-2.5 touch:py-2.5"
    >
      {children}
    </PlaceLink>
  )
}
