/**
 * Goes where it is asked to: to a message, wherever in the conversation it stands, to the first
 * unread one, to the end. What is not loaded is looked at first; then nothing lies between.
 */
import type { ConversationHandle } from '@parley/client/conversationHandle'
import type { ConversationView } from '@parley/client/conversationView'
import { Refused } from '@parley/client/refused'
import type { Virtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useLayoutEffect, useState } from 'react'
import { warnOfRefusal } from '../conversation/warnOfRefusal.ts'
import { warn } from '../parts/notices.ts'
import { words } from '../words/words.ts'
import { stepTo, type Target } from './jumps.ts'
import type { Row } from './rows.ts'

/** How long a message that was jumped to stays lit. */
const litFor = 2_000

/** For so long the virtualizer corrects its place, as it measures rows that it only guessed. */
const correctingFrames = 5

/** Nobody waits longer than this for what is further back: then the end is shown. */
const patienceMs = 1_500

interface Given {
  first: () => Target
  /** The message that the address names. */
  seq: number | undefined
  rows: readonly Row[]
  virtualizer: Virtualizer<HTMLDivElement, Element>
  view: Pick<ConversationView, 'latest'>
  handle: Pick<ConversationHandle, 'lookAt' | 'lookAtLatest'>
}

export function useJumps({ first, seq, rows, virtualizer, view: { latest }, handle }: Given) {
  const { lookAt, lookAtLatest } = handle
  const [target, setTarget] = useState<Target | undefined>(first)
  const [isOpen, setOpen] = useState(false)
  const [litKey, setLit] = useLit()
  const isPlaced = useSettled(target)
  useNamed(seq, setTarget)

  const ask = useCallback(
    (sought: Exclude<Target, { kind: 'end' }>) => {
      const asked = { ...sought, isAsked: true }
      const unlessOther = (next: Target) => (now: Target | undefined) =>
        now === asked ? next : now
      setTarget(asked)
      lookAt(sought.seq).then(
        () => setTarget(unlessOther({ ...asked, isAnswered: true })),
        error => {
          if (asked.kind === 'message') warnOf(error)
          setTarget(unlessOther({ kind: 'end' }))
        },
      )
    },
    [lookAt],
  )

  useLayoutEffect(() => {
    if (!target) return
    const step = stepTo(target, rows, latest)
    // Also calls off what is looked for: nobody is taken away from the end later.
    if (step.go === 'latest' || step.go === 'end') lookAtLatest()
    if (step.go === 'ask' && target.kind !== 'end') ask(target)
    if (step.go !== 'end' && step.go !== 'row') return
    if (step.go === 'row') {
      virtualizer.scrollToIndex(step.at, { align: step.align })
      if (!step.isFound) warn(words.conversation.notThere)
      else if (target.kind === 'message') setLit(rows[step.at]?.key)
    } else virtualizer.scrollToEnd()
    setOpen(true)
    setTarget(undefined)
  }, [target, rows, latest, virtualizer, ask, lookAtLatest, setLit])

  // It may be long in coming. Then the end is there to read, and what was asked for still comes.
  useEffect(() => {
    if (isOpen) return
    const timer = setTimeout(() => {
      setOpen(true)
      virtualizer.scrollToEnd()
      setTarget(now => (now?.kind === 'new' ? { kind: 'end' } : now))
    }, patienceMs)
    return () => clearTimeout(timer)
  }, [isOpen, virtualizer])

  return {
    /** Whether it stands where it should. Until then nothing may come in, and nothing counts as read. */
    isPlaced,
    /** What is shown is where the conversation opens. */
    isOpen,
    isSeeking: target !== undefined && target.kind !== 'end' && target.isAsked === true,
    litKey,
    seek: useCallback((seq: number) => setTarget({ kind: 'message', seq }), []),
    toEnd: useCallback(() => setTarget({ kind: 'end' }), []),
  }
}

/** Another message named in the address is gone to as well. */
function useNamed(seq: number | undefined, go: (target: Target) => void): void {
  const [was, setWas] = useState(seq)
  if (seq === was) return
  setWas(seq)
  if (seq !== undefined) go({ kind: 'message', seq })
}

/** The row that was just jumped to, for two seconds. */
function useLit() {
  const [lit, setLit] = useState<{ key: string | undefined }>()
  useEffect(() => {
    if (!lit) return
    const timer = setTimeout(() => setLit(undefined), litFor)
    return () => clearTimeout(timer)
  }, [lit])
  return [lit?.key, useCallback((key: string | undefined) => setLit({ key }), [])] as const
}

/** Whether nothing is gone to, for some frames. */
function useSettled(target: Target | undefined): boolean {
  const [isSettled, setSettled] = useState(false)
  if (target && isSettled) setSettled(false)
  useEffect(() => {
    if (target) return
    let left = correctingFrames
    let frame = requestAnimationFrame(function next() {
      left -= 1
      if (left > 0) frame = requestAnimationFrame(next)
      else setSettled(true)
    })
    return () => cancelAnimationFrame(frame)
  }, [target])
  return isSettled && !target
}

function warnOf(error: unknown): void {
  if (error instanceof Refused && error.reason === 'NOT_FOUND') warn(words.conversation.notThere)
  else warnOfRefusal(error)
}
