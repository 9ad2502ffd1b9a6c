/** What of the outbox is still to be written: at once, again after a failure, the last word of each message. */
import type { Clock } from '../clock.ts'
import type { KeptOutgoing } from './store.ts'
import type { Writer } from './writer.ts'

export interface OutboxRows {
  put(row: KeptOutgoing): void
  drop(clientId: string): void
  isWaiting(clientId: string): boolean
  /** Resolves when all is written, or could not be. */
  written(): Promise<void>
}

interface Options {
  clock: Clock
  writer: Writer
  /** Gives up what is worth less than what somebody wrote. @returns whether there may be room now */
  makeRoom: () => Promise<boolean>
  onWritten: (clientIds: readonly string[]) => void
}

/** Nothing in the place of a row: it is dropped. */
type Rows = Map<string, KeptOutgoing | undefined>

/** Until what could not be written is tried again. */
const againMs = 30_000

export function createOutboxRows({ clock, writer, makeRoom, onWritten }: Options): OutboxRows {
  let waiting: Rows = new Map()
  let writing: Promise<void> | undefined
  let stopWaiting = () => {}

  function flush(): void {
    writing ??= writeAll().finally(() => {
      writing = undefined
    })
  }

  async function writeAll(): Promise<void> {
    while (waiting.size > 0) {
      const rows = waiting
      waiting = new Map()
      const outbox = {
        put: [...rows.values()].filter(row => row !== undefined),
        drop: [...rows].flatMap(([clientId, row]) => (row ? [] : [clientId])),
      }
      const done =
        (await writer.write({ outbox })) || ((await makeRoom()) && (await writer.write({ outbox })))
      if (done) onWritten([...rows.keys()])
      else {
        waiting = new Map([...rows, ...waiting])
        stopWaiting()
        stopWaiting = clock.after(againMs, flush)
        return
      }
    }
  }

  function set(clientId: string, row: KeptOutgoing | undefined): void {
    writer.note(clientId, row)
    waiting.set(clientId, row)
    flush()
  }

  return {
    put: row => set(row.message.clientId, row),
    drop: clientId => set(clientId, undefined),
    isWaiting: clientId => waiting.has(clientId),
    written: async () => writing,
  }
}
