import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, onTestFinished, test } from 'vitest'
import { limits } from './limits.ts'
import { testToken } from './testing/testRouter.ts'
import { rawExchange, testServer } from './testing/testServer.ts'
import { answersOthers } from './testing/testSocket.ts'

const ann = { authorization: `Bearer ${testToken('ann')}` }
const json = { 'content-type': 'application/json' }

describe('probes', () => {
  test('healthz, readyz and metrics', async () => {
    const server = await testServer()
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200)
    const metrics = await fetch(`${server.url}/metrics`)
    expect(metrics.headers.get('content-type')).toContain('text/plain')
    expect(await metrics.text()).toContain('parley_connections_pending 0')
  })

  test('healthz answers a probe of the old kind, without a host', async () => {
    const server = await testServer()
    expect(await rawExchange(server.port, 'GET /healthz HTTP/1.0\r\n\r\n')).toContain('200 OK')
  })

  test('readyz says 503 while the database is away, or too slow, and asks it once for many', async () => {
    let asked = 0
    let answer: () => Promise<void> = () => Promise.reject(new Error('away'))
    const ready = () => {
      asked += 1
      return answer()
    }
    const server = await testServer({ ready, limits: { readyMs: 50 } })
    const status = async () => (await fetch(`${server.url}/readyz`)).status
    expect(new Set(await Promise.all([status(), status(), status()]))).toEqual(new Set([503]))
    expect(asked).toBe(1)
    answer = () => new Promise(() => {})
    await expect.poll(async () => [await status(), asked], { timeout: 3000 }).toEqual([503, 2])
    answer = () => Promise.resolve()
    await expect.poll(status, { timeout: 3000, interval: 100 }).toBe(200)
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
  })
})

