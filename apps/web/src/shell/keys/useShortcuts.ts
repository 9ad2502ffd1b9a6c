import type { Client } from '@parley/client/client'
import { useClient } from '@parley/react/useClient'
import { useEffect } from 'react'
import { close, overlay, show } from '../overlay.ts'
import { routeOf } from '../route.ts'
import { routes } from '../routes.ts'
import { isApple } from './isApple.ts'
import { isComposed, isPressed } from './press.ts'
import { goToRegion } from './regions.ts'
import { type Act, type Shortcut, shortcuts } from './shortcuts.ts'
import { isFilled, isTyping, opensByArrow } from './typing.ts'
import { neighbour, type Step } from './walk.ts'

/** Whoever opened one of these works in it. */
const layers = '[role="dialog"], [role="alertdialog"], [role="menu"]'

/** Handles what is pressed anywhere on the page and meant by nothing on it. */
export function useShortcuts(): void {
  const client = useClient()
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.defaultPrevented || isComposed(event)) return
      for (const shortcut of shortcuts) {
        if ('isElsewhere' in shortcut || !isMeant(shortcut, event)) continue
        event.preventDefault()
        acts[shortcut.does](client)
        return
      }
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [client])
}

function isMeant(shortcut: Shortcut, event: KeyboardEvent): boolean {
  if (!shortcut.keys.some(keys => isPressed(keys, event, isApple))) return false
  if (!shortcut.whileTyping && isTyping(event.target)) return false
  if (event.altKey && (opensByArrow(event.target) || (isApple && isFilled(event.target))))
    return false
  const isPalette = shortcut.does === 'palette' && overlay.get() === 'palette'
  return isPalette || document.querySelector(layers) === null
}

const acts: Record<Act, (client: Client) => void> = {
  palette: () => (overlay.get() === 'palette' ? close() : show('palette')),
  help: () => show('keys'),
  nextRegion: () => goToRegion(1),
  previousRegion: () => goToRegion(-1),
  next: client => walk(client, { by: 1, onlyUnread: false }),
  previous: client => walk(client, { by: -1, onlyUnread: false }),
  nextUnread: client => walk(client, { by: 1, onlyUnread: true }),
  previousUnread: client => walk(client, { by: -1, onlyUnread: true }),
}

/** In the list, or in the archive where the conversation that is open lies there. */
function walk(client: Client, step: Step): void {
  const here = routeOf(location.pathname)
  const hereId = here.at === 'conversation' ? here.id : undefined
  const archived = client.archived.get().items
  const isInArchive = here.at === 'archived' || archived.some(({ id }) => id === hereId)
  const items = isInArchive ? archived : client.conversations.get().items
  const stops = items.map(({ id, unreadCount, markedUnread }) => {
    return { id, isUnread: unreadCount > 0 || markedUnread }
  })
  const id = neighbour(stops, hereId, step)
  if (id !== undefined) routes.go({ at: 'conversation', id })
}
