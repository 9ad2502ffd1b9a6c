/** Puts many conversations straight into the database that a running server keeps in a directory. */
import { connect } from '@parley/db/database'
import { findRunningUrl } from '@parley/db/embedded/findRunningUrl'

interface Wanted {
  dataDir: string
  /** Whose they are; there already. */
  userId: string
  count: number
  /** What the newest message of each says. */
  text?: string
  /** Names of the other sides that are not just "Customer 7", beginning with the newest. */
  names?: string[]
}

/** Each with a customer made for it and one message that is read, the newest a minute ago. */
export async function manyConversations(wanted: Wanted): Promise<void> {
  const { dataDir, userId, count, text = 'Hello, when could you come?', names = [] } = wanted
  const url = await findRunningUrl(dataDir)
  if (url === undefined) throw new Error(`No Postgres serves ${dataDir}`)
  const sql = connect(url, { max: 1 })
  await sql.begin(async tx => {
    await tx`
      create temporary table given on commit drop as
      select n, 'given-' || n as customer, md5('given ' || n)::uuid as id,
        now() - n * interval '1 minute' as at
      from generate_series(1, ${count}::int) n`
    await tx`
      insert into people (id, name, role)
      select customer, coalesce((${names}::text[])[n], 'Customer ' || n), 'customer' from given`
    await tx`
      insert into conversations
        (id, version, last_seq, opened_by, pair_low, pair_high, created_at, updated_at)
      select id, 4, 1, customer,
        least(customer collate "C", ${userId}), greatest(customer collate "C", ${userId}), at, at
      from given`
    await tx`
      insert into participants (conversation_id, user_id, version, read_seq, delivered_seq, joined_at)
      select id, person, 2 + nth, 1, 1, at
      from given, lateral (values (customer, 0), (${userId}, 1)) two (person, nth)`
    await tx`
      insert into messages (conversation_id, seq, version, sender_id, client_id, text, created_at)
      select id, 1, 2, customer, id, ${text}, at from given`
  })
  await sql.end()
}