describe('tRPC over HTTP', () => {
  test('a query and a mutation, the token as Bearer', async () => {
    const server = await testServer()
    const me = await fetch(`${server.url}/trpc/me`, { headers: ann })
    expect(await me.json()).toEqual({
      result: { data: { userId: 'ann', address: '127.0.0.1', transport: 'http' } },
    })
    const echo = await fetch(`${server.url}/trpc/echo`, {
      method: 'POST',
      headers: { ...ann, ...json },
      body: '{"text":"hi"}',
    })
    expect(await echo.json()).toEqual({ result: { data: { text: 'hi' } } })
    const calls = 'parley_calls_total{procedure="echo",outcome="ok"}'
    expect(await server.metric(calls)).toBe(1)
    expect(await server.metric('parley_connections{transport="http"}')).toBe(0)
  })

  const large = JSON.stringify({ text: 'x'.repeat(limits.bodyBytes) })
  const many = Array.from({ length: limits.callsPerFrame + 1 }, () => 'me').join(',')
  test.each<[string, string, RequestInit, number, string]>([
    ['nobody', 'me', {}, 401, 'UNAUTHENTICATED'],
    ['another scheme', 'me', { headers: { authorization: 'Basic x' } }, 401, 'UNAUTHENTICATED'],
    ['a procedure that there is not', 'x', { headers: ann }, 404, 'NOT_FOUND'],
    ['a mutation by GET', 'echo', { headers: ann }, 405, 'INVALID_INPUT'],
    ['PUT', 'echo', { method: 'PUT', headers: { ...ann, ...json } }, 405, 'INVALID_INPUT'],
    ['DELETE', 'me', { method: 'DELETE', headers: ann }, 405, 'INVALID_INPUT'],
    [
      'a form',
      'echo',
      { method: 'POST', headers: ann, body: new FormData() },
      415,
      'INVALID_INPUT',
    ],
    ['no type', 'echo', { method: 'POST', headers: ann, body: '{}' }, 415, 'INVALID_INPUT'],
    [
      'no JSON',
      'echo',
      { method: 'POST', headers: { ...ann, ...json }, body: '{' },
      400,
      'INVALID_INPUT',
    ],
    [
      'too much',
      'echo',
      { method: 'POST', headers: { ...ann, ...json }, body: large },
      413,
      'TOO_LARGE',
    ],
    ['a giant batch', `${many}?batch=1`, { headers: ann }, 400, 'INVALID_INPUT'],
    [
      'a token in the address',
      'me?connectionParams=%7B%22token%22%3A%22secret%22%7D',
      {},
      400,
      'INVALID_INPUT',
    ],
    ['a broken escape', '%E0%A4', { headers: ann }, 400, 'INVALID_INPUT'],
    [
      'a foreign page',
      'me',
      { headers: { ...ann, origin: 'https://evil.example' } },
      403,
      'FORBIDDEN',
    ],
    ['a page of no origin', 'me', { headers: { ...ann, origin: 'null' } }, 403, 'FORBIDDEN'],
  ])('%s is refused', async (_, path, init, status, reason) => {
    const server = await testServer()
    const answer = await fetch(`${server.url}/trpc/${path}`, init)
    const text = await answer.text()
    expect([answer.status, text]).toEqual([status, expect.stringContaining(`"reason":"${reason}"`)])
    expect(text).not.toMatch(/"stack"|\.ts:|node_modules/)
    expect(await answersOthers(server)).toBe(true)
  })

  test('too much without saying how much is refused while it arrives', async () => {
    const server = await testServer()
    const chunk = `${(65_536).toString(16)}\r\n${'x'.repeat(65_536)}\r\n`
    const head = `POST /trpc/echo HTTP/1.1\r\nHost: a\r\nAuthorization: ${ann.authorization}\r\n`
    const type = 'Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n'
    const answer = await rawExchange(server.port, head + type + chunk.repeat(20))
    expect(answer).toContain('413 Payload Too Large')
    expect(await answersOthers(server)).toBe(true)
  })

  test('pages of known origins may call, with the token alone', async () => {
    const server = await testServer({ env: { allowedOrigins: ['https://host.example.com'] } })
    const origin = 'https://host.example.com'
    const preflight = await fetch(`${server.url}/trpc/echo`, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST' },
    })
    expect(preflight.status).toBe(204)
    expect(preflight.headers.get('access-control-allow-origin')).toBe(origin)
    expect(preflight.headers.get('access-control-allow-headers')).toContain('authorization')
    const me = await fetch(`${server.url}/trpc/me`, { headers: { ...ann, origin } })
    expect(me.status).toBe(200)
    expect(me.headers.get('access-control-allow-origin')).toBe(origin)
    expect(me.headers.get('access-control-allow-credentials')).toBeNull()
    expect(preflight.headers.get('vary')).toBe('origin')
    expect(me.headers.get('vary')).toContain('origin')
    const stream = await fetch(`${server.url}/trpc/ticks`, { headers: { ...ann, origin } })
    expect(stream.headers.get('content-type')).toBe('text/event-stream')
    expect(stream.headers.get('access-control-allow-origin')).toBe(origin)
    expect(stream.headers.get('vary')).toContain('origin')
    await stream.body?.cancel()
    // What went wrong can be read by the page as well.
    const unknown = await fetch(`${server.url}/trpc/x`, { headers: { ...ann, origin } })
    expect([unknown.status, unknown.headers.get('access-control-allow-origin')]).toEqual([
      404,
      origin,
    ])
  })

  test.each([
    'https://evil.example',
    'null',
    'https://host.example.com.evil.example',
    'https://host.example.com:8443',
    'http://host.example.com',
    'https://HOST.example.com',
  ])('a page of %s gets nothing, and is told nothing of who may', async origin => {
    const server = await testServer({ env: { allowedOrigins: ['https://host.example.com'] } })
    const asks = { 'access-control-request-method': 'POST' }
    const answers = await Promise.all([
      fetch(`${server.url}/trpc/echo`, { method: 'OPTIONS', headers: { origin, ...asks } }),
      fetch(`${server.url}/trpc/me`, { headers: { ...ann, origin } }),
      fetch(`${server.url}/trpc/ticks`, { headers: { ...ann, origin } }),
    ])
    for (const { status, headers } of answers) {
      expect(status).toBe(403)
      expect([...headers.keys()].filter(name => name.startsWith('access-control-'))).toEqual([])
    }
  })

  test('any page may ask whether there is a server, and can read nothing else', async () => {
    const server = await testServer()
    const policyOf = async (path: string) =>
      (await fetch(server.url + path)).headers.get('cross-origin-resource-policy')
    expect(await policyOf('/healthz')).toBe('cross-origin')
    expect(await policyOf('/readyz')).toBe('same-origin')
    expect(await policyOf('/metrics')).toBe('same-origin')
  })

  test('a subscription over SSE ends with its token, and with its session', async () => {
    const server = await testServer()
    const stream = async (livesMs?: number) => {
      const token = testToken('ann', { sessionId: 's1', ...(livesMs && { livesMs }) })
      const headers = { authorization: `Bearer ${token}` }
      const answer = await fetch(`${server.url}/trpc/ticks`, { headers })
      expect(answer.status).toBe(200)
      // Proxies must hand every frame on as it comes.
      expect(answer.headers.get('content-type')).toBe('text/event-stream')
      expect(answer.headers.get('x-accel-buffering')).toBe('no')
      expect(answer.headers.get('cache-control')).toContain('no-transform')
      expect(answer.headers.get('content-encoding')).toBeNull()
      const reader = answer.body?.getReader()
      expect((await reader?.read())?.value?.length).toBeGreaterThan(0)
      for (;;) {
        const end = await reader?.read().catch(() => ({ done: true }))
        if (end?.done) return 'ended'
      }
    }
    expect(await stream(100)).toBe('ended')
    const live = stream()
    await expect.poll(() => server.closeSession('s1')).toBe(1)
    expect(await live).toBe('ended')
  })

  test('requests in flight are limited per person', async () => {
    const server = await testServer({ limits: { requestsPerUser: 2 } })
    const gated = () =>
      fetch(`${server.url}/trpc/gated`, { method: 'POST', headers: { ...ann, ...json } })
    const waiting = [gated(), gated()]
    await expect.poll(() => server.gate.entered()).toBe(2)
    const third = await gated()
    expect(third.status).toBe(429)
    expect(await third.text()).toContain('TOO_MANY_CONNECTIONS')
    server.gate.open()
    for (const one of waiting) expect((await one).status).toBe(200)
  })
})

