/** What can be gone to. Where that is, the page says that shows it: its routes, or a host's own. */
import { createContext, useContext } from 'react'

export type Place =
  | { at: 'list' }
  | { at: 'archived' }
  /** With `seq`, at that message. */
  | { at: 'conversation'; id: string; seq?: number | undefined }
  | { at: 'person'; userId: string }

export interface Navigation {
  hrefOf(place: Place): string
  /** `replacing` leaves no step for Back. */
  go(place: Place, options?: { replacing?: boolean }): void
  /** Where a whole address leads, if it is one of the page's own: those open in place. */
  placeOf?(href: string): Place | undefined
}

export const NavigationContext = createContext<Navigation | undefined>(undefined)

/** Nothing where a page shows one conversation and has nowhere else to go. */
export function useNavigation(): Navigation | undefined {
  return useContext(NavigationContext)
}
