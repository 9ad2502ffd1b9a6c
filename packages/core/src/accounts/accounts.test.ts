import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answers, password, testAccounts, visitor } from '../testing/testAccounts.ts'

let world: Awaited<ReturnType<typeof testAccounts>>
beforeAll(async () => {
  world = await testAccounts()
})
afterAll(() => world[Symbol.asyncDispose]())

let people = 0
/** A signed-in visitor with a fresh account. */
async function member(more: object = {}) {
  people += 1
  const email = `person-${people}@example.org`
  const browser = visitor(world)
  expect((await browser.signUp(email, more)).status).toBe(200)
  expect((await browser.signIn(email)).status).toBe(200)
  return { ...browser, email }
}

type Browser = ReturnType<typeof visitor>
async function identityOf(browser: Pick<Browser, 'get'>, headers?: Record<string, string>) {
  const response = await browser.get('/token', headers)
  expect(response.status).toBe(200)
  const { token, expiresAt } = answers.token.parse(await response.json())
  const identity = await world.verify(token)
  expect(new Date(expiresAt).getTime()).toBe(identity.expiresAt)
  return identity
}

async function demoSession(browser: Pick<Browser, 'post'>, as: string) {
  return answers.demo.parse(await (await browser.post('/demo', { as })).json())
}

describe('signing up and in', () => {
  test('gives a session, and the session gives tokens', async () => {
    const browser = await member({ role: 'contractor', name: '  Ada\nLovelace ' })
    const identity = await identityOf(browser)
    expect(identity).toMatchObject({ name: 'Ada Lovelace', role: 'contractor' })
    expect(identity.userId).toMatch(/^usr_[\w-]{20}$/)
    const sessions =
      await world.sql`select id from auth_sessions where user_id = ${identity.userId}`
    expect(sessions.map(({ id }) => id)).toEqual([identity.sessionId])
    const posted = await browser.post('/token')
    expect(posted.status).toBe(200)
    expect(posted.headers.get('cache-control')).toBe('no-store')
  })

  test('makes a customer where no role is chosen', async () => {
    expect(await identityOf(await member())).toMatchObject({ role: 'customer' })
  })

  test('keeps the password as Argon2id only', async () => {
    const { email } = await member()
    const [row] = await world.sql`
      select a.password from auth_accounts a join auth_users u on u.id = a.user_id
      where u.email = ${email}`
    expect(row?.password).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  })

  test('ignores capitals in addresses, and how letters of a password are composed', async () => {
    const browser = visitor(world)
    await browser.signUp('Mixed.Case@Example.org', { password: 'pa\u0308sswort-lang' })
    const response = await browser.signIn(' mixed.case@example.ORG', 'p\u00e4sswort-lang')
    expect(response.status).toBe(200)
  })

  test('sets a cookie that scripts cannot read and other sites cannot send', async () => {
    const browser = visitor(world)
    await browser.signUp('cookie@example.org')
    const [cookie, ...others] = (await browser.signIn('cookie@example.org')).headers.getSetCookie()
    expect(others).toEqual([])
    expect(cookie).toMatch(/^parley\.session_token=/)
    expect(cookie).toMatch(/; HttpOnly/i)
    expect(cookie).toMatch(/; SameSite=Lax/i)
    expect(cookie).toMatch(/; Path=\/(;|$)/i)
    expect(cookie).not.toMatch(/Secure|Domain/i)
  })

  test('sets the cookie for secure connections only where the address is https', async () => {
    await using secure = await testAccounts({ publicUrl: 'https://chat.example.org' })
    const browser = visitor(secure)
    await browser.signUp('cookie@example.org')
    const [cookie] = (await browser.signIn('cookie@example.org')).headers.getSetCookie()
    expect(cookie).toMatch(/^__Secure-parley\.session_token=.*; Secure/i)
    expect((await browser.get('/token')).status).toBe(200)
  })
})

