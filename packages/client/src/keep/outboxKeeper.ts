/**
 * Keeps what waits to be sent, and shows it to the other tabs: each of them has the same
 * queues, one of them sends. A message leaves a tab's queue when that tab sees its row.
 */
import * as z from 'zod/mini'
import type { Clock } from '../clock.ts'
import { type Outgoing, outgoing } from '../outbox.ts'
import { createOutboxRows } from './outboxRows.ts'
import type { Tabs } from './tabs.ts'
import type { Writer } from './writer.ts'

/** The outbox of this tab, as far as others need to know of it. */
export interface OutboxKeeper {
  /** A message, new or in a new state. */
  put(conversationId: string, message: Outgoing): void
  /** It was taken back. */
  discard(conversationId: string, clientId: string): void
  /** The server has it. */
  settle(conversationId: string, clientId: string): void
  /** Whether this is the tab that sends. */
  isSender(): boolean
  /** Here somebody is writing, so here it shall be sent. */
  takeOver(): void
  listen(listener: OutboxListener): void
  /** The tab goes away: it sends and tells nothing any more. Resolves when all is written. */
  end(): Promise<void>
}

interface OutboxListener {
  entered(conversationId: string, message: Outgoing): void
  discarded(conversationId: string, clientId: string): void
  /** The server has it; its row may not have come here yet. */
  settled(conversationId: string, clientId: string): void
  /** From now on this tab sends. */
  sending(): void
}

interface Options {
  clock: Clock
  writer: Writer
  tabs: Tabs
  /** Resolves when what was kept has been read. */
  opened: Promise<unknown>
  /** Gives up what is worth less than what somebody wrote. @returns whether there may be room now */
  makeRoom: () => Promise<boolean>
}

const told = z.union([
  z.object({ conversationId: z.string(), put: outgoing }),
  z.object({ conversationId: z.string(), discarded: z.string() }),
  z.object({ conversationId: z.string(), settled: z.string() }),
])
type Told = z.infer<typeof told>

export function createOutboxKeeper(options: Options): OutboxKeeper {
  const { tabs, opened } = options
  const rows = createOutboxRows({ ...options, onWritten: tellAgain })
  /** The last word on what is not written yet: a tab that is being opened may have missed it. */
  const unwritten = new Map<string, Told>()
  let isMine = false
  let isOpen = false
  let isOver = false
  let listener: OutboxListener | undefined

  function tell(clientId: string, message: Told): void {
    if (!isOver) tabs.tell(message)
    unwritten.set(clientId, message)
  }

  /** By now whoever did not hear it can read it, and whoever could not read it hears it. */
  function tellAgain(written: Iterable<string>): void {
    for (const clientId of written) {
      const message = unwritten.get(clientId)
      if (message && !isOver) tabs.tell(message)
      if (!rows.isWaiting(clientId)) unwritten.delete(clientId)
    }
  }

  tabs.listen(message => {
    const parsed = told.safeParse(message)
    if (!parsed.success || !listener) return
    const { conversationId } = parsed.data
    if ('put' in parsed.data) {
      const { put } = parsed.data
      unwritten.delete(put.clientId) // another tab had the last word
      listener.entered(conversationId, put)
    } else if ('settled' in parsed.data) listener.settled(conversationId, parsed.data.settled)
    else listener.discarded(conversationId, parsed.data.discarded)
  })

  const takeOver = tabs.want('outbox', async mine => {
    isMine = mine && !isOver
    await opened
    isOpen = true
    if (isMine) listener?.sending()
  })

  return {
    put(conversationId, message) {
      if (isOver) return
      const { clientId } = message
      // What is on its way is sent again after a reload, so it is kept as it was: waiting.
      if (message.state.kind === 'sending') {
        tabs.tell({ conversationId, put: message } satisfies Told)
        if (unwritten.has(clientId)) unwritten.set(clientId, { conversationId, put: message })
        return
      }
      tell(clientId, { conversationId, put: message })
      rows.put({ conversationId, message })
    },
    discard(conversationId, clientId) {
      tell(clientId, { conversationId, discarded: clientId })
      rows.drop(clientId)
    },
    settle(conversationId, clientId) {
      tell(clientId, { conversationId, settled: clientId })
      rows.drop(clientId)
    },
    isSender: () => isMine && isOpen,
    takeOver() {
      if (!isMine) takeOver()
    },
    listen(next) {
      listener = next
    },
    end() {
      isOver = true
      isMine = false
      return rows.written()
    },
  }
}

/** Where nothing is kept and nobody else sends. */
export const noKeeper: OutboxKeeper = {
  put() {},
  discard() {},
  settle() {},
  isSender: () => true,
  takeOver() {},
  listen() {},
  end: async () => {},
}
