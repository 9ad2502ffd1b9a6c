import { Busy } from '@parley/react/parts/Busy'
import { Button } from '@parley/react/parts/Button'
import { Field } from '@parley/react/parts/Field'
import { Problem } from '@parley/react/parts/Problem'
import { words } from '../words/words.ts'
import { authProblem } from './authProblem.ts'
import { signIn } from './session.ts'
import { fieldOf, useSubmission } from './useSubmission.ts'

export function SignInForm() {
  const { busy, problem, onSubmit } = useSubmission(
    fields => signIn({ email: fieldOf(fields, 'email'), password: fieldOf(fields, 'password') }),
    authProblem,
  )
  return (
    <form onSubmit={onSubmit} className="flex flex-col gap-4">
      {problem && <Problem text={problem} />}
      <Field
        label={words.signIn.email}
        name="email"
        type="email"
        autoComplete="username"
        maxLength={254}
        required
      />
      <Field
        label={words.signIn.password}
        name="password"
        type="password"
        autoComplete="current-password"
        maxLength={128}
        required
      />
      <Button type="submit" disabled={busy}>
        {busy && <Busy />}
        {busy ? words.signIn.submitting : words.signIn.submit}
      </Button>
    </form>
  )
}
