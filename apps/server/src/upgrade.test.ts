import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rawExchange, type TestServer, testServer } from './testing/testServer.ts'
import { answersOthers, testSocket } from './testing/testSocket.ts'

type Handshake = { line?: string; host?: string | null; headers?: string[]; body?: string }

function handshake({ line, host, headers = [], body = '' }: Handshake = {}): string {
  return [
    line ?? 'GET /trpc?connectionParams=1 HTTP/1.1',
    ...(host === null ? [] : [`Host: ${host ?? '127.0.0.1'}`]),
    'Upgrade: websocket',
    'Connection: Upgrade',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    'Sec-WebSocket-Version: 13',
    ...headers,
    '',
    body,
  ].join('\r\n')
}

async function statusOf(server: TestServer, request: string | Uint8Array): Promise<number> {
  const answer = await rawExchange(server.port, request)
  return Number(/^HTTP\/1\.1 (\d{3}) /.exec(answer)?.[1] ?? 0)
}

describe('a malformed handshake is answered 400 and ends nobody', () => {
  test.each([
    ['no host', handshake({ host: null })],
    ['an empty host', handshake({ host: '' })],
    ['a host of brackets', handshake({ host: '[' })],
    ['a host with a bad port', handshake({ host: 'a:b' })],
    ['a port out of range', handshake({ host: 'a:99999' })],
    ['a host with a space', handshake({ host: 'a b' })],
    ['a host with credentials', handshake({ host: 'user:pw@a' })],
    ['a host with a path', handshake({ host: 'a/b' })],
    ['a host with a percent', handshake({ host: '%' })],
    ['a host with bytes above ASCII', handshake({ host: 'ä\u00ff' })],
    ['a host of a kilobyte', handshake({ host: 'a'.repeat(1000) })],
    ['two hosts', handshake({ headers: ['Host: b'] })],
    ['an address that is a host', handshake({ line: 'GET //[ HTTP/1.1' })],
    ['an address of another host', handshake({ line: 'GET //evil/trpc HTTP/1.1' })],
    ['an absolute address', handshake({ line: 'GET http://evil/trpc HTTP/1.1' })],
    ['an absolute address that is none', handshake({ line: 'GET http://[ HTTP/1.1' })],
    ['an asterisk', handshake({ line: 'OPTIONS * HTTP/1.1' })],
    ['another method', handshake({ line: 'POST /trpc HTTP/1.1' })],
    ['a wrong key', handshake().replace('dGhlIHNhbXBsZSBub25jZQ==', 'short')],
    ['no key', handshake().replace(/Sec-WebSocket-Key.*\r\n/, '')],
    ['an old version', handshake().replace('Version: 13', 'Version: 1')],
    ['another protocol', handshake().replace('websocket', 'h2c')],
    ['broken subprotocols', handshake({ headers: ['Sec-WebSocket-Protocol: ,,'] })],
    ['a header without a name', handshake({ headers: [': x'] })],
    ['no HTTP at all', 'hello\r\n\r\n'],
    ['TLS', new Uint8Array([22, 3, 1, 2, 0, 1, 0, 1, 252, 3, 3])],
  ])('%s', async (_, request) => {
    const server = await testServer()
    expect(await statusOf(server, request)).toBe(400)
    expect(await answersOthers(server)).toBe(true)
  })

  test('bytes of any kind', { timeout: 60_000 }, async () => {
    const server = await testServer({ limits: { headersMs: 200, requestMs: 200, silenceMs: 100 } })
    const parts = fc.constantFrom(
      ...handshake().split(/(?<=[ \r\n:])/),
      'GET ',
      'CONNECT ',
      '//',
      '[',
      '%00',
      '\0',
      '\r\n\r\n',
      'Transfer-Encoding: chunked\r\n',
      'Content-Length: -1\r\n',
    )
    const mixture = fc
      .array(fc.oneof({ weight: 4, arbitrary: parts }, fc.string({ unit: 'binary' })))
      .map(all => Buffer.from(all.join(''), 'latin1'))
    const noise = fc.oneof(fc.uint8Array({ maxLength: 300 }), mixture)
    // What follows a good handshake are frames, so noise there is noise in the frames.
    const inside = noise.map(bytes => Buffer.concat([Buffer.from(handshake()), bytes]))
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(noise, inside), { maxLength: 20 }), async all => {
        const ends = all.map(bytes => rawExchange(server.port, bytes))
        await Promise.all(ends)
      }),
      { numRuns: 20, seed: 20_261_121 },
    )
    expect(await answersOthers(server)).toBe(true)
  })
})

