/** Calls whoever is elsewhere: by the title and the icon of the tab, and by a sound. */
import { useUnread } from '@parley/react/useUnread'
import { useEffect } from 'react'
import { dotFavicon } from './favicon.ts'
import { countInTitle } from './pageTitle.ts'
import { useSound } from './useSound.ts'

export function Attention() {
  const { messages, conversations } = useUnread()
  useEffect(() => {
    countInTitle(messages)
    return () => countInTitle(0)
  }, [messages])
  const isAny = conversations > 0
  useEffect(() => {
    dotFavicon(isAny)
    return () => dotFavicon(false)
  }, [isAny])
  useSound()
  return null
}
