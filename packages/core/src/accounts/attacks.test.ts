/** What an attacker tries at /auth, each with the honest request beside it that succeeds. */
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import * as z from 'zod/mini'
import { answers, password, testAccounts, visitor } from '../testing/testAccounts.ts'

let world: Awaited<ReturnType<typeof testAccounts>>
beforeAll(async () => {
  world = await testAccounts()
})
afterAll(() => world[Symbol.asyncDispose]())

let people = 0
function newEmail() {
  people += 1
  return `victim-${people}@example.org`
}

async function member() {
  const email = newEmail()
  const browser = visitor(world)
  await browser.signUp(email)
  await browser.signIn(email)
  expect((await browser.get('/token')).status).toBe(200)
  return { ...browser, email }
}

const refused = z.object({ reason: z.string(), message: z.string(), field: z.optional(z.string()) })

async function refusal(response: Response) {
  return { status: response.status, ...refused.parse(await response.json()) }
}

const signedUp = z.object({ user: z.record(z.string(), z.unknown()), token: z.unknown() })

function accountOf(email: string) {
  return world.sql`select * from auth_users where email = ${email}`
}

describe('signing up', () => {
  test.each([
    ['admin', 'admin'],
    ['several roles', ['customer', 'admin']],
    ['an invented role', 'owner'],
    ['nothing', null],
  ])('as %s is refused', async (_, role) => {
    const email = newEmail()
    const refused = await visitor(world).signUp(email, { role })
    expect(await refusal(refused)).toMatchObject({ status: 400, reason: 'INVALID_INPUT' })
    expect(await accountOf(email)).toHaveLength(0)
  })

  test('sets nothing but the fields that it knows', async () => {
    const email = newEmail()
    const more =
      '"id":"usr_demo_carla","emailVerified":true,"image":"javascript:1","createdAt":"1999-01-01",' +
      '"__proto__":{"role":"admin"},"constructor":{"prototype":{"role":"admin"}},"user":{"role":"admin"}'
    const body = `{"email":"${email}","password":"${password}","name":"Ada",${more}}`
    expect((await visitor(world).post('/sign-up/email', body)).status).toBe(200)
    const [row] = await accountOf(email)
    expect(row).toMatchObject({ role: 'customer', emailVerified: false, image: null })
    expect(row?.id).not.toBe('usr_demo_carla')
    expect(row?.createdAt).toMatch(/^20[2-9]/)
  })

  test.each<[string, object]>([
    ['a short password', { password: '1234567' }],
    ['an endless password', { password: 'x'.repeat(129) }],
    ['no password', { password: undefined }],
    ['no name', { name: '\u200b' }],
    ['NUL in the name', { name: 'A\0da' }],
    ['a long name', { name: 'x'.repeat(81) }],
    ['no address', { email: 'ada' }],
    ['NUL in the address', { email: 'a\0da@example.org' }],
    ['an object as address', { email: { $ne: '' } }],
  ])('with %s is refused, naming the field', async (_, more) => {
    const refused = await visitor(world).signUp(newEmail(), more)
    const [field] = Object.keys(more)
    expect(await refusal(refused)).toMatchObject({ status: 400, reason: 'INVALID_INPUT', field })
  })
})

