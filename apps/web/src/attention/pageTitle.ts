/** The title of the page, which nothing else writes: what is unread, and what is shown. */
import { words } from '../words/words.ts'

let name: string | undefined
let unread = 0

/** As a browser tab, its history and a screen reader tell it: `(3) Ann · Parley`. */
export function titleOf(shown: string | undefined, unreadMessages: number): string {
  const page = shown === undefined ? words.app : `${shown} · ${words.app}`
  return unreadMessages > 0 ? `(${words.conversations.unreadBadge(unreadMessages)}) ${page}` : page
}

/** Names what the page shows; without a name it is the app. */
export function namePage(next: string | undefined): void {
  name = next
  document.title = titleOf(name, unread)
}

export function countInTitle(messages: number): void {
  unread = messages
  document.title = titleOf(name, unread)
}
