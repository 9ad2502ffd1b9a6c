import type { Bus } from '@parley/bus/bus'
import type { Question } from '@parley/bus/notice'
import type * as z from 'zod/mini'

/**
 * What the nodes answer, each answer read with a schema.
 *
 * @returns also the ids of those that say nothing that can be read, as another version may.
 */
export async function askNodes<Said>(bus: Bus, question: Question, said: z.ZodMiniType<Said>) {
  const answers = await bus.ask(question)
  const read = answers.map(({ node, answer }) => ({ node, ...said.safeParse(answer) }))
  return {
    said: read.flatMap(({ node, data }) => (data === undefined ? [] : { node, data })),
    silent: read.flatMap(({ node, success }) => (success ? [] : node)),
  }
}
