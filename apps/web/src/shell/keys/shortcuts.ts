/**
 * Every shortcut of the page, from which both what handles the keys and what explains them are
 * made. Those on a message stand in a table of their own, which the list of messages obeys.
 */
import type { KeyWords } from '../../words/keyEnglish.ts'

export interface Shortcut {
  does: keyof KeyWords['acts']
  part: keyof KeyWords['parts']
  /** Any of these; `Mod` is Command on Apple and Control elsewhere. */
  keys: readonly string[]
  /** Also while one types; what makes a letter or a sign never does. */
  whileTyping?: boolean
  /** The part of the page that has the focus handles it; here it is only told. */
  isElsewhere?: boolean
}

export const shortcuts = [
  { does: 'palette', part: 'everywhere', keys: ['Mod+K'], whileTyping: true },
  { does: 'nextRegion', part: 'everywhere', keys: ['F6'], whileTyping: true },
  { does: 'previousRegion', part: 'everywhere', keys: ['Shift+F6'], whileTyping: true },
  { does: 'close', part: 'everywhere', keys: ['Escape'], isElsewhere: true },
  { does: 'help', part: 'everywhere', keys: ['?'] },
  { does: 'next', part: 'walking', keys: ['Alt+ArrowDown'], whileTyping: true },
  { does: 'previous', part: 'walking', keys: ['Alt+ArrowUp'], whileTyping: true },
  { does: 'nextUnread', part: 'walking', keys: ['Alt+Shift+ArrowDown'], whileTyping: true },
  { does: 'previousUnread', part: 'walking', keys: ['Alt+Shift+ArrowUp'], whileTyping: true },
  { does: 'send', part: 'writing', keys: ['Enter'], isElsewhere: true },
  { does: 'breakLine', part: 'writing', keys: ['Shift+Enter'], isElsewhere: true },
  { does: 'editLast', part: 'writing', keys: ['ArrowUp'], isElsewhere: true },
  { does: 'mention', part: 'writing', keys: ['@'], isElsewhere: true },
  { does: 'emoji', part: 'writing', keys: [':'], isElsewhere: true },
] as const satisfies readonly Shortcut[]

/** What is handled here. */
export type Act = Exclude<(typeof shortcuts)[number], { isElsewhere: true }>['does']
