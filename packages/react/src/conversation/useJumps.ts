/**
 * Goes where it is asked to: to a message, wherever in the conversation it stands, to the first
 * unread one, to the end. What is not loaded is looked at first; then nothing lies between.
 */
import type { ConversationHandle } from '@parley/client/conversationHandle'
import type { ConversationView } from '@parley/client/conversationView'
import { Refused } from '@parley/client/refused'
import type { Virtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useLayoutEffect, useState } from 'react'
import { warn } from '../parts/notices.ts'
import { words } from '../words/words.ts'
import { nearestRow, rowOf, type Target } from './jumps.ts'
import type { Row } from './rows.ts'
import { warnOfRefusal } from './warnOfRefusal.ts'

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

  useLayoutEffect(() => {
    if (!target) return
    const arrive = () => {
      setOpen(true)
      setTarget(undefined)
    }
    if (target.kind === 'end') {
      if (!latest) return lookAtLatest()
      virtualizer.scrollToEnd()
      return arrive()
    }
    const at = rowOf(target, rows)
    if (at !== -1) {
      const isMessage = target.kind === 'message'
      virtualizer.scrollToIndex(at, { align: isMessage ? 'center' : 'start' })
      if (isMessage) setLit(rows[at]?.key)
      return arrive()
    }
    if (target.isAnswered) {
      if (target.kind === 'new') return setTarget({ kind: 'end' })
      warn(words.conversation.notThere)
      virtualizer.scrollToIndex(nearestRow(target.seq, rows), { align: 'center' })
      return arrive()
    }
    if (target.isAsked) return
    const asked: Target = { ...target, isAsked: true }
    const unlessOther = (next: Target) => (now: Target | undefined) => (now === asked ? next : now)
    setTarget(asked)
    lookAt(target.seq).then(
      () => setTarget(unlessOther({ ...asked, isAnswered: true })),
      error => {
        if (asked.kind === 'message') warnOf(error)
        setTarget(unlessOther({ kind: 'end' }))
      },
    )
  }, [target, rows, latest, virtualizer, lookAt, lookAtLatest, setLit])

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
