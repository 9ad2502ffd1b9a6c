// Whether Redis can be reached, found out by a heartbeat, and what is asked of it only then.
//
//   away ──connected──▸ entering ──all is as it was──▸ up ──no answer──▸ doubt ──heartbeat──▸ up
//    ▴──────────────────────┴───────────────────────────────────────┘ no answer again: renew
//
// Nothing is asked while it is not up, so nothing waits and nothing piles up. What wants no answer
// is said in doubt too: what is doubtful may be this node alone, and it ends after two silences.

import type { Connections } from './connections.ts'

export type LineState = 'away' | 'entering' | 'up' | 'doubt' | 'closed'

export interface Line {
  isUp(): boolean
  /** Up, or in doubt. */
  isConnected(): boolean
  /** What Redis answers; nothing when it is away or does not. */
  attempt<Answer>(ask: () => Promise<Answer>): Promise<Answer | undefined>
  /** The same, in doubt too. */
  say<Answer>(words: () => Promise<Answer>): Promise<Answer | undefined>
  /** The connections are there. */
  connected(): void
  lost(): void
  /** Resolves when it is first up, rejects with the reason when that takes too long. */
  opened(withinMs: number): Promise<void>
  close(): void
}

interface LineOptions {
  connections: Connections
  /** Makes everything as it was, before anybody is told that Redis is back. */
  enter: () => Promise<void>
  /** Rejects when there is no answer. */
  beat: () => Promise<void>
  everyMs: number
  onState: (isUp: boolean, problem: string | undefined) => void
  onError: (error: unknown) => void
}

export function createLine({ connections, enter, beat, everyMs, onState, onError }: LineOptions) {
  let state: LineState = 'away'
  let wasConnected = false
  let entries = 0
  let isChecking = false
  let onOpen = () => {}
  const timer = setInterval(() => {
    if (state === 'up') void check()
    else if (connections.areReady()) void connected()
  }, everyMs)
  timer.unref()

  const isConnected = () => state === 'up' || state === 'doubt'

  function become(next: LineState, problem = connections.problem()): void {
    if (state === 'closed') return
    state = next
    if (isConnected() === wasConnected || next === 'entering') return
    wasConnected = isConnected()
    onState(wasConnected, wasConnected ? undefined : problem)
  }

  async function connected(): Promise<void> {
    if (state !== 'away') return
    become('entering')
    entries += 1
    const entry = entries
    const isStill = () => state === 'entering' && entry === entries
    try {
      await enter()
      if (!isStill()) return
      become('up')
      onOpen()
      void check() // whoever came while it was entered
    } catch (error) {
      complain(error)
      // It is there and refuses: not at once again.
      if (isStill()) giveUp(everyMs / 4)
    }
  }

  function giveUp(afterMs: number, problem?: string): void {
    become('away', problem)
    setTimeout(() => void (state === 'away' && connections.renew()), afterMs).unref()
  }

  /** One silence may be this node's own, which was busy. Two are Redis's. */
  async function check(): Promise<void> {
    if (isChecking) return
    isChecking = true
    try {
      await beat().catch(() => {
        if (state === 'up') become('doubt')
        return beat()
      })
      if (state === 'doubt') become('up')
    } catch (error) {
      complain(error)
      if (isConnected()) giveUp(0, String(error))
    } finally {
      isChecking = false
    }
  }

  function complain(error: unknown): void {
    if (isRefusal(error)) onError(error)
  }

  async function say<Answer>(words: () => Promise<Answer>): Promise<Answer | undefined> {
    if (!isConnected()) return undefined
    try {
      return await words()
    } catch (error) {
      if (isRefusal(error)) onError(error)
      else if (state === 'up') {
        become('doubt')
        void check()
      }
      return undefined
    }
  }

  return {
    isUp: () => state === 'up',
    isConnected,
    attempt: async ask => (state === 'up' ? say(ask) : undefined),
    say,
    connected: () => void connected(),
    lost: () => become('away'),
    opened(withinMs) {
      return new Promise((resolve, reject) => {
        const late = setTimeout(() => {
          reject(new Error(connections.problem() ?? `no answer within ${withinMs} ms`))
        }, withinMs)
        onOpen = () => {
          clearTimeout(late)
          resolve()
        }
        if (state === 'up') onOpen()
      })
    },
    close() {
      state = 'closed'
      clearInterval(timer)
    },
  } satisfies Line
}

/** Redis answered, and refused: it is full, or may not be written to. */
export function isRefusal(error: unknown): boolean {
  return error instanceof Error && error.name === 'ReplyError'
}
