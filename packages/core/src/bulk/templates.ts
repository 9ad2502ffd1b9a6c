import {
  deleteTemplate,
  insertTemplate,
  listTemplates,
  updateTemplate,
} from '@parley/db/queries/templates'
import type { Template } from '@parley/protocol/bulk'
import type { SaveTemplateInput } from '@parley/protocol/bulkInputs'
import { limits } from '@parley/protocol/limits'
import type { Caller, Core } from '../core.ts'
import { notFound } from '../notFound.ts'
import { Refusal } from '../refusal.ts'
import { mustKnowVariables } from './mustKnowVariables.ts'

/** One's own templates by name. */
export function list(core: Core, { userId }: Caller): Promise<Template[]> {
  return listTemplates(core.sql, userId)
}

/** Changes a template of one's own, or makes one when none is named. */
export async function save(
  core: Core,
  { userId }: Caller,
  { templateId, name, text }: SaveTemplateInput,
): Promise<Template> {
  mustKnowVariables(text, 'text')
  if (templateId !== undefined) {
    const changed = await updateTemplate(core.sql, userId, { id: templateId, name, text })
    if (!changed) throw notFound('template')
    return changed
  }
  const most = limits.templatesPerPerson
  const made = await core.sql.begin(tx => insertTemplate(tx, userId, { name, text }, most))
  if (!made) throw new Refusal('TOO_LARGE', `You have as many templates as one can: ${most}.`)
  return made
}

export async function remove(core: Core, { userId }: Caller, templateId: string): Promise<void> {
  if (!(await deleteTemplate(core.sql, userId, templateId))) throw notFound('template')
}
