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

interface Pools {
  /**
   * One connection for messages, one behind the other: a process of Postgres that does the same
   * again and again has at hand what each of eight would have to fetch by turns.
   */
  sendSql: Sql
  /** For messages only while something hangs there. */
  sql: Sql
  /** For those that wait for a lock. */
  patientSql: Sql
}

/** @param onError told of a common write that should not have failed */
export function createWrites(pools: Pools, onError: (error: unknown) => void): Writes {
  const { sendSql, sql, patientSql } = pools
  const onFailed = (error: unknown) => {
    if (refusalOf(error).reason === 'UNAVAILABLE') return
    if (!isDuplicate(error, 'messages_sent_once')) onError(error)
  }
  return {
    send: gather<Outgoing, Stored | undefined>({
      together: (batch, line) => storeTogether(line === 0 ? sendSql : sql, batch),
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

/** One by itself takes the statement for one, which costs less than that for many. */
async function storeTogether(sql: Sql, batch: Outgoing[]): Promise<(Stored | undefined)[]> {
  const [first, second] = batch
  if (!first || second) return insertMessages(sql, batch)
  return [await insertMessage(sql, first, 'skip')]
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
