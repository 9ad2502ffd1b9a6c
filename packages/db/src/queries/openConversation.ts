import type { Runner, Transaction } from '../database.ts'

export interface Opening {
  openedBy: string
  /** All who take part, the opener included. */
  people: string[]
  title: string | null
  jobId: string | null
  /** For a group; two people without one are a pair. */
  openKey: string | null
}

/** The conversation that such an opening would meet again. */
export async function findOpened(sql: Runner, opening: Opening): Promise<string | undefined> {
  const { openedBy, people, jobId, openKey } = opening
  const [row] = openKey
    ? await sql<{ id: string }[]>`
        select id from conversations where opened_by = ${openedBy} and open_key = ${openKey}`
    : await sql<{ id: string }[]>`
        select c.id from conversations c, ${pairOf(sql, people)} pair
        where c.pair_low = pair.low and c.pair_high = pair.high
          and c.pair_job = coalesce(${jobId}, '')`
  return row?.id
}

/** Makes the conversation with its participants; nothing when it exists already. */
export async function insertConversation(
  tx: Transaction,
  { openedBy, people, title, jobId, openKey }: Opening,
): Promise<string | undefined> {
  const [row] = openKey
    ? await tx<{ id: string }[]>`
        insert into conversations (opened_by, title, job_id, open_key)
        values (${openedBy}, ${title}, ${jobId}, ${openKey})
        on conflict do nothing returning id`
    : await tx<{ id: string }[]>`
        insert into conversations (opened_by, title, job_id, pair_low, pair_high)
        select ${openedBy}, ${title}, ${jobId}, pair.low, pair.high
        from ${pairOf(tx, people)} pair
        on conflict do nothing returning id`
  if (!row) return undefined
  await tx`
    insert into participants (conversation_id, user_id)
    select ${row.id}, unnest(${people}::text[])`
  return row.id
}

/** The two people in the order of the key, which is Postgres's and not JavaScript's. */
function pairOf(sql: Runner, people: string[]) {
  const [one, other] = people
  if (one === undefined || other === undefined) throw new Error('a pair has two people')
  return sql`(
    select least(a, b) as low, greatest(a, b) as high
    from (select ${one}::text collate "C" as a, ${other}::text collate "C" as b) two
  )`
}
