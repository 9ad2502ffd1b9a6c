/** Completes `:name` to an emoji and `@name` to somebody here, while one types. */
import type { Participant } from '@parley/protocol/participant'
import {
  type ChangeEvent,
  type KeyboardEvent,
  type RefObject,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react'
import { emojiFinder } from '../emoji/emojiFinder.ts'
import { habitsOf, rememberEmoji } from '../emoji/emojiHabits.ts'
import { toned } from '../emoji/skinTone.ts'
import { useClient } from '../useClient.ts'
import { type Asked, askedAt, namedAt } from './askedAt.ts'
import { insertText } from './insertText.ts'
import { type Suggestion, suggestionsFor } from './suggestions.ts'

interface Options {
  field: RefObject<HTMLTextAreaElement | null>
  people: readonly Participant[]
  onMention: (userId: string, name: string) => void
  isTouch: boolean
}

/** Only what was typed asks for something; what was pasted or taken back does not. */
const typed = new Set(['insertText', 'insertCompositionText', 'deleteContentBackward'])

export function useCompletion({ field, people, onMention, isTouch }: Options) {
  const { userId } = useClient()
  const listId = useId()
  const [asked, setAsked] = useState<Asked>()
  /** -1: none, and Enter does what it does otherwise. */
  const [active, setActive] = useState(-1)
  const [finder, setFinder] = useState(emojiFinder.now)
  /** Where the completion stands that was closed, so that the next letter does not open it. */
  const dismissed = useRef<number>(undefined)
  const suggestions = useMemo(
    () => (asked ? suggestionsFor(asked, { people, finder, tone: habitsOf(userId).tone }) : []),
    [asked, people, finder, userId],
  )

  async function fetchFinder() {
    const fetched = await emojiFinder.fetch()
    setFinder(fetched)
    return fetched
  }

  function close() {
    setAsked(undefined)
  }

  function look(element: HTMLTextAreaElement) {
    const next = askedAt(element.value, element.selectionEnd)
    if (!next) dismissed.current = undefined
    if (!next || dismissed.current === next.start) return close()
    setAsked(next)
    // A lone @ may well be one: nobody is chosen by Enter before a letter was typed.
    setActive(next.query === '' ? -1 : 0)
    // What cannot be fetched now is not offered; the text stays as it is written.
    if (next.kind === 'emoji') fetchFinder().catch(() => undefined)
  }

  /** The emoji whose name was just written out. */
  async function exchange(element: HTMLTextAreaElement) {
    const end = element.selectionEnd
    const named = namedAt(element.value, end)
    if (!named) return
    const found = (await fetchFinder()).emojiNamed(named.query)
    const isStill = element.selectionEnd === end && element.value.slice(0, end).endsWith(':')
    if (!found || !isStill || namedAt(element.value, end)?.query !== named.query) return
    insertText(element, toned(found, habitsOf(userId).tone), { start: named.start, end })
    rememberEmoji(userId, found.emoji)
  }

  function onInput({ target, nativeEvent }: ChangeEvent<HTMLTextAreaElement>) {
    const { inputType = '', isComposing = false, data = '' } = nativeEvent as Partial<InputEvent>
    // On a phone all that is typed is composed, and chosen by a tap.
    if (!typed.has(inputType) || (isComposing && !isTouch)) return close()
    look(target)
    if (data === ':') exchange(target).catch(() => undefined)
  }

  function take(suggestion: Suggestion) {
    const element = field.current
    if (!element || !asked) return
    close()
    const range = { start: asked.start, end: element.selectionEnd }
    if (suggestion.kind === 'emoji') {
      insertText(element, suggestion.emoji, range)
      rememberEmoji(userId, suggestion.emoji)
      return
    }
    const { name } = suggestion.person.user
    const hasSpace = /^\s/.test(element.value.slice(range.end, range.end + 1))
    insertText(element, hasSpace ? `@${name}` : `@${name} `, range)
    onMention(suggestion.person.userId, name)
  }

  const isOpen = suggestions.length > 0

  /** @returns whether the key was for what is offered */
  function onKeyDown(event: KeyboardEvent): boolean {
    const { key, nativeEvent, shiftKey, ctrlKey, metaKey, altKey } = event
    const isComposing = nativeEvent.isComposing || nativeEvent.keyCode === 229
    if (!isOpen || isComposing || shiftKey || ctrlKey || metaKey || altKey) return false
    const chosen = suggestions[active]
    if (key === 'ArrowDown') setActive(active >= suggestions.length - 1 ? 0 : active + 1)
    else if (key === 'ArrowUp') setActive(active <= 0 ? suggestions.length - 1 : active - 1)
    else if (key === 'Escape') {
      dismissed.current = asked?.start
      close()
    } else if ((key === 'Enter' || key === 'Tab') && chosen) take(chosen)
    else return false
    event.preventDefault()
    return true
  }

  /** The caret may have left what was asked for. */
  function onSelect() {
    const element = field.current
    if (!asked || !element) return
    const isHere = askedAt(element.value, element.selectionEnd)?.start === asked.start
    if (!isHere || element.selectionStart !== element.selectionEnd) close()
  }

  return {
    listId,
    kind: asked?.kind ?? 'emoji',
    suggestions,
    active,
    point: setActive,
    take,
    close,
    onInput,
    onKeyDown,
    onSelect,
    /** When an input method is done, what it wrote counts as typed. */
    onCompositionEnd: () => field.current && look(field.current),
  }
}
