import { useEffect } from 'react'
import { words } from '../words/words.ts'

/** Names the page after what it shows, for tabs, history and screen readers. */
export function useTitle(name: string | undefined): void {
  useEffect(() => {
    if (name === undefined) return
    document.title = `${name} · ${words.app}`
    return () => {
      document.title = words.app
    }
  }, [name])
}
