import { Refused } from '@parley/client/refused'
import { Busy } from '@parley/react/parts/Busy'
import { Button } from '@parley/react/parts/Button'
import { Dialog } from '@parley/react/parts/Dialog'
import { Field } from '@parley/react/parts/Field'
import { tell } from '@parley/react/parts/notices'
import { Problem } from '@parley/react/parts/Problem'
import { words } from '../words/words.ts'
import { changePassword } from './authHttp.ts'
import { authProblem } from './authProblem.ts'
import { fieldOf, useSubmission } from './useSubmission.ts'

function inWords(error: unknown): string {
  // The only thing that the form itself cannot see.
  const isWrong = error instanceof Refused && error.reason === 'INVALID_INPUT' && !error.field
  return isWrong ? words.authProblems.wrongPassword : authProblem(error)
}

export function ChangePassword({ onClose }: { onClose: () => void }) {
  const { busy, problem, onSubmit } = useSubmission(async fields => {
    await changePassword({
      currentPassword: fieldOf(fields, 'current'),
      newPassword: fieldOf(fields, 'next'),
    })
    tell(words.password.done)
    onClose()
  }, inWords)
  return (
    <Dialog title={words.password.title} text={words.password.text} onClose={onClose}>
      <form onSubmit={onSubmit} className="flex flex-col gap-4 p-5">
        {problem && <Problem text={problem} />}
        <Field
          label={words.password.current}
          name="current"
          type="password"
          autoComplete="current-password"
          maxLength={128}
          required
        />
        <Field
          label={words.password.next}
          hint={words.signUp.passwordHint}
          name="next"
          type="password"
          autoComplete="new-password"
          minLength={8}
          maxLength={128}
          required
        />
        <Button type="submit" disabled={busy}>
          {busy && <Busy />}
          {busy ? words.password.submitting : words.password.submit}
        </Button>
      </form>
    </Dialog>
  )
}
