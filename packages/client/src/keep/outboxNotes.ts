/**
 * What waits, noted in the moment in which it was written: when a page is left, its browser undoes
 * what the database had not finished. A note lasts until it is written there.
 */
import { type DraftStorage, forgetKeepsakes, keepsakeIn, keysIn } from '../keepsake.ts'
import { outgoingToRow, readOutgoing } from './keptRows.ts'
import type { KeptOutgoing, OutboxNotes } from './store.ts'

interface Place {
  url: string
  userId: string
}

/** Where nothing is ever written they leave room for drafts. */
const most = 64

export function createOutboxNotes(
  storage: DraftStorage | undefined,
  { url, userId }: Place,
): OutboxNotes {
  // In quotation marks no id is the beginning of another one.
  const prefix = `parley.outbox.${url}.${JSON.stringify(userId)}.`
  const noteOf = (clientId: string) => keepsakeIn(storage, prefix + clientId)
  const textOf = (row: KeptOutgoing) => JSON.stringify(outgoingToRow(userId, row))

  return {
    note(clientId, row) {
      const note = noteOf(clientId)
      if (!row) note.write('')
      else if (note.read() !== '' || keysIn(storage, prefix).length < most) note.write(textOf(row))
    },
    noted() {
      const rows: KeptOutgoing[] = []
      let damaged = false
      for (const key of keysIn(storage, prefix)) {
        const note = keepsakeIn(storage, key)
        const row = readOutgoing(userId, parsed(note.read()))
        if (row) rows.push(row)
        else {
          damaged = true
          note.write('')
        }
      }
      return { rows, damaged }
    },
    written(row) {
      const note = noteOf(row.message.clientId)
      if (note.read() === textOf(row)) note.write('')
    },
    forgetAll: () => forgetKeepsakes(storage, prefix),
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
