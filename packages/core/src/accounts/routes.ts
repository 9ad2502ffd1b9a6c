/**
 * The doors under /auth: nothing else of better-auth can be reached from outside. What a body
 * may hold is said here, so a field that is not (a role of `admin`, `emailVerified`, an
 * address to redirect to) never reaches it.
 */
import { role } from '@parley/protocol/user'
import * as z from 'zod/mini'
import { personName } from '../tokens/personName.ts'
import { passwordLength } from './passwords.ts'

const { min, max } = passwordLength
const enoughCharacters = z.minLength(min, `must have at least ${min} characters`)
const bearableCharacters = z.maxLength(max, `must have at most ${max} characters`)

export const emailAddress = z.pipe(
  z.string().check(z.maxLength(254), z.trim(), z.toLowerCase()),
  z.email('must be an e-mail address'),
)
export const newPassword = z.string().check(enoughCharacters, bearableCharacters)
const somePassword = z.string().check(bearableCharacters)

/** Administrators are made by a command on the server. */
export const signUpRole = role.check(
  z.refine(chosen => chosen !== 'admin', 'must be customer or contractor'),
)

const nothing = z.object({})
const credentials = z.object({ email: emailAddress, password: somePassword })

type Route = {
  methods: readonly ('GET' | 'POST')[]
  body: z.ZodMiniType
}

export const routes = {
  '/sign-up/email': {
    methods: ['POST'],
    body: z.object({
      email: emailAddress,
      password: newPassword,
      name: personName,
      role: z._default(signUpRole, 'customer'),
    }),
  },
  '/sign-in/email': { methods: ['POST'], body: credentials },
  '/sign-out': { methods: ['POST'], body: nothing },
  '/change-password': {
    methods: ['POST'],
    body: z.pipe(
      z.object({ currentPassword: somePassword, newPassword }),
      // Whoever changes a password fears that somebody knows it: all sessions end.
      z.transform(passwords => ({ ...passwords, revokeOtherSessions: true })),
    ),
  },
  '/get-session': { methods: ['GET'], body: nothing },
  '/list-sessions': { methods: ['GET'], body: nothing },
  '/revoke-session': { methods: ['POST'], body: z.object({ token: z.string() }) },
  '/revoke-sessions': { methods: ['POST'], body: nothing },
  '/revoke-other-sessions': { methods: ['POST'], body: nothing },
  '/token': { methods: ['GET', 'POST'], body: nothing },
  '/demo': { methods: ['GET', 'POST'], body: z.object({ as: z.optional(z.string()) }) },
} satisfies Record<string, Route>
