import type { Bus } from '@parley/bus/bus'
import type { Question } from '@parley/bus/notice'
import type * as z from 'zod/mini'

/**
 * What the nodes answer, each answer read with a schema.
 *
 * @returns also the ids of those whose answer cannot be read: another version of this program.
 */
export async function askNodes<Said>(bus: Bus, question: Question, said: z.ZodMiniType<Said>) {
  const answers = await bus.ask(question)
  const read = answers.map(({ node, answer }) => ({ node, ...said.safeParse(answer) }))
  return {
    said: read.flatMap(({ node, data }) => (data === undefined ? [] : { node, data })),
    unreadable: read.flatMap(({ node, success }) => (success ? [] : node)),
  }
}
