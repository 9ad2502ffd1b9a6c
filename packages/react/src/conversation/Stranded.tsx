import type { Outgoing } from '@parley/client/outbox'
import { useId, useRef } from 'react'
import { copyText } from '../message/copyText.ts'
import { Button } from '../parts/Button.tsx'
import { words } from '../words/words.ts'

interface Props {
  outgoing: readonly Outgoing[]
  onDiscard: (clientId: string) => void
}

/** What I wrote for a conversation that I am not in any more: to be kept elsewhere, or dropped. */
export function Stranded({ outgoing, onDiscard }: Props) {
  const id = useId()
  const place = useRef<HTMLElement>(null)

  function discard(clientId: string) {
    onDiscard(clientId)
    // The button goes, and must not take the place in the page with it.
    place.current?.focus()
  }

  return (
    <section
      ref={place}
      tabIndex={-1}
      aria-labelledby={outgoing.length > 0 ? id : undefined}
      className="flex max-h-1/2 w-full max-w-120 flex-col gap-3 overflow-y-auto text-start outline-none empty:-mt-3"
    >
      {outgoing.length > 0 && (
        <h2 id={id} className="text-danger text-small">
          {words.message.stranded(outgoing.length)}
        </h2>
      )}
      {outgoing.map(({ clientId, text, state }) => (
        <div key={clientId} className="flex flex-col gap-2 rounded-card border border-line p-3">
          <p dir="auto" className="whitespace-pre-wrap wrap-anywhere">
            {text}
          </p>
          <div className="flex flex-wrap justify-end gap-3">
            <Button kind="quiet" onClick={() => void copyText(text)}>
              {words.message.copy}
            </Button>
            <Button
              kind="quiet"
              disabled={state.kind === 'sending'}
              onClick={() => discard(clientId)}
            >
              {words.message.discard}
            </Button>
          </div>
        </div>
      ))}
    </section>
  )
}
