import { describe, expect, test } from 'vitest'
import { createLog } from './log.ts'
import { safeError } from './safeError.ts'
import { testToken } from './testing/testRouter.ts'
import { rawExchange, testServer } from './testing/testServer.ts'
import { answersOthers, call, testSocket } from './testing/testSocket.ts'

const jwt = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhbm4ifQ.c2lnbmF0dXJlLW9mLWFubg'
const secret = 'hush-4f1c'

function recorder() {
  const lines: string[] = []
  const log = createLog({ logLevel: 'trace' }, { write: line => void lines.push(line) })
  return { log, lines, last: () => JSON.parse(lines.at(-1) ?? '{}') }
}

describe('what the log keeps to itself', () => {
  test.each<[string, Record<string, unknown>]>([
    ['a token', { token: secret }],
    ['a token inside', { connection: { token: secret } }],
    ['headers', { request: { headers: { authorization: secret } } }],
    ['connection params', { connectionParams: { token: secret } }],
    ['an input', { input: { text: secret } }],
    ['a text', { message: { text: secret } }],
    ['a template', { template: { name: secret, text: secret } }],
    [
      'whom a bulk message is for',
      { broadcast: { recipients: [secret], filter: { place: secret } } },
    ],
    ['an address with its query', { target: `https://x.example/trpc/me?input=${secret}` }],
    ['a password in an address', { target: `postgres://parley:${secret}@db/parley` }],
    ['a header in a sentence', { said: `Authorization: Bearer ${secret}` }],
  ])('%s', (_, given) => {
    const { log, lines } = recorder()
    log.info(given, 'something')
    expect(lines).toHaveLength(1)
    expect(lines[0]).not.toContain(secret)
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 'info', msg: 'something' })
  })

  test('a token, wherever it stands', () => {
    const { log, lines } = recorder()
    log.warn({ note: [jwt], err: new Error(`no user for ${jwt}`) }, `verified ${jwt}`)
    expect(lines.join('')).not.toMatch(/eyJ|c2lnbmF0/)
    expect(lines.join('')).toContain('no user for [token]')
  })

  test('what an error repeats of a statement, of its values or of an input', () => {
    const statement = Object.assign(new Error(`Failed query: params: ${secret}`), {
      query: `insert ${secret}`,
      params: [secret],
      cause: Object.assign(new Error(`invalid input: "${secret}"`), {
        name: 'PostgresError',
        severity: 'ERROR',
        code: '22P02',
        detail: `Key (text)=(${secret})`,
      }),
    })
    const { log, lines, last } = recorder()
    log.error(statement)
    expect(last()).toMatchObject({ msg: 'error', err: { name: 'Error', cause: { code: '22P02' } } })
    expect(last().err.frames[0]).toMatch(/log\.test\.ts/)
    log.error({ err: statement })
    log.error({ err: new SyntaxError(`Unexpected token, "${secret}" is not valid JSON`) }, 'bad')
    log.error({ err: { message: secret } }, 'thrown object')
    log.error({ err: secret }, 'thrown text')
    expect(lines).toHaveLength(5)
    expect(lines.join('')).not.toContain(secret)
  })

  test('what Redis refuses is said by its code', () => {
    const refused = Object.assign(new Error(`OOM command not allowed, ${secret}`), {
      name: 'ReplyError',
    })
    const error = safeError(refused)
    expect(error).toMatchObject({ name: 'ReplyError', code: 'OOM' })
    expect(JSON.stringify(error)).not.toContain(secret)
  })

  test('an error still says what is wrong with the machine', () => {
    const refused = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), {
      code: 'ECONNREFUSED',
      syscall: 'connect',
    })
    const error = safeError(new Error('the database is away', { cause: refused }))
    expect(error).toMatchObject({
      message: 'the database is away',
      cause: { code: 'ECONNREFUSED', message: 'connect ECONNREFUSED 127.0.0.1:5432' },
    })
  })
})

test('bad requests of every kind leave neither tokens nor words in the log', async () => {
  const server = await testServer({
    auth: () => Promise.reject(new Error(`no session ${jwt}`)),
  })
  const one = await testSocket(server)
  one.send(call(1, 'broken', { text: secret }))
  one.send(call(2, 'echo', { text: [secret] }))
  one.send(call(3, secret, { text: secret }))
  await Promise.all([1, 2, 3].map(wanted => one.frame(({ id }) => id === wanted)))
  one.send(`{"id": ${secret}`)
  await one.closed
  const nobody = await testSocket(server, { token: `${jwt}${secret}` })
  nobody.send(call(1, 'echo', { text: secret }))
  await nobody.closed

  const input = encodeURIComponent(JSON.stringify({ text: secret }))
  const requests = [
    `GET /trpc/echo?input=${input} HTTP/1.1`,
    `GET /trpc/${secret}?token=${jwt} HTTP/1.1`,
    `GET /trpc?connectionParams=${jwt} HTTP/1.1\r\nUpgrade: websocket\r\nConnection: Upgrade`,
    `GET /auth/x?code=${secret} HTTP/1.1\r\nCookie: session=${secret}`,
    `GET /%?${secret} HTTP/1.1`,
  ]
  for (const request of requests) {
    const headers = `Host: a\r\nAuthorization: Bearer ${testToken(secret)}\r\nConnection: close`
    await rawExchange(server.port, `${request}\r\n${headers}\r\n\r\n`)
  }
  const body = {
    method: 'POST',
    body: `{"text":"${secret}`,
    headers: { 'content-type': 'application/json' },
  }
  await fetch(`${server.url}/trpc/echo`, body)

  expect(await answersOthers(server)).toBe(true)
  const logged = server.logged()
  expect(logged).toContain('"procedure":"broken"')
  expect(logged).toContain('the statement failed')
  expect(logged).toContain('"reason":"INVALID_INPUT"')
  expect(logged).not.toContain(secret)
  expect(logged).not.toMatch(/eyJ/)
  expect(logged).not.toContain('insert into messages')
})
