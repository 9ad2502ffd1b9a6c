/** All texts of a conversation in the order of the database, read page by page. */
import { message } from '@parley/protocol/message'
import * as z from 'zod/mini'
import type { Wire } from '../devices/wire.ts'

const page = z.object({ messages: z.array(message) })

export async function storedTexts(wire: Wire, conversationId: string): Promise<string[]> {
  const texts: string[] = []
  for (let after = 0; ; ) {
    const input = { conversationId, after, limit: 100 }
    const { messages } = page.parse(await wire.query('chat.history', input))
    const last = messages.at(-1)
    if (!last) return texts
    texts.push(...messages.flatMap(({ content }) => content?.text ?? []))
    after = last.seq
  }
}
