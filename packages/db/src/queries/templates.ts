import type { Template } from '@parley/protocol/bulk'
import { iso, type Runner, type Transaction } from '../database.ts'
import type { templates } from '../schema/broadcasts.ts'

type Row = typeof templates.$inferSelect

function templateOf({ id, name, text, updatedAt }: Row): Template {
  return { id, name, text, updatedAt: iso(updatedAt) }
}

/** Somebody's templates by name. */
export async function listTemplates(sql: Runner, ownerId: string): Promise<Template[]> {
  const rows = await sql<Row[]>`
    select * from templates where owner_id = ${ownerId} order by name, id`
  return rows.map(templateOf)
}

/** One's own template; nothing for somebody else's. */
export async function getTemplate(
  sql: Runner,
  ownerId: string,
  templateId: string,
): Promise<Template | undefined> {
  const [row] = await sql<Row[]>`
    select * from templates where id = ${templateId} and owner_id = ${ownerId}`
  return row && templateOf(row)
}

type Saved = Pick<Template, 'name' | 'text'>

/** Nothing when they have as many as one may have; the owner's row keeps two from counting at once. */
export async function insertTemplate(
  tx: Transaction,
  ownerId: string,
  { name, text }: Saved,
  max: number,
): Promise<Template | undefined> {
  await tx`select from people where id = ${ownerId} for no key update`
  const [row] = await tx<Row[]>`
    insert into templates (owner_id, name, text)
    select ${ownerId}, ${name}, ${text}
    where (select count(*) from templates where owner_id = ${ownerId}) < ${max}
    returning *`
  return row && templateOf(row)
}

export async function updateTemplate(
  sql: Runner,
  ownerId: string,
  { id, name, text }: Saved & Pick<Template, 'id'>,
): Promise<Template | undefined> {
  const [row] = await sql<Row[]>`
    update templates set name = ${name}, text = ${text}, updated_at = clock_timestamp()
    where id = ${id} and owner_id = ${ownerId}
    returning *`
  return row && templateOf(row)
}

/** Whether there was such a template of theirs. */
export async function deleteTemplate(
  sql: Runner,
  ownerId: string,
  templateId: string,
): Promise<boolean> {
  const { count } = await sql`
    delete from templates where id = ${templateId} and owner_id = ${ownerId}`
  return count > 0
}