describe('signing out', () => {
  test('ends the session everywhere at once', async () => {
    const browser = await member()
    const { sessionId } = await identityOf(browser)
    const stolen = new Map(browser.cookies)
    expect((await browser.post('/sign-out')).status).toBe(200)
    expect(world.revoked).toContain(sessionId)
    expect(browser.cookies.size).toBe(0)
    for (const [name, value] of stolen) browser.cookies.set(name, value)
    expect((await browser.get('/token')).status).toBe(401)
  })

  test('ends only this session', async () => {
    const first = await member()
    const second = visitor(world)
    await second.signIn(first.email)
    await first.post('/sign-out')
    expect((await second.get('/token')).status).toBe(200)
  })
})

describe('sessions', () => {
  test('are listed, and revoked one by one or all others at once', async () => {
    const here = await member()
    const there = visitor(world)
    const elsewhere = visitor(world)
    await there.signIn(here.email)
    await elsewhere.signIn(here.email)
    const gone = await identityOf(there)

    const list = answers.sessions.parse(await (await here.get('/list-sessions')).json())
    expect(list).toHaveLength(3)
    const token = list.find(({ id }) => id === gone.sessionId)?.token
    expect((await here.post('/revoke-session', { token })).status).toBe(200)
    expect(world.revoked).toContain(gone.sessionId)
    expect((await there.get('/token')).status).toBe(401)

    const other = await identityOf(elsewhere)
    expect((await here.post('/revoke-other-sessions')).status).toBe(200)
    expect(world.revoked).toContain(other.sessionId)
    expect((await elsewhere.get('/token')).status).toBe(401)
    expect((await here.get('/token')).status).toBe(200)
  })

  test('of other people cannot be revoked', async () => {
    const victim = await member()
    const list = await (await victim.get('/list-sessions')).json()
    const [session] = answers.sessions.parse(list)
    const attacker = await member()
    await attacker.post('/revoke-session', { token: session?.token })
    expect((await victim.get('/token')).status).toBe(200)
  })

  test('end by themselves', async () => {
    const browser = await member()
    const { sessionId = '' } = await identityOf(browser)
    await world.sql`
      update auth_sessions set expires_at = now() - interval '1 second' where id = ${sessionId}`
    expect((await browser.get('/token')).status).toBe(401)
  })

  test('do not pile up: the oldest beyond 200 end', async () => {
    const browser = await member()
    const { userId, sessionId } = await identityOf(browser)
    await world.sql`
      insert into auth_sessions (id, user_id, token, expires_at, created_at)
      select ${userId} || n, ${userId}, ${userId} || n, now() + interval '1 day',
        now() + interval '1 second' * n
      from generate_series(1, 250) n`
    await visitor(world).signIn(browser.email)
    const left = await world.sql`select id from auth_sessions where user_id = ${userId}`
    expect(left).toHaveLength(200)
    expect(world.revoked).toContain(sessionId)
    expect((await browser.get('/token')).status).toBe(401)
  })
})

describe('a new password', () => {
  const fresh = 'entirely different words'

  test('ends every session and goes on in a new one', async () => {
    const here = await member()
    const there = visitor(world)
    await there.signIn(here.email)
    const [mine, other] = [await identityOf(here), await identityOf(there)]

    const change = { currentPassword: password, newPassword: fresh, revokeOtherSessions: false }
    expect((await here.post('/change-password', change)).status).toBe(200)
    expect(world.revoked).toEqual(expect.arrayContaining([mine.sessionId, other.sessionId]))
    expect((await there.get('/token')).status).toBe(401)
    const next = await identityOf(here)
    expect(next.userId).toBe(mine.userId)
    expect(next.sessionId).not.toBe(mine.sessionId)

    expect((await there.signIn(here.email, password)).status).toBe(401)
    expect((await there.signIn(here.email, fresh)).status).toBe(200)
  })

  test('needs the old one', async () => {
    const browser = await member()
    const change = { currentPassword: 'not this one', newPassword: fresh }
    const refused = await browser.post('/change-password', change)
    expect(refused.status).toBe(400)
    expect(await refused.json()).toMatchObject({ reason: 'INVALID_INPUT' })
    expect((await visitor(world).signIn(browser.email, fresh)).status).toBe(401)
  })
})