describe('accounts', () => {
  test('the handler sees the request as it was, and the address as we know it', async () => {
    const seen: { url: string; body: string; headers: Record<string, string> }[] = []
    const auth = async (request: Request) => {
      const headers = Object.fromEntries(request.headers)
      seen.push({ url: request.url, body: await request.text(), headers })
      const answer = new Headers({ location: '/' })
      answer.append('set-cookie', 'a=1; HttpOnly')
      answer.append('set-cookie', 'b=2; HttpOnly')
      return new Response('made', { status: 201, headers: answer })
    }
    const server = await testServer({ auth })
    const answer = await fetch(`${server.url}/auth/sign-up?x=1`, {
      method: 'POST',
      body: '{"a":1}',
      headers: {
        ...json,
        origin: server.url,
        cookie: 'c=3',
        'x-forwarded-for': '10.0.0.1',
        'x-forwarded-host': 'evil.example',
        'x-real-ip': '10.0.0.1',
      },
    })
    expect([answer.status, await answer.text()]).toEqual([201, 'made'])
    expect(answer.headers.getSetCookie()).toEqual(['a=1; HttpOnly', 'b=2; HttpOnly'])
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const [request] = seen
    expect(request).toMatchObject({ url: `${server.url}/auth/sign-up?x=1`, body: '{"a":1}' })
    expect(request?.headers).toMatchObject({ cookie: 'c=3', 'x-forwarded-for': '127.0.0.1' })
    expect(Object.keys(request?.headers ?? {})).not.toContain('x-forwarded-host')
    expect(Object.keys(request?.headers ?? {})).not.toContain('x-real-ip')
  })

  test.each([
    ['a foreign page', { origin: 'https://evil.example' }, '{}', 403],
    ['a page of no origin', { origin: 'null' }, '{}', 403],
    ['a page that may only embed', { origin: 'https://host.example.com' }, '{}', 403],
    ['a large body', {}, 'x'.repeat(limits.authBodyBytes + 1), 413],
  ])('%s is refused before the handler', async (_, headers, body, status) => {
    let reached = false
    const server = await testServer({
      env: { allowedOrigins: ['https://host.example.com'] },
      auth: async () => {
        reached = true
        return new Response()
      },
    })
    const init = { method: 'POST', headers: { ...json, ...headers }, body }
    expect((await fetch(`${server.url}/auth/sign-in`, init)).status).toBe(status)
    expect(reached).toBe(false)
    expect(await answersOthers(server)).toBe(true)
  })

  test('a handler that throws tells nothing', async () => {
    const server = await testServer({
      auth: () => Promise.reject(new Error('select * from secrets')),
    })
    const answer = await fetch(`${server.url}/auth/x`)
    expect([answer.status, await answer.json()]).toEqual([
      500,
      { reason: 'INTERNAL', message: 'Internal Server Error' },
    ])
  })
})

