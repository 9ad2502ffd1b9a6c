/** Accounts on a real database of their own, and visitors who keep cookies as browsers do. */
import { openAccountsStore } from '@parley/db/accountsStore'
import { connect } from '@parley/db/database'
import { testDatabase } from '@parley/db/testing'
import * as z from 'zod/mini'
import { createAccounts } from '../accounts/createAccounts.ts'
import type { DemoPerson } from '../accounts/demo.ts'
import { createVerifier } from '../tokens/verify.ts'

export const password = 'correct horse battery'
const secret = 'a secret of the tests that is long enough'

const demoPeople: DemoPerson[] = [
  { id: 'usr_demo_carla', as: 'carla', name: 'Carla Ruiz', role: 'customer' },
  { id: 'usr_demo_ben', as: 'Ben', name: 'Ben Okafor', role: 'contractor', picture: '/ben.webp' },
]

export async function testAccounts({
  publicUrl = 'http://127.0.0.1:4321',
  demo = demoPeople as DemoPerson[] | undefined,
} = {}) {
  const database = await testDatabase()
  const sql = connect(database.url, { max: 2 })
  const store = openAccountsStore(database.url)
  const revoked: string[] = []
  const logged: string[] = []
  const make = (more: { demo?: DemoPerson[] | undefined; answerAfterMs?: number } = {}) =>
    createAccounts({
      store,
      sql,
      secret,
      publicUrl,
      origins: () => [publicUrl, 'http://localhost:4321'],
      demo,
      onRevoked: sessionId => revoked.push(sessionId),
      log: message => logged.push(message),
      answerAfterMs: 0,
      ...more,
    })
  return {
    accounts: make(),
    make,
    sql,
    store,
    url: database.url,
    publicUrl,
    revoked,
    logged,
    verify: createVerifier({ secret }),
    async [Symbol.asyncDispose]() {
      await Promise.all([sql.end({ timeout: 5 }), store.close()])
      await database[Symbol.asyncDispose]()
    },
  }
}

/** What the tests read off answers. */
export const answers = {
  token: z.object({ token: z.string(), expiresAt: z.iso.datetime() }),
  sessions: z.array(z.object({ id: z.string(), token: z.string() })),
  demo: z.object({ session: z.string(), token: z.string() }),
}

type Accounts = Pick<Awaited<ReturnType<typeof testAccounts>>, 'accounts' | 'publicUrl'>

let addresses = 0

/** A browser with one cookie jar; each has an address of its own unless told otherwise. */
export function visitor({ accounts, publicUrl }: Accounts, address = newAddress()) {
  const cookies = new Map<string, string>()

  async function ask(
    method: 'GET' | 'POST',
    path: string,
    { body, headers = {} }: { body?: unknown; headers?: Record<string, string | undefined> } = {},
  ) {
    const jar = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const sent = new Headers()
    const all = {
      ...(method === 'POST' ? { origin: publicUrl, 'content-type': 'application/json' } : {}),
      ...(jar ? { cookie: jar } : {}),
      ...headers,
    }
    for (const [name, value] of Object.entries(all)) if (value !== undefined) sent.set(name, value)
    const request = new Request(`${publicUrl}/auth${path}`, {
      method,
      headers: sent,
      body: method === 'GET' ? null : typeof body === 'string' ? body : JSON.stringify(body ?? {}),
    })
    const response = await accounts.handler(request, address)
    for (const line of response.headers.getSetCookie()) keep(line)
    return response
  }

  function keep(line: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
    if (/max-age=0/i.test(line)) cookies.delete(name)
    else cookies.set(name, value)
  }

  return {
    cookies,
    get: (path: string, headers?: Record<string, string | undefined>) =>
      ask('GET', path, headers ? { headers } : {}),
    post: (path: string, body?: unknown, headers?: Record<string, string | undefined>) =>
      ask('POST', path, headers ? { body, headers } : { body }),
    signUp: (email: string, more: object = {}) =>
      ask('POST', '/sign-up/email', { body: { email, password, name: 'Ada', ...more } }),
    signIn: (email: string, secretWord = password) =>
      ask('POST', '/sign-in/email', { body: { email, password: secretWord } }),
  }
}

function newAddress(): string {
  addresses += 1
  return `10.0.${Math.floor(addresses / 256)}.${addresses % 256}`
}
