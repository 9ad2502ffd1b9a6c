import type { Runner } from '../database.ts'
import { messageOf } from '../rows/message.ts'
import type { Outgoing, Stored } from './insertMessage.ts'

/** What the database adds to a message, and which of the batch it is. */
interface Added {
  at: number
  seq: number
  version: number
  createdAt: string
  mentions: string[] | null
  membersVersion: number
}

/**
 * Sends many messages in one statement, as far as that is possible at once: it waits for no
 * lock of a conversation, and answers nothing for the messages of a conversation that is locked,
 * or one of whose senders is, or one of which `insertMessage` would refuse, so that their order
 * stands. It fails as a whole when somebody else uses a `clientId` meanwhile.
 *
 * As in `insertMessage`, conversations are locked first and then the senders' own rows, which
 * `for share` reads as they are now. Rows are inserted in the order of the unique key, so two
 * batches that wait for each other's keys do so in one direction.
 */
export async function insertMessages(
  sql: Runner,
  batch: readonly Outgoing[],
): Promise<(Stored | undefined)[]> {
  const rows = await sql<Added[]>`
    with input as materialized (
      select * from json_to_recordset(${numbered(batch)}::text::json) as i(
        at int, nth int, among int, "conversationId" uuid, "senderId" text, "clientId" uuid,
        text text, mentions text[], "replyTo" int, bulk boolean
      )
    ), locked as (
      select c.id, c.pair_low, c.pair_high from conversations c
      where c.id = any(${batch.map(({ conversationId }) => conversationId)}::uuid[])
      for no key update of c skip locked
    ), sender as (
      select i."conversationId", i.among from locked c
      join input i on i."conversationId" = c.id
      join participants p on p.conversation_id = c.id and p.user_id = i."senderId"
      where p.left_at is null
        and not exists (
          select from messages sent
          where sent.sender_id = i."senderId" and sent.client_id = i."clientId"
        )
        and not exists (
          select from blocks b
          where b.blocked_id = i."senderId"
            and b.blocker_id = case when c.pair_low = i."senderId" then c.pair_high else c.pair_low end
        )
        and (i.bulk is not true or (
          select other.accept_bulk from people other
          where other.id = case when c.pair_low = i."senderId" then c.pair_high else c.pair_low end
        ))
        and (i."replyTo" is null or exists (
          select from messages quoted
          where quoted.conversation_id = p.conversation_id
            and quoted.seq = i."replyTo" and quoted.seq > p.after_seq
        ))
      for share of p skip locked
    ), counted as (
      update conversations c
      set last_seq = c.last_seq + among, version = c.version + among,
          updated_at = greatest(c.updated_at, clock_timestamp()), changed_xid = pg_current_xact_id()
      from (
        select "conversationId", among from sender group by 1, 2 having count(*) = among
      ) whole
      where c.id = whole."conversationId"
      returning c.id, c.last_seq - among as last_seq, c.version - among as version,
        c.updated_at, c.members_version
    ), numbered as materialized (
      select i.*, c.last_seq + nth as seq, c.version + nth as version, c.updated_at as created_at,
        c.members_version, case when i.mentions is not null then (
          select array_agg(p.user_id) from participants p
          where p.conversation_id = c.id and p.user_id = any(i.mentions) and p.left_at is null
        ) end as known
      from counted c join input i on i."conversationId" = c.id
    ), inserted as (
      insert into messages
        (conversation_id, seq, version, sender_id, client_id, text, mentions, reply_to, bulk, created_at)
      select "conversationId", seq, version, "senderId", "clientId", text, known, "replyTo",
        coalesce(bulk, false), created_at
      from numbered order by "clientId", "senderId"
    )
    select at, seq, version, created_at, known as mentions, members_version from numbered`
  const stored = new Array<Stored | undefined>(batch.length).fill(undefined)
  for (const row of rows) {
    const outgoing = batch[row.at]
    if (outgoing) stored[row.at] = storedOf(outgoing, row)
  }
  return stored
}

function storedOf(outgoing: Outgoing, added: Added): Stored {
  const { conversationId, senderId, clientId, text, replyTo, bulk = false } = outgoing
  const { seq, version, createdAt, mentions, membersVersion } = added
  const message = messageOf({
    conversationId,
    seq,
    version,
    clientId,
    senderId,
    text,
    event: null,
    mentions,
    replyTo,
    bulk,
    reactions: [],
    createdAt,
    editedAt: null,
    removedAt: null,
  })
  return { message, membersVersion, isThere: true }
}

/**
 * The batch as JSON, each with its place in it and among those of its conversation. What is in it
 * twice is left out the second time, so that its conversation is not whole.
 */
function numbered(batch: readonly Outgoing[]): string {
  const inEach = new Map<string, number>()
  const places = batch.map(({ conversationId }) => {
    const nth = (inEach.get(conversationId) ?? 0) + 1
    inEach.set(conversationId, nth)
    return nth
  })
  const seen = new Set<string>()
  const rows: object[] = []
  for (const [at, outgoing] of batch.entries()) {
    const { conversationId, senderId, clientId } = outgoing
    const key = `${clientId} ${senderId}`
    if (seen.has(key)) continue
    seen.add(key)
    rows.push({ at, nth: places[at], among: inEach.get(conversationId), ...outgoing })
  }
  return JSON.stringify(rows)
}
