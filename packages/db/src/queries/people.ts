import type { SetPreferencesInput } from '@parley/protocol/meInputs'
import type { FindInput } from '@parley/protocol/peopleInputs'
import type { Role, User } from '@parley/protocol/user'
import type { Runner } from '../database.ts'
import { userOf } from '../rows/user.ts'
import type { people } from '../schema/people.ts'

export type PersonRow = typeof people.$inferSelect

/** What a token says of a person. */
export interface Claims {
  userId: string
  name: string
  role: Role
  picture?: string | undefined
  business?: string | undefined
}

/** Creates or refreshes people as their tokens tell of them; nothing is written of whom it tells nothing new. */
export async function refreshPeople(sql: Runner, claims: readonly Claims[]): Promise<void> {
  const businesses = claims.flatMap(({ business }) => business ?? [])
  if (businesses.length > 0) {
    await sql`
      insert into businesses (id) select distinct unnest(${businesses}::text[])
      on conflict do nothing`
  }
  // In the order of their ids, so that two nodes do not wait for each other in a circle.
  const told = [...new Map(claims.map(one => [one.userId, one])).values()]
    .toSorted((a, b) => (a.userId < b.userId ? -1 : 1))
    .map(({ userId, name, role, picture = null, business = null }) => {
      return { id: userId, name, role, picture, business_id: business }
    })
  await sql`
    insert into people as p (id, name, role, picture, business_id)
    select t.* from jsonb_to_recordset(${sql.json(told)})
      as t (id text, name text, role text, picture text, business_id text)
    -- One look by its key for each, whatever the planner thinks of reading all of them.
    left join lateral (select * from people where people.id = t.id offset 0) known on true
    where known.id is null or (known.name, known.role, known.picture, known.business_id)
      is distinct from (t.name, t.role, t.picture, t.business_id)
    on conflict (id) do update
    set name = excluded.name, role = excluded.role, picture = excluded.picture,
        business_id = excluded.business_id`
}

export function refreshPerson(sql: Runner, claims: Claims): Promise<void> {
  return refreshPeople(sql, [claims])
}

export async function getPerson(sql: Runner, userId: string): Promise<PersonRow | undefined> {
  const [row] = await sql<PersonRow[]>`select * from people where id = ${userId}`
  return row
}

export async function getPeople(sql: Runner, userIds: string[]): Promise<PersonRow[]> {
  return sql<PersonRow[]>`select * from people where id = any(${userIds})`
}

export async function setPreferences(
  sql: Runner,
  userId: string,
  { showOnline, acceptBulk }: SetPreferencesInput,
): Promise<PersonRow | undefined> {
  const [row] = await sql<PersonRow[]>`
    update people
    set show_online = coalesce(${showOnline ?? null}, show_online),
        accept_bulk = coalesce(${acceptBulk ?? null}, accept_bulk)
    where id = ${userId} returning *`
  return row
}

interface Searcher {
  userId: string
  role: Role
}

/** Whom a search may find: those roles, or only people one has something to do with. */
export interface Findable {
  roles: Role[]
  relatedOnly: boolean
}

/**
 * People with the words of the query among those of their names, the last one as a beginning;
 * without those who blocked the searcher. An empty query finds the first ones by name.
 */
export async function findPeople(
  sql: Runner,
  searcher: Searcher,
  { query, limit }: FindInput,
  findable: Findable,
): Promise<User[]> {
  const { userId } = searcher
  const rows = await sql<PersonRow[]>`
    select u.* from people u
    where ${query.trim() === '' ? sql`true` : sql`${hasWords(sql, query)}`}
      and u.id <> ${userId} and ${mayBeFound(sql, searcher, findable)}
    order by lower(u.name), u.id
    limit ${limit}`
  return rows.map(userOf)
}

/** Somebody whom the searcher may find, or knows from a conversation; oneself too. */
export async function findKnown(
  sql: Runner,
  searcher: Searcher,
  userId: string,
  findable: Findable,
): Promise<User | undefined> {
  const [row] = await sql<PersonRow[]>`
    select u.* from people u
    where u.id = ${userId} and (
      u.id = ${searcher.userId}
      or ${mayBeFound(sql, searcher, findable)}
      or ${inConversation(sql, searcher.userId)}
    )`
  return row && userOf(row)
}

/** Whether a search may find `u`, who has not blocked the searcher. */
function mayBeFound(sql: Runner, { userId, role }: Searcher, { roles, relatedOnly }: Findable) {
  return sql`(
    u.role = any(${roles})
    and not exists (select from blocks b where b.blocker_id = u.id and b.blocked_id = ${userId})
    ${relatedOnly ? sql`and ${related(sql, userId, role)}` : sql``}
  )`
}

/** Postgres takes the query apart as it does names, so that nothing in it is an operator. */
function hasWords(sql: Runner, query: string) {
  return sql`numnode(plainto_tsquery('simple', ${query})) > 0
    and to_tsvector('simple', u.name)
      @@ (plainto_tsquery('simple', ${query})::text || ':*')::tsquery`
}

/** Those of `userIds` who are related to somebody of this role. */
export async function relatedAmong(
  sql: Runner,
  userId: string,
  role: Role,
  userIds: string[],
): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    select u.id from people u
    where u.id = any(${userIds}) and ${related(sql, userId, role)}`
  return rows.map(({ id }) => id)
}

/** Whether `u` shares a conversation with a person, or has an open job for a contractor. */
function related(sql: Runner, userId: string, role: Role) {
  return sql`(
    ${inConversation(sql, userId)}
    or ${role} = 'contractor' and exists (
      select from jobs j where j.customer_id = u.id and j.status = 'open'
    )
  )`
}

/** Whether `u` and a person take part in the same conversation. */
function inConversation(sql: Runner, userId: string) {
  return sql`exists (
    select from participants mine
    join participants theirs on theirs.conversation_id = mine.conversation_id
    where mine.user_id = ${userId} and mine.left_at is null
      and theirs.user_id = u.id and theirs.left_at is null
  )`
}