describe('telling known from unknown accounts', () => {
  test('is impossible by the answer to signing up', async () => {
    const { email } = await member()
    const told = []
    for (const address of [email, newEmail()]) {
      const response = await visitor(world).signUp(address, { role: 'contractor' })
      const { user, token } = signedUp.parse(await response.json())
      told.push({
        status: response.status,
        headers: [...response.headers.keys()].sort(),
        token,
        user: Object.entries(user).map(([key, value]) =>
          // What differs between any two new accounts.
          /^(id|email|createdAt|updatedAt)$/.test(key) ? [key, typeof value] : [key, value],
        ),
        idShape: String(user.id).replace(/[\w-]{20}$/, ''),
      })
    }
    expect(told[0]).toEqual(told[1])
    expect(told[0]).toMatchObject({ status: 200, token: null, idShape: 'usr_' })
  })

  test('signing up with a known address changes nothing about the account', async () => {
    const { email } = await member()
    const [before] = await accountOf(email)
    const attempt = { password: 'another password', name: 'Mallory', role: 'contractor' }
    expect((await visitor(world).signUp(email, attempt)).status).toBe(200)
    expect(await accountOf(email)).toEqual([before])
    expect((await visitor(world).signIn(email, attempt.password)).status).toBe(401)
    expect((await visitor(world).signIn(email)).status).toBe(200)
  })

  test('is impossible by the answer to signing in', async () => {
    const { email } = await member()
    const told = []
    for (const address of [email, newEmail()]) {
      const response = await visitor(world).signIn(address, 'not the password')
      told.push({ ...(await refusal(response)), headers: [...response.headers.keys()].sort() })
    }
    expect(told[0]).toEqual(told[1])
    expect(told[0]).toMatchObject({ status: 401, reason: 'UNAUTHENTICATED' })
  })

  test('is impossible by the time that an answer takes', async () => {
    const { email } = await member()
    const slow = visitor({ ...world, accounts: world.make({ answerAfterMs: 700 }) })
    const took = []
    for (const address of [email, newEmail()]) {
      for (const ask of [() => slow.signIn(address, 'not it'), () => slow.signUp(address)]) {
        const began = performance.now()
        await ask()
        took.push(performance.now() - began)
      }
    }
    for (const ms of took) expect(ms).toBeGreaterThan(690)
  })
})

describe('other sites', () => {
  const foreign = [
    'https://evil.example',
    'null',
    'http://127.0.0.1:4321.evil.example',
    'http://127.0.0.1:9999',
    'https://127.0.0.1:4321',
    'file://',
    '*',
    '',
  ]

  test.each(foreign)('cannot act as a visitor: Origin "%s"', async origin => {
    const browser = await member()
    const change = { currentPassword: password, newPassword: 'chosen by an attacker' }
    for (const [path, body] of [
      ['/sign-out', {}],
      ['/revoke-sessions', {}],
      ['/change-password', change],
      ['/token', {}],
      ['/demo', { as: 'carla' }],
      ['/sign-in/email', { email: browser.email, password }],
      ['/sign-up/email', { email: newEmail(), password, name: 'Eve' }],
    ] as const) {
      const refused = await browser.post(path, body, { origin })
      expect(await refusal(refused)).toMatchObject({ status: 403, reason: 'FORBIDDEN' })
      expect(refused.headers.getSetCookie()).toEqual([])
    }
    expect((await browser.get('/token', { origin })).status).toBe(403)
    expect((await browser.get('/token')).status).toBe(200)
    expect((await visitor(world).signIn(browser.email)).status).toBe(200)
  })

  test('cannot act where a browser says only that it is another site', async () => {
    const browser = await member()
    const headers = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }
    expect((await browser.get('/token', headers)).status).toBe(403)
    expect((await browser.post('/sign-out', {}, { ...headers, origin: undefined })).status).toBe(
      403,
    )
    expect((await browser.get('/token', { 'sec-fetch-site': 'same-origin' })).status).toBe(200)
  })

  test('cannot leave out where a cookie is sent from', async () => {
    const browser = await member()
    for (const path of ['/sign-out', '/revoke-sessions']) {
      expect((await browser.post(path, {}, { origin: undefined })).status).toBe(403)
    }
    expect((await browser.get('/token')).status).toBe(200)
  })

  test('may act where the operator allowed them', async () => {
    const browser = await member()
    const origin = 'http://localhost:4321'
    expect((await browser.post('/token', {}, { origin })).status).toBe(200)
    expect((await browser.post('/sign-out', {}, { origin })).status).toBe(200)
  })

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    'cannot send a form as %s',
    async type => {
      const { email } = await member()
      const body = JSON.stringify({ email, password })
      const refused = await visitor(world).post('/sign-in/email', body, { 'content-type': type })
      expect(await refusal(refused)).toMatchObject({ status: 400, reason: 'INVALID_INPUT' })
    },
  )
})

