import { composeWords, type Issue } from '../../words/composeWords.ts'

/** What is still to be done at a field, once somebody wanted to go on without it. */
export function FieldProblem({ id, issue }: { id: string; issue: Issue | undefined }) {
  return (
    <p id={id} role="alert" className="text-danger text-small empty:-mt-4">
      {issue && composeWords.issues[issue]}
    </p>
  )
}
