import type { Change } from '@parley/protocol/change'
import { limits } from '@parley/protocol/limits'
import type { Runner } from '../database.ts'
import { type JobRow, jobColumns, jobOf } from '../rows/job.ts'
import { type MessageRow, messageColumns, messageOf } from '../rows/message.ts'
import { type ParticipantRow, participantColumns, participantsFor } from '../rows/participant.ts'

interface Row {
  version: number
  sharedVersion: number
  title: string | null
  job: JobRow | null
  messages: MessageRow[] | null
  participants: ParticipantRow[] | null
  sharesPositions: boolean
}

/** What has changed since a version, ascending, up to the version it reaches. */
export interface CatchUp {
  changes: Change[]
  version: number
  /** Whether that is all; otherwise ask again from `version`. */
  complete: boolean
}

/**
 * How many versions one answer looks through. Reading and delivery raise versions as well, so
 * it is a few times the rows of a page.
 */
export const versionsPage = 3 * limits.changesPage

/**
 * Everything that changed in a conversation since a version, read from one snapshot.
 *
 * An answer looks each of its versions up by key, so it costs what it holds whatever the
 * planner believes. Ordered and limited instead, a long conversation is read and sorted whole
 * for every page of somebody far behind.
 */
export async function changesSince(
  sql: Runner,
  userId: string,
  conversationId: string,
  since: number,
): Promise<CatchUp | undefined> {
  const [row] = await sql<Row[]>`
    select c.version, c.shared_version, c.title,
      (select row_to_json(j) from (
         select ${sql.unsafe(jobColumns)} from jobs j where j.id = c.job_id
       ) j) as job,
      (select json_agg(m) from (
         select found.*
         from generate_series(${since}::bigint + 1, least(c.version, ${since}::bigint + ${versionsPage})) v
         cross join lateral (
           select ${sql.unsafe(messageColumns)} from messages m
           where m.conversation_id = c.id and m.version = v offset 0
         ) found
         where found.seq > me.after_seq
         order by v limit ${limits.changesPage}
       ) m) as messages,
      (select json_agg(p) from (
         select ${sql.unsafe(participantColumns)}
         from participants p join people u on u.id = p.user_id
         where p.conversation_id = c.id and p.version > ${since}
       ) p) as participants,
      (select count(*) from participants p where p.conversation_id = c.id and p.left_at is null)
        <= ${limits.sharedPositionsMax} as shares_positions
    from participants me join conversations c on c.id = me.conversation_id
    where me.conversation_id = ${conversationId} and me.user_id = ${userId} and me.left_at is null`
  return row && catchUpOf(row, userId, conversationId, since)
}

function catchUpOf(row: Row, userId: string, conversationId: string, since: number): CatchUp {
  const found = row.messages ?? []
  const messages = found.slice(0, countThatFits(found))
  const isFull = messages.length === limits.changesPage || messages.length < found.length
  const looked = Math.min(row.version, since + versionsPage)
  const version = (isFull ? messages.at(-1)?.version : undefined) ?? looked
  const complete = version === row.version
  const changes: Change[] = messages.map(message => ({
    conversationId,
    version: message.version,
    message: messageOf(message),
  }))
  for (const participant of participantsFor(userId, row.participants ?? [], row.sharesPositions)) {
    changes.push({ conversationId, version: participant.version, participant })
  }
  if (row.sharedVersion > since) {
    const { title, job } = row
    const conversation = { ...(title === null ? {} : { title }), ...(job && { job: jobOf(job) }) }
    changes.push({ conversationId, version: row.sharedVersion, conversation })
  }
  const reached = changes.filter(change => change.version <= version)
  return { changes: reached.sort((a, b) => a.version - b.version), version, complete }
}

/**
 * How many messages go into one answer. A reader is cut off at a backlog that 200 long texts
 * would reach at once, and would then ask for the same again.
 */
function countThatFits(messages: readonly MessageRow[]): number {
  let characters = 0
  const last = messages.findIndex(({ text, event }) => {
    // A line that tells who was added may name all of a group.
    characters += text?.length ?? JSON.stringify(event ?? '').length
    return characters >= limits.changesText
  })
  return last < 0 ? messages.length : last + 1
}
