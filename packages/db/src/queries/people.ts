import type { FindInput, SetPreferencesInput } from '@parley/protocol/peopleInputs'
import type { Role, User } from '@parley/protocol/user'
import type { Fragment, Runner } from '../database.ts'
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

/** Creates or refreshes a person as the token tells of them. */
export async function refreshPerson(sql: Runner, claims: Claims): Promise<void> {
  const { userId, name, role, picture = null, business = null } = claims
  if (business) await sql`insert into businesses (id) values (${business}) on conflict do nothing`
  await sql`
    insert into people as p (id, name, role, picture, business_id)
    values (${userId}, ${name}, ${role}, ${picture}, ${business})
    on conflict (id) do update
    set name = excluded.name, role = excluded.role, picture = excluded.picture,
        business_id = excluded.business_id
    where (p.name, p.role, p.picture, p.business_id)
      is distinct from (excluded.name, excluded.role, excluded.picture, excluded.business_id)`
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

/** Whom a search may find: those roles, or only people one has something to do with. */
export interface Findable {
  roles: Role[]
  relatedOnly: boolean
}

/**
 * People with a word of their name beginning as the query ends, without those who blocked
 * the searcher.
 */
export async function findPeople(
  sql: Runner,
  userId: string,
  { query, limit }: FindInput,
  { roles, relatedOnly }: Findable,
): Promise<User[]> {
  const rows = await sql<PersonRow[]>`
    select u.* from people u
    where u.id <> ${userId} and u.role = any(${roles})
      and (numnode(plainto_tsquery('simple', ${query})) = 0 and ${query.trim()} = ''
        or numnode(plainto_tsquery('simple', ${query})) > 0
          and to_tsvector('simple', u.name)
            @@ (plainto_tsquery('simple', ${query})::text || ':*')::tsquery)
      and not exists (select from blocks b where b.blocker_id = u.id and b.blocked_id = ${userId})
      and (not ${relatedOnly} or ${related(sql, userId, sql`u.id`)})
    order by lower(u.name), u.id
    limit ${limit}`
  return rows.map(userOf)
}

/** Those of `userIds` whom `userId` shares a job or a conversation with. */
export async function relatedAmong(
  sql: Runner,
  userId: string,
  userIds: string[],
): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    select u.id from people u
    where u.id = any(${userIds}) and ${related(sql, userId, sql`u.id`)}`
  return rows.map(({ id }) => id)
}

function related(sql: Runner, userId: string, other: Fragment) {
  return sql`(
    exists (
      select from participants mine
      join participants theirs on theirs.conversation_id = mine.conversation_id
      where mine.user_id = ${userId} and theirs.user_id = ${other}
    ) or exists (
      select from jobs j
      where j.customer_id = ${other} and exists (
        select from conversations c join participants p on p.conversation_id = c.id
        where c.job_id = j.id and p.user_id = ${userId}
      )
    )
  )`
}