describe('sessions', () => {
  test('cannot be made up from what the database holds', async () => {
    const browser = await member()
    const list = answers.sessions.parse(await (await browser.get('/list-sessions')).json())
    const { token = '', id = '' } = list[0] ?? {}
    for (const guess of [token, id, `${token}.`, `${token}.${'A'.repeat(43)}=`]) {
      const authorization = `Bearer ${guess}`
      expect((await visitor(world).get('/token', { authorization })).status).toBe(401)
      const cookie = `parley.session_token=${guess}`
      expect((await visitor(world).get('/token', { cookie })).status).toBe(401)
    }
  })

  test('cannot be changed into another', async () => {
    const mine = await member()
    const theirs = await member()
    const [name = '', cookie = ''] = [...mine.cookies][0] ?? []
    const other = [...theirs.cookies.values()][0] ?? ''
    const signature = cookie.slice(cookie.indexOf('.'))
    const mixed = other.slice(0, other.indexOf('.')) + signature
    expect((await visitor(world).get('/token', { cookie: `${name}=${mixed}` })).status).toBe(401)
    expect((await visitor(world).get('/token', { cookie: `${name}=${cookie}` })).status).toBe(200)
  })

  test('are not opened by a token of ours, nor by a secret word', async () => {
    const browser = await member()
    const { token } = answers.token.parse(await (await browser.get('/token')).json())
    for (const authorization of [`Bearer ${token}`, `Basic ${btoa('a:b')}`, 'Bearer', 'Bearer %']) {
      expect((await visitor(world).get('/token', { authorization })).status).toBe(401)
    }
  })
})

describe('guessing passwords', () => {
  test('stops after ten attempts from one address, known account or not', async () => {
    const { email } = await member()
    for (const guessed of [email, newEmail()]) {
      const attacker = visitor(world, '203.0.113.1')
      const seen = []
      for (let each = 0; each < 12; each += 1) {
        seen.push((await attacker.signIn(guessed, 'not the password')).status)
      }
      expect(seen).toEqual([...Array(10).fill(401), 429, 429])
    }
    const late = await visitor(world, '203.0.113.1').signIn(email)
    expect(await refusal(late)).toMatchObject({ status: 429, reason: 'RATE_LIMITED' })
    expect(Number(late.headers.get('retry-after'))).toBeGreaterThan(500)
    expect((await visitor(world, '203.0.113.2').signIn(email)).status).toBe(200)
  })

  test('is not helped by lies about the address', async () => {
    const { email } = await member()
    const attacker = visitor(world, '203.0.113.3')
    const seen = []
    for (let each = 0; each < 12; each += 1) {
      const lies = {
        'x-forwarded-for': `198.51.100.${each}`,
        'x-real-ip': `198.51.100.${each}`,
        'x-parley-address': `198.51.100.${each}`,
        forwarded: `for=198.51.100.${each}`,
      }
      const body = { email, password: 'not the password' }
      seen.push((await attacker.post('/sign-in/email', body, lies)).status)
    }
    expect(seen.slice(10)).toEqual([429, 429])
    const rows = await world.sql`
      select from auth_sessions where ip_address like '198.51.100.%'`
    expect(rows).toHaveLength(0)
  })

  test('is forgotten after the right password', async () => {
    const { email } = await member()
    const browser = visitor(world, '203.0.113.4')
    for (let round = 0; round < 2; round += 1) {
      for (let each = 0; each < 9; each += 1) await browser.signIn(email, 'mistyped')
      expect((await browser.signIn(email)).status).toBe(200)
    }
  })

  test('from many addresses stops too', async () => {
    const { email } = await member()
    const seen = new Map<number, number>()
    await Promise.all(
      Array.from({ length: 110 }, async (_, each) => {
        const { status } = await visitor(world, `198.51.${each}.7`).signIn(email, 'wrong word')
        seen.set(status, (seen.get(status) ?? 0) + 1)
      }),
    )
    // One attempt was the victim's own; some find no room among so many at once.
    expect((seen.get(401) ?? 0) + (seen.get(503) ?? 0)).toBe(99)
    expect(seen.get(429)).toBe(11)
  })

  test('many accounts from one network stops as well', async () => {
    const statuses = []
    for (let each = 0; each < 32; each += 1) {
      const somewhere = visitor(world, `2001:db8:1:2::${each.toString(16)}`)
      statuses.push((await somewhere.signIn(newEmail(), 'any password')).status)
    }
    expect(statuses).toEqual([...Array(30).fill(401), 429, 429])
    const neighbour = visitor(world, '2001:db8:1:3::1')
    expect((await neighbour.signIn(newEmail(), 'any password')).status).toBe(401)
  })

  test('signing up again and again stops', async () => {
    const browser = visitor(world, '203.0.113.5')
    const statuses = []
    for (let each = 0; each < 31; each += 1)
      statuses.push((await browser.signUp(newEmail())).status)
    expect(statuses).toEqual([...Array(30).fill(200), 429])
  })
})