describe('which pages may connect', () => {
  const env = {
    publicUrl: 'https://chat.example.com',
    allowedOrigins: ['https://host.example.com'],
  }
  test.each([
    ['https://chat.example.com', 101],
    ['https://host.example.com', 101],
    [undefined, 101],
    ['null', 403],
    ['', 403],
    ['https://evil.example.com', 403],
    ['https://chat.example.com.evil.com', 403],
    ['https://chat.example.com:444', 403],
    ['https://sub.chat.example.com', 403],
    ['http://chat.example.com', 403],
    ['HTTPS://CHAT.EXAMPLE.COM', 403],
    ['https://chat.example.com/', 403],
    ['https://chat.example.com, https://evil.example.com', 403],
  ])('%s: %i', async (origin, status) => {
    const server = await testServer({ env })
    const cookie = 'Cookie: session=stolen'
    const headers = origin === undefined ? [cookie] : [`Origin: ${origin}`, cookie]
    if (status === 101) {
      const one = await testSocket(server, origin === undefined ? {} : { origin })
      one.socket.close()
    } else expect(await statusOf(server, handshake({ headers }))).toBe(status)
    expect(await answersOthers(server)).toBe(true)
  })

  test('its own pages, under each name of this machine', async () => {
    const server = await testServer()
    for (const host of ['127.0.0.1', 'localhost', '[::1]']) {
      await testSocket(server, { origin: `http://${host}:${server.port}` })
    }
    const headers = [`Origin: http://127.0.0.1:${server.port + 1}`]
    expect(await statusOf(server, handshake({ headers }))).toBe(403)
    // The name in `Host` proves nothing: a page of evil.example can have it lead here.
    const rebound = [`Origin: http://evil.example:${server.port}`]
    const host = `evil.example:${server.port}`
    expect(await statusOf(server, handshake({ headers: rebound, host }))).toBe(403)
    const told = server.logged().match(/is PUBLIC_URL or ALLOWED_ORIGINS set\?/g)
    expect(told).toHaveLength(2)
  })
})

describe('where sockets are served', () => {
  test.each([
    ['/', 404],
    ['/trpc/', 404],
    ['/trpcx', 404],
    ['/auth/x', 404],
    ['/trpc/../trpc', 404],
    ['/trpc%2f', 404],
    ['/trpc?token=eyJhbGciOiJIUzI1NiJ9.e30.x', 400],
    ['/trpc?connectionParams=1&token=x', 400],
    ['/trpc?connectionParams=%7B%22token%22%3A%22x%22%7D', 400],
    ['/trpc?connectionParams=1&connectionParams=0', 400],
    ['/trpc?access_token=x', 400],
    ['/trpc?', 101],
    ['/trpc', 101],
  ])('%s: %i', async (path, status) => {
    const server = await testServer({ limits: { silenceMs: 50 } })
    const request = handshake({ line: `GET ${path} HTTP/1.1` })
    expect(await statusOf(server, request)).toBe(status)
    expect(server.logged()).not.toMatch(/eyJ|token=/)
    expect(await answersOthers(server)).toBe(true)
  })

  test('refusals are counted by cause', async () => {
    const server = await testServer()
    await statusOf(server, handshake({ line: 'GET /x HTTP/1.1' }))
    await statusOf(server, handshake({ host: '[' }))
    await statusOf(server, handshake({ headers: ['Origin: null'] }))
    const refused = (cause: string) =>
      server.metric(`parley_handshakes_refused_total{cause="${cause}"}`)
    expect(await refused('path')).toBe(1)
    expect(await refused('malformed')).toBe(1)
    expect(await refused('origin')).toBe(1)
    expect(await server.metric('parley_connections{transport="ws"}')).toBe(0)
  })
})