describe('the demo', () => {
  test('shows its people', async () => {
    expect(await (await visitor(world).get('/demo')).json()).toEqual([
      { id: 'usr_demo_carla', as: 'carla', name: 'Carla Ruiz', role: 'customer' },
      {
        id: 'usr_demo_ben',
        as: 'Ben',
        name: 'Ben Okafor',
        role: 'contractor',
        picture: '/ben.webp',
      },
    ])
  })

  test('hands each tab a session of its own, with a token of that session, and sets no cookie', async () => {
    const browser = visitor(world)
    const tabs = await Promise.all(
      ['CARLA', 'ben', 'ben', 'carla', 'Ben'].map(async as => {
        const response = await browser.post('/demo', { as })
        expect(response.headers.getSetCookie()).toEqual([])
        const { session, token } = answers.demo.parse(await response.json())
        const { sessionId } = await world.verify(token)
        const identity = await identityOf(browser, { authorization: `Bearer ${session}` })
        expect(identity).toMatchObject({ sessionId })
        return identity
      }),
    )
    expect(tabs.map(({ userId }) => userId)).toEqual(
      ['carla', 'ben', 'ben', 'carla', 'ben'].map(name => `usr_demo_${name}`),
    )
    expect(tabs[1]).toMatchObject({ name: 'Ben Okafor', role: 'contractor', picture: '/ben.webp' })
    expect(new Set(tabs.map(({ sessionId }) => sessionId)).size).toBe(5)
  })

  test("a tab's session leaves the cookie of the others alone, and counts alone", async () => {
    const browser = await member()
    const mine = await identityOf(browser)
    const cookies = [...browser.cookies]
    const { session } = await demoSession(browser, 'carla')
    const authorization = `Bearer ${session}`
    // An old session, so that looking at it renews it, which would set a cookie.
    await world.sql`
      update auth_sessions set expires_at = now() + interval '1 day'
      where user_id = 'usr_demo_carla'`
    expect((await identityOf(browser, { authorization })).userId).toBe('usr_demo_carla')
    const out = await browser.post('/sign-out', {}, { authorization })
    expect(out.status).toBe(200)
    expect((await browser.get('/token', { authorization })).status).toBe(401)
    expect((await browser.get('/token', { authorization: 'Bearer x.y' })).status).toBe(401)
    expect((await browser.get('/token', { authorization: 'Bearer x' })).status).toBe(401)
    expect([...browser.cookies]).toEqual(cookies)
    expect(await identityOf(browser)).toMatchObject({ sessionId: mine.sessionId })
  })

  test('knows nobody else', async () => {
    for (const as of ['mallory', '', undefined]) {
      expect((await visitor(world).post('/demo', { as })).status).toBe(404)
    }
  })

  test('is gone when it is off, with the sessions that it left behind', async () => {
    const browser = visitor(world)
    const { session } = await demoSession(browser, 'carla')
    const off = visitor({ ...world, accounts: world.make({ demo: undefined }) })
    expect((await off.get('/demo')).status).toBe(404)
    expect((await off.post('/demo', { as: 'carla' })).status).toBe(404)
    const authorization = `Bearer ${session}`
    expect((await off.get('/token', { authorization })).status).toBe(401)
    expect((await browser.get('/token', { authorization })).status).toBe(200)
  })

  test('its people have no password', async () => {
    await visitor(world).post('/demo', { as: 'carla' })
    expect((await visitor(world).signIn('usr_demo_carla')).status).toBe(400)
    const accounts = await world.sql`
      select from auth_accounts where user_id = 'usr_demo_carla'`
    expect(accounts).toHaveLength(0)
  })
})
