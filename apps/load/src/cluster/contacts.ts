/** People who each have many conversations: they may see who of the others is there. */
import type { Sql } from '@parley/db/database'
import { pairsOf } from '../versus/conversation.ts'
import { parley } from '../versus/parley.ts'

export interface Circle {
  watcher: string
  contacts: string[]
}

export async function contactsOf(sql: Sql, watchers: number, each: number): Promise<Circle[]> {
  const circles: Circle[] = []
  while (circles.length < watchers) {
    const pairs = pairsOf(each)
    const watcher = `watcher-${circles.length}-${pairs[0]?.id.slice(0, 8)}`
    const contacts = pairs.flatMap(({ members: [contact = ''] }) => contact)
    await parley.seed(
      sql,
      pairs.map(({ id }, at) => ({ id, members: [contacts[at] ?? '', watcher] })),
    )
    circles.push({ watcher, contacts })
  }
  return circles
}
