import { afterAll, beforeAll, expect, test } from 'vitest'
import { Refusal } from '../refusal.ts'
import { answers, password, testAccounts, visitor } from '../testing/testAccounts.ts'
import { makeAdministrator } from './makeAdministrator.ts'

let world: Awaited<ReturnType<typeof testAccounts>>
beforeAll(async () => {
  world = await testAccounts()
})
afterAll(() => world[Symbol.asyncDispose]())

async function identityOf(browser: ReturnType<typeof visitor>) {
  const { token } = answers.token.parse(await (await browser.get('/token')).json())
  return world.verify(token)
}

test('an administrator is created, with a password made up or chosen', async () => {
  for (const chosen of [undefined, 'chosen by the operator']) {
    const email = chosen ? 'Chosen@Example.org' : 'made-up@example.org'
    const made = await makeAdministrator(world.sql, { email, name: 'Grace', password: chosen })
    expect(made).toMatchObject({ existed: false, email: email.toLowerCase() })
    expect(made.password).toMatch(chosen ? chosen : /^[\w-]{16}$/)
    const browser = visitor(world)
    expect((await browser.signIn(email, made.password)).status).toBe(200)
    const identity = await identityOf(browser)
    expect(identity).toMatchObject({ userId: made.userId, name: 'Grace', role: 'admin' })
  }
})

test('an account becomes an administrator; who had signed up with it before is locked out', async () => {
  const email = 'squatted@example.org'
  const squatter = visitor(world)
  await squatter.signUp(email, { name: 'Mallory' })
  await squatter.signIn(email)
  const before = await identityOf(squatter)
  const made = await makeAdministrator(world.sql, { email })
  expect(made).toMatchObject({ existed: true, userId: before.userId })
  expect((await squatter.get('/token')).status).toBe(401)
  expect((await squatter.signIn(email, password)).status).toBe(401)
  const browser = visitor(world)
  await browser.signIn(email, made.password)
  expect(await identityOf(browser)).toMatchObject({ userId: before.userId, role: 'admin' })
})

test('may be run again', async () => {
  const email = 'twice@example.org'
  const first = await makeAdministrator(world.sql, { email })
  const again = await makeAdministrator(world.sql, { email, password: 'a second password' })
  expect(again).toMatchObject({ existed: true, userId: first.userId })
  expect((await visitor(world).signIn(email, first.password)).status).toBe(401)
  expect((await visitor(world).signIn(email, again.password)).status).toBe(200)
})

test.each([
  { email: 'nobody' },
  { email: 'short@example.org', password: '1234567' },
  { email: 'nameless@example.org', name: ' ' },
])('%o makes nobody an administrator', async given => {
  await expect(makeAdministrator(world.sql, given)).rejects.toThrow(Refusal)
  expect(await world.sql`select from auth_users where email = ${given.email}`).toHaveLength(0)
})
