import { composeWords, type Issue } from '../../words/composeWords.ts'

/** What is still to be done at a field, once somebody wanted to go on without it. */
export function FieldProblem({ id, issue }: { id: string; issue: Issue | undefined }) {
  if (!issue) return null
  return (
    <p id={id} role="alert" tabIndex={-1} data-problem className="text-danger text-small">
      {composeWords.issues[issue]}
    </p>
  )
}

/** Goes to the first that is shown: it may be far from where one wanted to go on. */
export function focusFirstProblem(): void {
  document.querySelector<HTMLElement>('[data-problem]')?.focus()
}
