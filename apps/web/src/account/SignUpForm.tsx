import { limits } from '@parley/protocol/limits'
import { Busy } from '@parley/react/parts/Busy'
import { Button } from '@parley/react/parts/Button'
import { Field } from '@parley/react/parts/Field'
import { Problem } from '@parley/react/parts/Problem'
import { words } from '../words/words.ts'
import { authProblem } from './authProblem.ts'
import { signUp } from './session.ts'
import { fieldOf, useSubmission } from './useSubmission.ts'

function submit(fields: FormData): Promise<void> {
  return signUp({
    name: fieldOf(fields, 'name').trim(),
    email: fieldOf(fields, 'email'),
    password: fieldOf(fields, 'password'),
    role: fieldOf(fields, 'role') === 'contractor' ? 'contractor' : 'customer',
  })
}

export function SignUpForm() {
  const { busy, problem, onSubmit } = useSubmission(submit, authProblem)
  return (
    <form onSubmit={onSubmit} className="flex flex-col gap-4">
      {problem && <Problem text={problem} />}
      <Field
        label={words.signUp.name}
        name="name"
        autoComplete="name"
        maxLength={limits.nameMax}
        required
      />
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
        hint={words.signUp.passwordHint}
        name="password"
        type="password"
        autoComplete="new-password"
        minLength={8}
        maxLength={128}
        required
      />
      <RoleChoice />
      <Button type="submit" disabled={busy}>
        {busy && <Busy />}
        {busy ? words.signUp.submitting : words.signUp.submit}
      </Button>
    </form>
  )
}

function RoleChoice() {
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="mb-1 font-medium text-small">{words.signUp.role}</legend>
      <div className="grid grid-cols-2 gap-2">
        {(['customer', 'contractor'] as const).map(role => (
          <label
            key={role}
            className="flex min-h-11 items-center gap-2 rounded-control border border-edge bg-raised px-3 text-small has-checked:border-petrol has-checked:bg-chosen"
          >
            <input
              type="radio"
              name="role"
              value={role}
              defaultChecked={role === 'customer'}
              className="accent-act"
            />
            {words.signUp[role]}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
