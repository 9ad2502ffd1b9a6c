/** The doors under `/auth`, as plain functions. What fails rejects with a `Refused`. */
import { Refused } from '@parley/client/refused'
import { isReason } from '@parley/protocol/reasons'
import { role, user } from '@parley/protocol/user'
import * as z from 'zod/mini'

const demoPerson = z.object({
  as: z.string(),
  ...z.pick(user, { id: true, name: true, picture: true }).shape,
  role,
})
export type DemoPerson = z.infer<typeof demoPerson>

const issuedToken = z.object({ token: z.string(), expiresAt: z.iso.datetime() })
const demoSession = z.extend(issuedToken, { session: z.string() })
const refusal = z.object({ reason: z.string(), field: z.optional(z.string()) })

async function refusalOf(response: Response): Promise<Refused> {
  const { data } = refusal.safeParse(await response.json().catch(() => undefined))
  if (!data || !isReason(data.reason)) return unreachable()
  return new Refused(
    data.reason,
    data.reason,
    data.field === undefined ? {} : { field: data.field },
  )
}

function unreachable(): Refused {
  return new Refused('UNAVAILABLE')
}

interface Asked {
  body?: object
  /** A demo person's, kept by this tab; without it the browser's cookie counts. */
  session?: string | undefined
}

async function ask(path: string, asked: Asked = {}): Promise<unknown> {
  return await answerIn(await send(path, asked))
}

function send(path: string, { body, session }: Asked): Promise<Response> {
  const headers = new Headers()
  if (body) headers.set('content-type', 'application/json')
  if (session) headers.set('authorization', `Bearer ${session}`)
  return fetch(`/auth${path}`, {
    method: 'POST',
    headers,
    body: body ? JSON.stringify(body) : null,
    credentials: session ? 'omit' : 'same-origin',
  }).catch(() => {
    throw unreachable()
  })
}

async function answerIn(response: Response): Promise<unknown> {
  if (!response.ok) throw await refusalOf(response)
  return response.json().catch(() => {
    throw unreachable()
  })
}

/** The people of the demo; none where there is no demo. */
export async function listDemoPeople(): Promise<DemoPerson[]> {
  const response = await fetch('/auth/demo').catch(() => undefined)
  if (!response?.ok) return []
  return z.array(demoPerson).safeParse(await response.json().catch(() => undefined)).data ?? []
}

/**
 * @param early the answer, where this was asked for before the app had come
 * @returns the session of this demo person, for this tab alone, and its first token
 */
export async function startDemoSession(as: string, early: Response | undefined) {
  return demoSession.parse(await answerIn(early ?? (await send('/demo', { body: { as } }))))
}

export async function issueToken(session: string | undefined): Promise<string> {
  return issuedToken.parse(await ask('/token', { session })).token
}

export async function signInByEmail(body: { email: string; password: string }): Promise<void> {
  await ask('/sign-in/email', { body })
}

export interface SignUp {
  name: string
  email: string
  password: string
  role: 'customer' | 'contractor'
}

export async function signUpByEmail(body: SignUp): Promise<void> {
  await ask('/sign-up/email', { body })
}

export async function endSession(session: string | undefined): Promise<void> {
  await ask('/sign-out', { body: {}, session })
}

export interface PasswordChange {
  currentPassword: string
  newPassword: string
}

export async function changePassword(body: PasswordChange): Promise<void> {
  await ask('/change-password', { body })
}
