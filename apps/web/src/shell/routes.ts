/** Where the app shows what: every address that can be linked, reloaded and gone back to. */
import type { Navigation, Place } from '@parley/react/navigation/navigation'
import { navigate } from 'wouter/use-browser-location'

function hrefOf(place: Place): string {
  switch (place.at) {
    case 'list':
      return '/'
    case 'archived':
      return '/archived'
    case 'conversation':
      return place.seq === undefined ? `/c/${place.id}` : `/c/${place.id}/${place.seq}`
    case 'person':
      return `/p/${encodeURIComponent(place.userId)}`
  }
}

/** Kept with a step of the history whose Back leads to the list. */
const fromList = { fromList: true }

export const routes: Navigation = {
  hrefOf,
  go(place, { replacing = false } = {}) {
    const isOnList = location.pathname === '/' || cameFromList()
    navigate(hrefOf(place), { replace: replacing, state: isOnList ? fromList : undefined })
  },
}

/** Back to the list as the browser's Back does it, where the list is what was before. */
export function backToList(): void {
  if (cameFromList()) history.back()
  else navigate('/', { replace: true })
}

function cameFromList(): boolean {
  const state: unknown = history.state
  return typeof state === 'object' && state !== null && 'fromList' in state
}
