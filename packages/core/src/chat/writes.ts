import { isDuplicate, type Sql } from '@parley/db/database'
import { insertMessage, type Outgoing, type Stored } from '@parley/db/queries/insertMessage'
import { insertMessages } from '@parley/db/queries/insertMessages'
import type { Report } from '@parley/db/queries/positions'
import { gather } from '../gather.ts'
import { refusalOf } from '../refusal.ts'
import { type Rise, raiseAlone, raiseTogether } from './raise.ts'

/** The writes that many people make at once; a node gathers them. */
export interface Writes {
  /** Stores a message once; `undefined` when it is refused. */
  send(outgoing: Outgoing): Promise<Stored | undefined>
  /** Raises somebody's positions; null when they stand there already. */
  mark(report: Report): Promise<Rise>
}

/**
 * @param patientSql for those that wait for a lock
 * @param onError told of a common write that should not have failed
 */
export function createWrites(sql: Sql, patientSql: Sql, onError: (error: unknown) => void): Writes {
  const onFailed = (error: unknown) => {
    if (refusalOf(error).reason === 'UNAVAILABLE') return
    if (!isDuplicate(error, 'messages_sent_once')) onError(error)
  }
  return {
    send: gather<Outgoing, Stored | undefined>({
      together: batch => insertMessages(sql, batch),
      alone: outgoing => storeAlone(patientSql, outgoing),
      onFailed,
      laneOf: ({ conversationId }) => conversationId,
    }),
    mark: gather<Report, Rise>({
      together: reports => raiseTogether(sql, reports),
      alone: report => raiseAlone(patientSql, report),
      onFailed,
      laneOf: ({ conversationId }) => conversationId,
    }),
  }
}

async function storeAlone(sql: Sql, outgoing: Outgoing): Promise<Stored | undefined> {
  try {
    return await insertMessage(sql, outgoing)
  } catch (error) {
    // The same message twice at once: the other one is stored by now.
    if (isDuplicate(error, 'messages_sent_once')) return insertMessage(sql, outgoing)
    throw error
  }
}
