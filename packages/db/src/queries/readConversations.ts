import type { Conversation } from '@parley/protocol/conversation'
import { limits } from '@parley/protocol/limits'
import { type Fragment, iso, type Runner } from '../database.ts'
import { JsonText } from '../jsonText.ts'
import { jobJson } from '../rows/job.ts'
import { momentJson, optional } from '../rows/json.ts'
import { messageJson } from '../rows/message.ts'
import { participantJson } from '../rows/participant.ts'
import { userJson } from '../rows/user.ts'

interface Row {
  id: string
  updatedAt: string
  /** The conversation as the wire tells it. */
  text: string
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
 * A person's conversations with everything that a list shows, newest activity first, and where
 * the list goes on. A page ends early when it has as many participants as fit, but never without
 * a conversation.
 */
export async function listConversations(
  sql: Runner,
  userId: string,
  { limit, archived, after }: Page,
): Promise<{ items: JsonText<Conversation[]>; next: Page['after'] }> {
  // All of them are looked at for the newest, so this reads nothing else of them.
  const next = sql`
    select c.id, c.updated_at, c.pair_low is null as is_group, p.read_seq, p.after_seq
    from participants p
    -- One look by its key for each, whatever the planner thinks of reading all of them.
    cross join lateral (
      select c.id, c.updated_at, c.pair_low from conversations c
      where c.id = p.conversation_id offset 0
    ) c
    where p.user_id = ${userId} and p.left_at is null and p.archived = ${archived}
      and (${after?.id ?? null}::uuid is null
        or (c.updated_at, c.id) < (${after?.updatedAt ?? null}, ${after?.id ?? null}))
    order by c.updated_at desc, c.id desc
    limit ${limit + 1}`
  const page = sql`
    select * from (
      select next.*, row_number() over newest as place, sum(there.people) over newest as people,
        lead(next.id) over newest is not null as has_more
      from (${next}) next cross join lateral (
        select case when next.is_group then (
          select count(*) from participants p where p.conversation_id = next.id
        ) else 2 end as people
      ) there
      window newest as (order by next.updated_at desc, next.id desc rows unbounded preceding)
    ) numbered
    where place <= ${limit} and (place = 1 or people <= ${limits.pageParticipants})`
  const rows = await read(sql, userId, page)
  const last = rows.at(-1)
  return {
    items: new JsonText(`[${rows.map(row => row.text).join()}]`),
    next: last?.hasMore ? { updatedAt: iso(last.updatedAt), id: last.id } : null,
  }
}

/** One conversation as one of its participants sees it; nothing to anybody else. */
export async function getConversation(
  sql: Runner,
  userId: string,
  conversationId: string,
): Promise<Conversation | undefined> {
  const one = sql`
    select c.id, c.updated_at, c.pair_low is null as is_group, p.read_seq, p.after_seq,
      false as has_more
    from participants p join conversations c on c.id = p.conversation_id
    where c.id = ${conversationId} and p.user_id = ${userId} and p.left_at is null`
  const [row] = await read(sql, userId, one)
  return row && new JsonText<Conversation>(row.text).toJSON()
}

/** `chosen` in the order of their activity, as JSON that goes out as Postgres wrote it. */
function read(sql: Runner, userId: string, chosen: Fragment): Promise<Row[]> {
  return sql<Row[]>`
    with me as materialized (
      select u.id, ${sql.unsafe(userJson)} as json from people u where u.id = ${userId}
    )
    select chosen.id, chosen.updated_at, chosen.has_more, concat(
      '{"id":"', c.id, '","version":', c.version, ',"lastSeq":', c.last_seq,
      ${sql.unsafe(optional('title', 'to_json(c.title)'))},
      ',"job":' || (select ${sql.unsafe(jobJson)} from jobs j where j.id = c.job_id),
      ',"openedBy":', to_json(c.opened_by),
      ',"participants":[', (
        select string_agg(
          ${sql.unsafe(participant)}, ',' order by p.joined_at, p.user_id collate "C"
        ) from participants p where p.conversation_id = c.id
      ), ']',
      ',"lastMessage":' || (
        select ${sql.unsafe(messageJson)} from messages m
        where m.conversation_id = c.id and m.seq = c.last_seq and m.seq > chosen.after_seq
      ),
      ',"unreadCount":', case when chosen.read_seq >= c.last_seq then 0 else (
        select count(*) from (
          select from messages m
          where m.conversation_id = c.id and m.seq > greatest(chosen.read_seq, chosen.after_seq)
            and m.sender_id <> me.id and m.removed_at is null
          limit ${limits.unreadMax}
        ) unread
      ) end,
      ',"updatedAt":', ${sql.unsafe(momentJson('c.updated_at'))}, '}'
    ) as text
    from (${chosen}) chosen
    cross join me
    join conversations c on c.id = chosen.id
    cross join lateral (
      select case when chosen.is_group then (
        select count(*) from participants p where p.conversation_id = c.id and p.left_at is null
      ) <= ${limits.sharedPositionsMax} else true end as positions
    ) shared
    order by chosen.updated_at desc, chosen.id desc`
}

/** Whoever reads is looked up once, and not for each of their conversations. */
const participant = participantJson({
  isOwn: 'p.user_id = me.id',
  sharesPositions: 'shared.positions',
  user: `case when p.user_id = me.id then me.json
    else (select ${userJson} from people u where u.id = p.user_id) end`,
})