describe('the app', () => {
  async function builtApp(): Promise<string> {
    const dir = await mkdtemp(join(tmpdir(), 'parley-app-'))
    onTestFinished(() => rm(dir, { recursive: true, force: true }))
    await mkdir(join(dir, 'assets'))
    await writeFile(join(dir, 'index.html'), '<title>Parley</title>')
    await writeFile(join(dir, 'sw.js'), 'let b = 2')
    await writeFile(join(dir, 'manifest.webmanifest'), '{}')
    await writeFile(join(dir, 'assets', 'main-abc.js'), 'let a = 1')
    await writeFile(join(dir, 'assets', 'main-abc.js.gz'), gzipSync('let a = 1'))
    await writeFile(join(dir, '.env'), 'SECRET=1')
    await writeFile(join(dir, '..', `${dir.split('/').at(-1)}-outside`), 'SECRET=1')
    onTestFinished(() => rm(`${dir}-outside`, { force: true }))
    return dir
  }

  test('pages, assets and their headers', async () => {
    const server = await testServer({ staticDir: await builtApp() })
    const page = await fetch(`${server.url}/`)
    expect(await page.text()).toBe('<title>Parley</title>')
    expect(page.headers.get('cache-control')).toBe('no-cache')
    expect(page.headers.get('content-type')).toBe('text/html;charset=utf-8')
    expect(page.headers.get('x-content-type-options')).toBe('nosniff')
    expect(page.headers.get('referrer-policy')).toBe('same-origin')
    expect(page.headers.get('x-frame-options')).toBe('SAMEORIGIN')
    expect(page.headers.get('strict-transport-security')).toBeNull()
    expect(page.headers.get('x-powered-by')).toBeNull()
    const policy = page.headers.get('content-security-policy') ?? ''
    expect(policy).toMatch(/script-src 'self';/)
    expect(policy).toContain("worker-src 'self';")
    expect(policy).toMatch(/frame-ancestors 'self'(;|$)/)
    expect(policy).toContain(`ws://localhost:${server.port}`)
    expect(policy).not.toContain('[') // browsers complain about IPv6 addresses in it
    expect(policy).not.toContain('upgrade-insecure-requests')

    const asset = await fetch(`${server.url}/assets/main-abc.js`)
    expect(await asset.text()).toBe('let a = 1')
    expect(asset.headers.get('content-encoding')).toBe('gzip')
    expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    const again = { headers: { 'if-none-match': page.headers.get('etag') ?? '' } }
    expect((await fetch(`${server.url}/`, again)).status).toBe(304)

    // Kept, it would hold people to the release that it is of.
    const worker = await fetch(`${server.url}/sw.js`)
    expect(await worker.text()).toBe('let b = 2')
    expect(worker.headers.get('cache-control')).toBe('no-cache')
    expect(worker.headers.get('content-type')).toMatch(/^text\/javascript/)
    const manifest = await fetch(`${server.url}/manifest.webmanifest`)
    expect(manifest.headers.get('content-type')).toBe('application/manifest+json')
  })

  test('embedding pages and https are known from the environment', async () => {
    const env = {
      publicUrl: 'https://chat.example.com',
      allowedOrigins: ['https://host.example.com'],
    }
    const server = await testServer({ env, staticDir: await builtApp() })
    const page = await fetch(`http://127.0.0.1:${server.port}/`)
    await page.text()
    const policy = page.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("frame-ancestors 'self' https://host.example.com")
    expect(policy).toContain('wss://chat.example.com')
    expect(page.headers.get('x-frame-options')).toBeNull()
    expect(page.headers.get('strict-transport-security')).toBe('max-age=31536000')
    expect(server.url).toBe('https://chat.example.com')
  })

  test('any address that a person may open is the app; anything else is not', async () => {
    const server = await testServer({ staticDir: await builtApp() })
    const get = (path: string, headers: Record<string, string>) =>
      fetch(server.url + path, { headers })
    const opening = { accept: 'text/html,*/*' }
    const deep = await get('/c/123?x=1', opening)
    expect([deep.status, await deep.text()]).toEqual([200, '<title>Parley</title>'])
    expect(deep.headers.get('cache-control')).toBe('no-cache')
    expect((await get('/c/123', { accept: '*/*' })).status).toBe(404)
    expect((await get('/assets/gone.js', opening)).status).toBe(404)
    expect((await get('/assets/gone.js', { accept: '*/*' })).status).toBe(404)
    expect((await get('/.env', opening)).status).not.toBe(500)
    expect(await (await get('/.env', opening)).text()).not.toContain('SECRET')
    expect((await fetch(`${server.url}/`, { method: 'POST' })).status).toBe(405)
  })

  test.each([
    '/../{}-outside',
    '/%2e%2e/{}-outside',
    '/..%2f{}-outside',
    '/assets/..%5c..%5c{}',
    '/%00',
    '/%',
    '/%E0%A4',
  ])('no way out of the directory by %s', async path => {
    const dir = await builtApp()
    const server = await testServer({ staticDir: dir })
    const target = path.replace('{}', dir.split('/').at(-1) ?? '')
    const answer = await rawExchange(
      server.port,
      `GET ${target} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`,
    )
    expect(answer).toMatch(/^HTTP\/1\.1 40[04]/)
    expect(answer).not.toContain('SECRET')
    expect(await answersOthers(server)).toBe(true)
  })

  test('files that a rebuild took away, and odd ranges, do not end the process', async () => {
    const dir = await builtApp()
    const server = await testServer({ staticDir: dir })
    for (const range of ['bytes=5-2', 'bytes=999-', 'bytes=-', 'bytes=a-b', 'x']) {
      await fetch(`${server.url}/`, { headers: { range } }).catch(() => undefined)
    }
    await rm(dir, { recursive: true })
    await expect(fetch(`${server.url}/assets/main-abc.js`)).rejects.toThrow()
    expect(await answersOthers(server)).toBe(true)
  })

  test('before it is built a sentence says so', async () => {
    const server = await testServer({ staticDir: join(tmpdir(), 'parley-nothing-here') })
    const page = await fetch(`${server.url}/`)
    expect([page.status, await page.text()]).toEqual([404, 'The web app is not built.\n'])
  })
})