describe('what is not there', () => {
  test.each([
    ['POST', '/update-user'],
    ['POST', '/delete-user'],
    ['POST', '/change-email'],
    ['POST', '/set-password'],
    ['POST', '/request-password-reset'],
    ['POST', '/reset-password'],
    ['POST', '/sign-in/social'],
    ['POST', '/link-social'],
    ['POST', '/update-session'],
    ['POST', '/get-session'],
    ['GET', '/sign-out'],
    ['GET', '/sign-in/email'],
    ['GET', '/error'],
    ['GET', '/ok'],
    ['GET', '/verify-email'],
    ['GET', '/list-accounts'],
    ['GET', '/TOKEN'],
    ['GET', '/token/'],
    ['GET', '//token'],
    ['GET', '/%74oken'],
    ['GET', 'x/token'],
    ['GET', '/__proto__'],
    ['GET', '/constructor'],
    ['GET', ''],
  ] as const)('is not found: %s /auth%s', async (method, path) => {
    const browser = await member()
    const response = await (method === 'GET' ? browser.get(path) : browser.post(path))
    expect(await refusal(response)).toMatchObject({ status: 404, reason: 'NOT_FOUND' })
  })

  test('cannot be asked for by other methods', async () => {
    for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
      const request = new Request(`${world.publicUrl}/auth/token`, { method })
      expect((await world.accounts.handler(request, '203.0.113.9')).status).toBe(404)
    }
  })

  test('is no place to be sent to', async () => {
    const email = newEmail()
    const browser = visitor(world)
    await browser.signUp(email)
    const body = { email, password, callbackURL: 'https://evil.example', redirectTo: '//evil' }
    const response = await browser.post('/sign-in/email?callbackURL=https://evil.example', body)
    expect(response.status).toBe(200)
    expect(response.headers.get('location')).toBeNull()
    expect(await response.text()).not.toContain('evil')
  })
})

describe('bodies', () => {
  test.each([
    ['no JSON', '{"email":'],
    ['a list', '[]'],
    ['a word', '"sign me in"'],
    ['null', 'null'],
  ])('that are %s are refused', async (_, body) => {
    const refused = await visitor(world).post('/sign-in/email', body)
    expect(await refusal(refused)).toMatchObject({ status: 400, reason: 'INVALID_INPUT' })
  })

  test('that never end are not read to the end', async () => {
    let sent = 0
    const endless = new ReadableStream({
      pull(controller) {
        sent += 1
        controller.enqueue(new Uint8Array(1024).fill(32))
      },
    })
    const request = new Request(`${world.publicUrl}/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: world.publicUrl },
      body: endless,
      duplex: 'half',
    })
    const refused = await world.accounts.handler(request, '203.0.113.9')
    expect(await refusal(refused)).toMatchObject({ status: 413, reason: 'TOO_LARGE' })
    expect(sent).toBeLessThan(20)
  })
})

test('while the database is away nobody is told to sign in again, and nothing leaks', async () => {
  await using other = await testAccounts()
  const browser = visitor(other)
  await browser.signUp('away@example.org')
  await browser.signIn('away@example.org')
  await Promise.all([other.store.close(), other.sql.end()])
  const printed = vi.spyOn(console, 'error')
  for (const response of [
    await browser.get('/token'),
    await browser.signIn('away@example.org'),
    await browser.signUp('new@example.org'),
    await browser.post('/demo', { as: 'carla' }),
  ]) {
    const told = await refusal(response)
    expect(told).toMatchObject({ status: 503, reason: 'UNAVAILABLE' })
    expect(JSON.stringify(told)).not.toMatch(/select|insert|auth_|node_modules|CONNECTION/i)
  }
  expect(browser.cookies.size).toBe(1)
  expect(printed).not.toHaveBeenCalled()
  expect(other.logged.length).toBeGreaterThan(0)
  expect(other.logged.join('\n')).not.toMatch(/away@|new@|example|horse|argon/)
})

test('nothing that was logged names an address, a password or a session', () => {
  expect(world.logged.join('\n')).not.toMatch(/@example|horse|argon|session_token|\$/)
})
