/** A template as it is being written, kept in this browser until it is saved or given up. */
import { draftKey } from '@parley/client/forget'
import { browserStorage, keepsakeIn } from '@parley/client/keepsake'
import type { Template } from '@parley/protocol/bulk'
import * as z from 'zod/mini'

const written = z.object({
  name: z.string(),
  text: z.string(),
  /** When the template was changed last before; absent for a new one. */
  since: z.optional(z.string()),
})
type Written = Pick<z.infer<typeof written>, 'name' | 'text'>

/** It goes with the drafts of whoever writes it when they sign out. */
export function unsavedOf(userId: string, template: Template | undefined) {
  const key = draftKey(userId, `template.${template?.id ?? 'new'}`)
  const keepsake = keepsakeIn(browserStorage(), key)
  const since = template?.updatedAt
  return {
    /** Nothing where there is none, or where the template was changed elsewhere meanwhile. */
    read(): Written | undefined {
      try {
        const { data } = written.safeParse(JSON.parse(keepsake.read()))
        return data?.since === since ? data : undefined
      } catch {
        return undefined
      }
    },
    write: ({ name, text }: Written) => keepsake.write(JSON.stringify({ name, text, since })),
    forget: () => keepsake.write(''),
  }
}
