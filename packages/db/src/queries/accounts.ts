import type { Role } from '@parley/protocol/user'
import type { Runner, Transaction } from '../database.ts'

export interface NewAccount {
  id: string
  email: string
  name: string
  role: Role
  picture?: string | undefined
}

/** Creates the account, or makes it what is said here. Nobody can sign in to it by password. */
export async function putAccount(sql: Runner, account: NewAccount): Promise<void> {
  await sql`
    insert into auth_users (id, email, name, role, image)
    values (${account.id}, ${account.email}, ${account.name}, ${account.role},
      ${account.picture ?? null})
    on conflict (id) do update
    set email = excluded.email, name = excluded.name, role = excluded.role,
        image = excluded.image, updated_at = now()`
}

/** @returns the id of the account with this address, which may be another than the one given */
export async function promoteOrCreate(tx: Transaction, account: NewAccount): Promise<string> {
  const [row] = await tx<[{ id: string }]>`
    insert into auth_users (id, email, name, role)
    values (${account.id}, ${account.email}, ${account.name}, ${account.role})
    on conflict (email) do update set role = excluded.role, updated_at = now()
    returning id`
  return row.id
}

export async function setPassword(tx: Transaction, userId: string, hash: string): Promise<void> {
  await tx`
    insert into auth_accounts (id, user_id, provider_id, account_id, password)
    values (${userId}, ${userId}, 'credential', ${userId}, ${hash})
    on conflict (provider_id, account_id) do update
    set password = excluded.password, updated_at = now()`
}
