/** A person who writes without a browser: what a test needs to have happened, typed as the app is. */
import { randomUUID } from 'node:crypto'
import type { AppRouter } from '@parley/router/appRouter'
import { createTRPCClient, httpLink } from '@trpc/client'
import * as z from 'zod/mini'

const demoSession = z.object({ session: z.string() })
const issued = z.object({ token: z.string() })

/** @param as what stands in `/?as=` */
export async function apiOf(url: string, as: string) {
  const { session } = demoSession.parse(await post(`${url}/auth/demo`, { as }))
  const bearer = { authorization: `Bearer ${session}` }
  const { token } = issued.parse(await post(`${url}/auth/token`, {}, bearer))
  const { bulk, chat, people } = createTRPCClient<AppRouter>({
    links: [httpLink({ url: `${url}/trpc`, headers: { authorization: `Bearer ${token}` } })],
  })
  return {
    bulk,
    chat,
    people,
    async say(conversationId: string, text: string, replyTo?: string) {
      const content = { type: 'text' as const, text }
      const clientId = randomUUID()
      return chat.send.mutate({ conversationId, clientId, content, ...(replyTo && { replyTo }) })
    },
    /** Everything that is stored, oldest first; nothing stands for a removed text. */
    async texts(conversationId: string): Promise<(string | undefined)[]> {
      const texts = new Map<number, string | undefined>()
      for (let after = 0; ; after = texts.size) {
        const { messages } = await chat.history.query({ conversationId, after, limit: 100 })
        for (const { seq, content } of messages) texts.set(seq, content?.text)
        if (messages.length < 100) return [...texts.values()]
      }
    },
  }
}

async function post(url: string, body: object, headers: Record<string, string> = {}) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`${url} answered ${response.status}`)
  return response.json()
}
