import * as z from 'zod/mini'
import { userId } from './ids.ts'

/**
 * A list of people. It ends at the first one who cannot be, and whoever stands in a list that is
 * too long is not looked at: half a million wrong ones would take seconds and more than the stack.
 */
export function userIdList({ min = 0, max }: { min?: number; max: number }) {
  return z.custom<string[]>(Array.isArray, { error: 'must be a list', abort: true }).check(
    z.superRefine((ids, ctx) => {
      const message = lengthProblem(ids.length, min, max)
      if (message !== undefined) return ctx.addIssue({ code: 'custom', message })
      for (const [at, id] of ids.entries()) {
        const [problem] = userId.safeParse(id).error?.issues ?? []
        if (problem) return ctx.addIssue({ code: 'custom', message: problem.message, path: [at] })
      }
    }),
  )
}

function lengthProblem(length: number, min: number, max: number): string | undefined {
  if (length < min) return 'must not be empty'
  return length > max ? `must have at most ${max} people` : undefined
}
