import type { Fragment, Transaction } from '../database.ts'

/** Somebody to have a conversation with, about a job or about none. */
export interface PairWanted {
  userId: string
  jobId: string | null
}

export interface OpenedPair extends PairWanted {
  conversationId: string
  /** Whether it was not there before. */
  isNew: boolean
}

/**
 * Makes the conversations of one person with many others, as far as they are not there, each
 * with its two participants. Whoever opens the same one at the same moment is waited for; then it
 * is theirs, which only a second statement can see.
 */
export async function openPairs(
  tx: Transaction,
  openedBy: string,
  wanted: readonly PairWanted[],
): Promise<OpenedPair[]> {
  if (wanted.length === 0) return []
  const made = await tx<OpenedPair[]>`
    with made as (
      insert into conversations (opened_by, job_id, pair_low, pair_high)
      select ${openedBy}, w.job_id, w.low, w.high from (${pairs(tx, openedBy, wanted)}) w
      -- In the order of the key, so that two who make the same ones wait in one direction.
      order by w.low, w.high, w.job_id nulls first
      on conflict do nothing
      returning id, job_id, pair_low, pair_high
    ), joined as (
      insert into participants (conversation_id, user_id)
      select id, unnest(array[pair_low, pair_high]) from made
    )
    select id as conversation_id, job_id, true as is_new,
      case when pair_low = ${openedBy} then pair_high else pair_low end as user_id
    from made`
  if (made.length === wanted.length) return made
  const keyOf = ({ userId, jobId }: PairWanted) => JSON.stringify([userId, jobId])
  const known = new Set(made.map(keyOf))
  const others = wanted.filter(one => !known.has(keyOf(one)))
  const found = await tx<OpenedPair[]>`
    select c.id as conversation_id, w.job_id, false as is_new, w.user_id
    from (${pairs(tx, openedBy, others)}) w
    cross join lateral (
      select id from conversations c
      where c.pair_low = w.low and c.pair_high = w.high and c.pair_job = coalesce(w.job_id, '')
      offset 0
    ) c`
  return [...made, ...found]
}

/** Takes back conversations that this transaction has made and in which nothing was said. */
export async function unopenPairs(tx: Transaction, conversationIds: string[]): Promise<void> {
  if (conversationIds.length === 0) return
  await tx`
    with gone as (
      delete from participants where conversation_id = any(${conversationIds}::uuid[])
    )
    delete from conversations where id = any(${conversationIds}::uuid[]) and last_seq = 0`
}

/** The two people of each in the order of the key, which is Postgres's and not JavaScript's. */
function pairs(tx: Transaction, one: string, others: readonly PairWanted[]): Fragment {
  return tx`
    select "userId" as user_id, "jobId" as job_id,
      least("userId" collate "C", ${one} collate "C") collate "default" as low,
      greatest("userId" collate "C", ${one} collate "C") collate "default" as high
    from json_to_recordset(${JSON.stringify(others)}::text::json) as t("userId" text, "jobId" text)`
}
