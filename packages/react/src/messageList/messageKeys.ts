/**
 * The keys of the message list: the one table that the list obeys and the help shows. What each
 * act is called stands in the words, under the same name.
 */
export const messageKeys = {
  reach: ['Shift+Tab'],
  previous: ['ArrowUp'],
  next: ['ArrowDown'],
  pageUp: ['PageUp'],
  pageDown: ['PageDown'],
  first: ['Home'],
  last: ['End'],
  menu: ['Enter', 'ContextMenu', 'Shift+F10'],
  reply: ['R'],
  edit: ['E'],
  copy: ['C'],
  remove: ['Delete'],
  leave: ['Escape'],
} as const satisfies Record<string, readonly string[]>

export type MessageAct = keyof typeof messageKeys

/** What the browser does by itself: it brings the focus here. */
type OwnAct = Exclude<MessageAct, 'reach'>

interface Pressed {
  key: string
  code: string
  shiftKey: boolean
  altKey: boolean
  ctrlKey: boolean
  metaKey: boolean
}

const acts: ReadonlyMap<string, OwnAct> = new Map(
  entriesOf(messageKeys).flatMap(([act, keys]) =>
    act === 'reach' ? [] : keys.map(key => [key, act] as const),
  ),
)

/** What a key means on a message; nothing where it means nothing of its own. */
export function messageAct(pressed: Pressed): OwnAct | undefined {
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey) return undefined
  const name = nameOf(pressed)
  return acts.get(pressed.shiftKey ? `Shift+${name}` : name)
}

/** A space scrolls, and the question mark asks for help, as everywhere on the page. */
const elsewhere: ReadonlySet<string> = new Set([' ', '?'])

/** Writes something, so it is meant for the composer. */
export function isWriting({ key, ctrlKey, metaKey, altKey }: Pressed): boolean {
  return [...key].length === 1 && !elsewhere.has(key) && !ctrlKey && !metaKey && !altKey
}

/** A letter is where it stands on the keyboard, also on one whose letters are others. */
function nameOf({ key, code }: Pressed): string {
  const letter = /^[a-z]$/i.test(key) ? key : /^Key([A-Z])$/.exec(code)?.[1]
  const isOther = [...key].length === 1 && /\p{L}/u.test(key)
  return letter && (isOther || letter === key) ? letter.toUpperCase() : key
}

function entriesOf<Key extends string, Value>(table: Record<Key, Value>) {
  const keys: [Key, Value][] = []
  for (const key in table) keys.push([key, table[key]])
  return keys
}
