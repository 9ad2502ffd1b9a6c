import type { Participant } from '@parley/protocol/participant'
import { type KeyboardEvent, type RefObject, useLayoutEffect } from 'react'
import { words } from '../words/words.ts'
import { cutting } from './cutting.ts'
import { optionId, Suggestions } from './Suggestions.tsx'
import { useAutoHeight } from './useAutoHeight.ts'
import { useCompletion } from './useCompletion.ts'

interface Props {
  ref: RefObject<HTMLTextAreaElement | null>
  text: string
  setText: (text: string) => void
  /** Another one, another place for the caret: at its end. */
  textOf: string | undefined
  mention: (userId: string, name: string) => void
  /** With whom one talks. */
  name: string
  people: readonly Participant[]
  isTouch: boolean
  /** Keys that are not for what is offered. */
  onKeyDown: (event: KeyboardEvent<HTMLTextAreaElement>) => void
}

export function MessageField(props: Props) {
  const { ref, text, setText, textOf, mention, name, people, isTouch, onKeyDown } = props
  const completion = useCompletion({ field: ref, people, onMention: mention, isTouch })
  const { listId, suggestions, active } = completion
  useAutoHeight(ref, text)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each text has its own caret
  useLayoutEffect(() => {
    const end = ref.current?.value.length ?? 0
    ref.current?.setSelectionRange(end, end)
  }, [ref, textOf])

  return (
    <>
      <textarea
        ref={ref}
        rows={1}
        // Empty, it is the page's: nothing says yet which way it goes.
        dir={text === '' ? undefined : 'auto'}
        aria-label={words.composer.label}
        aria-autocomplete="list"
        aria-controls={suggestions.length > 0 ? listId : undefined}
        aria-activedescendant={suggestions[active] ? optionId(listId, active) : undefined}
        placeholder={words.composer.placeholderTo(name)}
        enterKeyHint={isTouch ? 'enter' : 'send'}
        value={text}
        onChange={event => {
          setText(event.target.value)
          completion.onInput(event)
        }}
        onCompositionEnd={completion.onCompositionEnd}
        onSelect={completion.onSelect}
        onBlur={completion.close}
        onKeyDown={event => {
          if (!completion.onKeyDown(event)) onKeyDown(event)
        }}
        {...cutting}
        className="max-h-[calc(6*1.375rem+1.125rem)] min-h-10 min-w-0 flex-1 resize-none rounded-control border border-edge bg-raised px-3 py-2 placeholder:truncate placeholder:text-soft touch:min-h-11 touch:py-2.5"
      />
      <Suggestions
        id={listId}
        label={completion.kind === 'emoji' ? words.composer.emoji : words.composer.people}
        suggestions={suggestions}
        active={active}
        onPoint={completion.point}
        onTake={completion.take}
      />
    </>
  )
}
