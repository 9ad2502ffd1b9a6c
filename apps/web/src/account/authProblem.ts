import { Refused } from '@parley/client/refused'
import { words } from '../words/words.ts'

const { authProblems } = words

const byField: Record<string, string> = {
  email: authProblems.email,
  name: authProblems.name,
  password: authProblems.password,
  newPassword: authProblems.password,
}

/** What went wrong under `/auth`, in words. */
export function authProblem(error: unknown): string {
  if (!(error instanceof Refused)) return authProblems.other
  switch (error.reason) {
    case 'INVALID_INPUT':
      return byField[error.field ?? ''] ?? authProblems.other
    case 'UNAUTHENTICATED':
      return authProblems.wrongCredentials
    case 'CONFLICT':
      return authProblems.taken
    case 'RATE_LIMITED':
      return authProblems.tooOften
    case 'UNAVAILABLE':
      return authProblems.unreachable
    default:
      return authProblems.other
  }
}
