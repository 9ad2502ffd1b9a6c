import { readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import { afterEach, expect, test, vi } from 'vitest'
import { startDemoSession } from './authHttp.ts'
import { takeEarlySession } from './earlySession.ts'

const script = readFileSync(new URL('../../public/beforePaint.js', import.meta.url), 'utf8')

const answered = { session: 'key.signature', token: 'a.b.c', expiresAt: '2026-11-21T12:00:00.000Z' }
const server = vi.fn<(path: string, request: RequestInit) => Promise<Response>>()

/** The page with this address, as far as its first script looks at it. */
function open(search: string, more: object = {}): void {
  const window: Partial<Window> = {}
  vi.stubGlobal('window', window)
  vi.stubGlobal('fetch', server)
  const localStorage = { getItem: () => null }
  const document = { documentElement: { dataset: {} } }
  const here = { window, fetch: server, document, localStorage, URLSearchParams, ...more }
  runInNewContext(script, { ...here, location: { search }, navigator: { languages: ['en'] } })
}

const signIn = async (as: string) => startDemoSession(as, await takeEarlySession(as))

afterEach(() => {
  vi.unstubAllGlobals()
  server.mockReset()
})

test('the person in the address is asked for before the app has come, and no second time', async () => {
  server.mockImplementation(async () => Response.json(answered))
  open('?as=Zoë%20%26%20co')
  expect(server.mock.lastCall).toMatchObject(['/auth/demo', { method: 'POST' }])
  expect(await signIn('Zoë & co')).toEqual(answered)
  expect(server).toHaveBeenCalledTimes(1)
  expect(server.mock.lastCall?.[1].body).toBe(JSON.stringify({ as: 'Zoë & co' }))
})

test('what was asked for early is good for once, and for nobody else', async () => {
  server.mockImplementation(async () => Response.json(answered))
  open('?as=carla')
  await signIn('diego')
  await signIn('carla')
  expect(server.mock.calls.map(([, { body }]) => body)).toEqual(
    ['carla', 'diego', 'carla'].map(as => JSON.stringify({ as })),
  )
})

test('where the early question had no answer it is asked again; a refusal is one', async () => {
  server.mockRejectedValueOnce(new TypeError('Failed to fetch'))
  server.mockImplementation(async () => Response.json(answered))
  open('?as=carla')
  expect(await signIn('carla')).toEqual(answered)
  expect(server).toHaveBeenCalledTimes(2)

  server.mockReset()
  server.mockImplementation(async () => Response.json({ reason: 'NOT_FOUND' }, { status: 404 }))
  open('?as=nobody')
  await expect(signIn('nobody')).rejects.toMatchObject({ reason: 'NOT_FOUND' })
  expect(server).toHaveBeenCalledTimes(1)
})

test('whoever comes without a name in the address is asked for by nobody, also with an account', () => {
  const person = { localStorage: { getItem: () => 'usr_1' } }
  for (const search of ['', '?', '?c=1&asked=carla']) open(search, person)
  expect(server).not.toHaveBeenCalled()
})