describe('slow and broken clients', () => {
  test.each([
    ['headers that never end', 'GET / HTTP/1.1\r\nHost: a\r\nX: '],
    ['nothing at all', ''],
    ['a body that never ends', 'POST /auth/x HTTP/1.1\r\nHost: a\r\nContent-Length: 99\r\n\r\nx'],
  ])('%s: the connection is ended', async (_, bytes) => {
    const server = await testServer({ limits: { headersMs: 100, requestMs: 200 } })
    const answer = await rawExchange(server.port, bytes)
    expect(answer).toMatch(/^(HTTP\/1\.1 408 |$)/)
    expect(await answersOthers(server)).toBe(true)
  })

  test('headers above the limit', async () => {
    const server = await testServer()
    const bytes = `GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(limits.headerBytes)}\r\n\r\n`
    expect(await rawExchange(server.port, bytes)).toContain('431 ')
    expect(await answersOthers(server)).toBe(true)
  })

  test('a client that leaves in the middle of its body is no error of ours', async () => {
    const server = await testServer()
    const socket = connect(server.port, '127.0.0.1', () => {
      socket.write('POST /auth/x HTTP/1.1\r\nHost: a\r\nContent-Length: 99\r\n\r\nx', () =>
        setTimeout(() => socket.resetAndDestroy(), 50),
      )
    })
    socket.on('error', () => {})
    await new Promise(resolve => socket.on('close', resolve))
    expect(await answersOthers(server)).toBe(true)
    expect(server.logged()).not.toContain('"level":"error"')
  })
})

describe('the port', () => {
  test('taken by another: a sentence', async () => {
    const server = await testServer()
    await expect(testServer({ env: { port: server.port } })).rejects.toThrow(
      `PORT: ${server.port} on 127.0.0.1 is taken by another program`,
    )
  })

  test('not an address of this machine: a sentence', async () => {
    await expect(testServer({ env: { host: '203.0.113.1' } })).rejects.toThrow(
      'HOST: 203.0.113.1 is not an address of this machine',
    )
  })
})
