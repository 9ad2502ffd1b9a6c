/**
 * Going from place to place within the page. Each step of the history remembers how many steps
 * ago the list was, so that "back to conversations" ends there also after walking about.
 */
import { widths } from '@parley/react/look/widths'
import type { Navigation, Place } from '@parley/react/navigation/navigation'
import { navigate } from 'wouter/use-browser-location'
import { hrefOf, isList, placeOf, routeOf } from './route.ts'

export const routes: Navigation = {
  hrefOf,
  go(place, { replacing = false } = {}) {
    if (replacing || isStepAside(place)) {
      navigate(hrefOf(place), { replace: true, state: history.state })
      return
    }
    const steps = stepsFromList()
    const state = steps === undefined || isList(place) ? undefined : { steps: steps + 1 }
    navigate(hrefOf(place), { state })
  },
  placeOf: href => placeOf(href, location.origin),
}

/** Back to the list as the browser's Back does it, where the list is what was before. */
export function backToList(): void {
  const steps = stepsFromList()
  if (steps) history.go(-steps)
  else navigate('/', { replace: true })
}

/** Back to what was before within the page. */
export function back(): void {
  if (stepsFromList()) history.back()
  else navigate('/', { replace: true })
}

/** On a phone, Back leads out of a conversation also after jumping about in it. */
function isStepAside(place: Place): boolean {
  const here = routeOf(location.pathname)
  return (
    here.at === 'conversation' &&
    place.at === 'conversation' &&
    here.id === place.id &&
    !matchMedia(widths.two).matches
  )
}

/** Nothing where a link from elsewhere led here. */
function stepsFromList(): number | undefined {
  if (isList(routeOf(location.pathname))) return 0
  const state: unknown = history.state
  if (typeof state !== 'object' || state === null || !('steps' in state)) return undefined
  return typeof state.steps === 'number' ? state.steps : undefined
}
