import type { Conversation } from '@parley/protocol/conversation'
import { limits } from '@parley/protocol/limits'
import { type Fragment, iso, type Runner } from '../database.ts'
import { type JobRow, jobColumns, jobOf } from '../rows/job.ts'
import { type MessageRow, messageColumns, messageOf } from '../rows/message.ts'
import { type ParticipantRow, participantColumns, participantsFor } from '../rows/participant.ts'
import type { conversations } from '../schema/conversations.ts'

type Row = Pick<
  typeof conversations.$inferSelect,
  'id' | 'version' | 'lastSeq' | 'title' | 'openedBy' | 'updatedAt'
> & {
  job: JobRow | null
  participants: ParticipantRow[]
  lastMessage: MessageRow | null
  unreadCount: number
  /** Whether the list goes on after it. */
  hasMore: boolean
}

export interface Page {
  limit: number
  archived: boolean
  /** Where the page before ended. */
  after: { updatedAt: string; id: string } | null
}

/**
 * A person's conversations with everything that a list shows, newest activity first. A page ends
 * early when it has as many participants as fit, but never without a conversation.
 */
export async function listConversations(
  sql: Runner,
  userId: string,
  { limit, archived, after }: Page,
): Promise<{ items: Conversation[]; hasMore: boolean }> {
  const next = sql`
    select c.*, p.read_seq, p.after_seq
    from participants p
    -- One look by its key for each, whatever the planner thinks of reading all of them.
    cross join lateral (select * from conversations c where c.id = p.conversation_id offset 0) c
    where p.user_id = ${userId} and p.left_at is null and p.archived = ${archived}
      and (${after?.id ?? null}::uuid is null
        or (c.updated_at, c.id) < (${after?.updatedAt ?? null}, ${after?.id ?? null}))
    order by c.updated_at desc, c.id desc
    limit ${limit + 1}`
  const page = sql`
    select * from (
      select next.*, row_number() over newest as place, sum(there.people) over newest as people,
        count(*) over () > row_number() over newest as has_more
      from (${next}) next cross join lateral (
        select case when next.pair_low is not null then 2 else (
          select count(*) from participants p where p.conversation_id = next.id
        ) end as people
      ) there
      window newest as (order by next.updated_at desc, next.id desc)
    ) numbered
    where place <= ${limit} and (place = 1 or people <= ${limits.pageParticipants})`
  const rows = await read(sql, userId, page)
  const hasMore = rows.at(-1)?.hasMore ?? false
  return { items: rows.map(row => conversationOf(row, userId)), hasMore }
}

/** One conversation as one of its participants sees it; nothing to anybody else. */
export async function getConversation(
  sql: Runner,
  userId: string,
  conversationId: string,
): Promise<Conversation | undefined> {
  const one = sql`
    select c.*, p.read_seq, p.after_seq, false as has_more
    from participants p join conversations c on c.id = p.conversation_id
    where c.id = ${conversationId} and p.user_id = ${userId} and p.left_at is null`
  const [row] = await read(sql, userId, one)
  return row && conversationOf(row, userId)
}

function read(sql: Runner, userId: string, chosen: Fragment): Promise<Row[]> {
  return sql<Row[]>`
    with chosen as (${chosen})
    select c.id, c.version, c.last_seq, c.title, c.opened_by, c.updated_at,
      c.has_more,
      (select row_to_json(j) from (
         select ${sql.unsafe(jobColumns)} from jobs j where j.id = c.job_id
       ) j) as job,
      (select json_agg(p) from (
         select ${sql.unsafe(participantColumns)}
         from participants p join people u on u.id = p.user_id
         where p.conversation_id = c.id
         order by p.joined_at, p.user_id collate "C"
       ) p) as participants,
      (select row_to_json(m) from (
         select ${sql.unsafe(messageColumns)} from messages m
         where m.conversation_id = c.id and m.seq = c.last_seq and m.seq > c.after_seq
       ) m) as last_message,
      case when c.read_seq >= c.last_seq then 0 else (
        select count(*)::int from (
          select from messages m
          where m.conversation_id = c.id and m.seq > greatest(c.read_seq, c.after_seq)
            and m.sender_id <> ${userId} and m.removed_at is null
          limit ${limits.unreadMax}
        ) unread
      ) end as unread_count
    from chosen c
    order by c.updated_at desc, c.id desc`
}

function conversationOf(row: Row, userId: string): Conversation {
  const { id, version, lastSeq, title, openedBy, job, lastMessage, unreadCount } = row
  return {
    id,
    version,
    lastSeq,
    ...(title === null ? {} : { title }),
    ...(job && { job: jobOf(job) }),
    openedBy,
    participants: participantsFor(userId, row.participants),
    ...(lastMessage && { lastMessage: messageOf(lastMessage) }),
    unreadCount,
    updatedAt: iso(row.updatedAt),
  }
}
