import type { Virtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useState } from 'react'
import { warn } from '../parts/notices.ts'
import { words } from '../words/words.ts'
import type { Row } from './rows.ts'

/** How long a message that was jumped to stays lit. */
const litFor = 2_000

/** Pages of history that a jump may load; beyond, it says so. */
const pagesMax = 40

interface Given {
  rows: readonly Row[]
  virtualizer: Virtualizer<HTMLDivElement, Element>
  complete: boolean
  loadOlder: () => Promise<void>
}

/** Jumps to a message and lights it up, loading history until it is there. */
export function useSeek({ rows, virtualizer, complete, loadOlder }: Given) {
  const [sought, setSought] = useState<{ id: string; pages: number }>()
  const [litId, setLit] = useState<string>()

  useEffect(() => {
    if (!sought) return
    const { id, pages } = sought
    const index = rows.findIndex(row => row.kind === 'message' && row.message.id === id)
    if (index !== -1) {
      virtualizer.scrollToIndex(index, { align: 'center' })
      setSought(undefined)
      setLit(id)
      return
    }
    if (complete || pages >= pagesMax) {
      setSought(undefined)
      warn(words.conversation.tooFar)
      return
    }
    let isGone = false
    loadOlder().then(
      () => !isGone && setSought({ id, pages: pages + 1 }),
      () => !isGone && setSought(undefined),
    )
    return () => {
      isGone = true
    }
  }, [sought, rows, virtualizer, complete, loadOlder])

  useEffect(() => {
    if (!litId) return
    const timer = setTimeout(() => setLit(undefined), litFor)
    return () => clearTimeout(timer)
  }, [litId])

  const seek = useCallback((id: string) => {
    setLit(undefined)
    setSought({ id, pages: 0 })
  }, [])
  return { seek, litId }
}
