import { useEffect } from 'react'
import { namePage } from '../attention/pageTitle.ts'

/** Names the page after what it shows, for tabs, history and screen readers. */
export function useTitle(name: string | undefined): void {
  useEffect(() => {
    if (name === undefined) return
    namePage(name)
    return () => namePage(undefined)
  }, [name])
}
