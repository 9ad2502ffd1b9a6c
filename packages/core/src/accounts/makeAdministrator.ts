import { randomBytes } from 'node:crypto'
import type { Sql } from '@parley/db/database'
import { promoteOrCreate, setPassword } from '@parley/db/queries/accounts'
import { endSessions } from '@parley/db/queries/sessions'
import * as z from 'zod/mini'
import { Refusal } from '../refusal.ts'
import { personName } from '../tokens/personName.ts'
import { newUserId } from './auth.ts'
import { hashPassword } from './passwords.ts'
import { emailAddress, newPassword } from './routes.ts'

const input = z.object({
  email: emailAddress,
  name: z.optional(personName),
  password: z._default(newPassword, () => randomBytes(12).toString('base64url')),
})

/**
 * Creates an administrator's account, or makes an account one.
 *
 * Addresses are not verified, so whoever signed up with this one before may be anybody: the
 * account gets a new password (the answer says it) and its sessions end.
 */
export async function makeAdministrator(
  sql: Sql,
  given: { email: string; name?: string | undefined; password?: string | undefined },
): Promise<{ userId: string; email: string; password: string; existed: boolean }> {
  const parsed = input.safeParse(given)
  if (!parsed.success) throw new Refusal('INVALID_INPUT', z.prettifyError(parsed.error))
  const { email, name = 'Administrator', password } = parsed.data
  const hash = await hashPassword(password)
  const id = newUserId()
  const userId = await sql.begin(async tx => {
    const owner = await promoteOrCreate(tx, { id, email, name, role: 'admin' })
    await setPassword(tx, owner, hash)
    await endSessions(tx, owner)
    return owner
  })
  return { userId, email, password, existed: userId !== id }
}
