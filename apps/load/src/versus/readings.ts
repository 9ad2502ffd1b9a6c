/** What is read from both: pages of one long conversation, and the list of conversations. */
import * as z from 'zod/mini'
import { type Population, populate } from '../rows/populate.ts'
import { copyRows } from './copyRows.ts'
import type { Contestants } from './openContestants.ts'
import type { Reading } from './readInTurns.ts'

/** Parley's page, and what the peer answers without being asked for a number. */
const page = 50

const some = z.array(z.unknown())
const parleyHistory = z.object({ messages: some })
const parleyList = z.object({ items: some })

/** Fills both with the same rows. @returns what is read of them, of Parley first */
export async function prepareReadings({ parley, peer }: Contestants, population: Population) {
  const { long, customers, contractors, conversationsEach } = population
  const { conversationId } = await populate(parley.sql, population)
  // One person alone would soon be told to ask less often.
  const readers = peopleOf('customer', 2, Math.min(customers, 200))
  await parley.sql`
    insert into participants (conversation_id, user_id)
    select ${conversationId}, id from unnest(${readers}::text[]) id`
  await copyRows(parley.sql, peer.sql)
  const ids = await peer.sql<{ id: string }[]>`
    select id from messages where chat_id = ${conversationId} order by id`

  const history: Reading[] = [
    {
      contestant: parley,
      people: readers,
      async ask(device, at) {
        const input = { conversationId, before: somewhere(at, long), limit: page }
        const { messages } = parleyHistory.parse(await device.ask('chat.history', input))
        mustBe(page, messages.length)
      },
    },
    {
      contestant: peer,
      people: readers,
      async ask(device, at) {
        // Of one conversation the n-th message has the n-th id.
        const input = { chatId: conversationId, before: ids[somewhere(at, long) - 1]?.id }
        mustBe(page, some.parse(await device.ask('history', input)).length)
      },
    },
  ]
  const owners = peopleOf('contractor', 1, contractors)
  const list: Reading[] = [
    {
      contestant: parley,
      people: owners,
      async ask(device) {
        const { items } = parleyList.parse(await device.ask('chat.list', { limit: page }))
        mustBe(Math.min(page, conversationsEach), items.length)
      },
    },
    {
      contestant: peer,
      people: owners,
      async ask(device) {
        mustBe(conversationsEach, some.parse(await device.ask('list')).length)
      },
    },
  ]
  return { history, list }
}

function peopleOf(role: 'customer' | 'contractor', first: number, last: number): string[] {
  return Array.from({ length: last - first + 1 }, (_, at) => `${role}-${first + at}`)
}

/** Another page each time, as many readers would ask for; always a full one. */
function somewhere(at: number, long: number): number {
  return page + 1 + ((at * 7919) % (long - page))
}

function mustBe(expected: number, found: number): void {
  if (found !== expected) throw new Error(`An answer held ${found} rows, not ${expected}.`)
}
