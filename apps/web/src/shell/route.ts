/** What every address means, and the address of every place: pure, and each the other's mirror. */
import type { Place } from '@parley/react/navigation/navigation'

export type Route = Place | { at: 'bulk' } | { at: 'admin' } | { at: 'nowhere' }

export function hrefOf(place: Place): string {
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

/** What people link to in what they write: a conversation, a message or a person of this page. */
export function placeOf(href: string, ownOrigin: string): Place | undefined {
  const { origin, pathname } = new URL(href)
  const route = origin === ownOrigin ? routeOf(pathname) : undefined
  return route?.at === 'conversation' || route?.at === 'person' ? route : undefined
}

const messageNumber = /^[1-9]\d{0,9}$/

export function routeOf(pathname: string): Route {
  const [first, second, third, ...more] = pathname.split('/').filter(part => part !== '')
  if (first === 'bulk') return { at: 'bulk' } // its pages know the rest
  if (more.length > 0) return { at: 'nowhere' }
  if (first === 'c' && second !== undefined) return conversationAt(second, third)
  if (third !== undefined) return { at: 'nowhere' }
  if (first === 'p' && second !== undefined) return personAt(second)
  if (second !== undefined) return { at: 'nowhere' }
  if (first === undefined) return { at: 'list' }
  return first === 'archived' || first === 'admin' ? { at: first } : { at: 'nowhere' }
}

function conversationAt(id: string, seq: string | undefined): Route {
  if (seq === undefined) return { at: 'conversation', id }
  return messageNumber.test(seq) ? { at: 'conversation', id, seq: Number(seq) } : { at: 'nowhere' }
}

function personAt(written: string): Route {
  try {
    return { at: 'person', userId: decodeURIComponent(written) }
  } catch {
    return { at: 'nowhere' } // no address that anything leads to
  }
}

/** Where the list of conversations stands alone on a phone. */
export function isList({ at }: Route): boolean {
  return at === 'list' || at === 'archived'
}
