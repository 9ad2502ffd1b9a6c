import { sendable } from '@parley/client/composer'
import { limits } from '@parley/protocol/limits'
import { type Variable, variablesIn } from '@parley/protocol/template'
import { Counter } from '@parley/react/composer/Counter'
import { useAutoHeight } from '@parley/react/composer/useAutoHeight'
import { type ReactNode, useId, useRef } from 'react'
import { composeWords, type Issue } from '../../words/composeWords.ts'
import { FieldProblem } from './FieldProblem.tsx'
import { inserted } from './inserted.ts'
import { hasLooseBraces } from './looseBraces.ts'
import { VariableMenu } from './VariableMenu.tsx'

interface Props {
  text: string
  issue: Issue | undefined
  onChange: (text: string) => void
  /** What else can be done with the text. */
  children: ReactNode
}

/** What all of them read, with variables for what differs. */
export function TextField({ text, issue, onChange, children }: Props) {
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  useAutoHeight(field, text)

  function insert(variable: Variable) {
    const { selectionStart: start = text.length, selectionEnd: end = start } = field.current ?? {}
    const next = inserted(text, { start, end }, variable)
    onChange(next.text)
    // Where the cursor goes is there once it was drawn.
    requestAnimationFrame(() => {
      field.current?.focus()
      field.current?.setSelectionRange(next.cursor, next.cursor)
    })
  }

  return (
    <div className="flex flex-col gap-2">
      <label htmlFor={id} className="font-medium text-small">
        {composeWords.text}
      </label>
      <textarea
        ref={field}
        id={id}
        rows={5}
        // Empty, it is the page's: nothing says yet which way it goes.
        dir={text === '' ? undefined : 'auto'}
        placeholder={composeWords.textHint}
        value={text}
        aria-invalid={variablesIn(text).unknown.length > 0 || issue !== undefined}
        aria-describedby={`${id}-said text-problem`}
        onChange={event => onChange(event.target.value)}
        className="max-h-80 min-h-32 resize-none rounded-control border border-edge bg-raised px-3 py-2 placeholder:text-soft"
      />
      <Counter remaining={limits.textMax - [...sendable(text)].length} />
      <div className="flex flex-wrap gap-2">
        <VariableMenu onChoose={insert} />
        {children}
      </div>
      <Said id={`${id}-said`} text={text} />
      <FieldProblem
        id="text-problem"
        issue={issue === 'unknownVariable' || issue === 'tooLong' ? undefined : issue}
      />
    </div>
  )
}

/** What is odd about its variables. */
function Said({ id, text }: { id: string; text: string }) {
  const { unknown } = variablesIn(text)
  return (
    <div id={id} role="status" className="text-small empty:-mt-2">
      {unknown.length > 0 && (
        <p className="text-danger">{composeWords.unknown(unknown.map(name => `{{${name}}}`))}</p>
      )}
      {hasLooseBraces(text) && <p className="text-soft">{composeWords.loose}</p>}
    </div>
  )
}
