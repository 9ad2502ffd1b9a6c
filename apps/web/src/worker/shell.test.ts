import { expect, onTestFinished, test, vi } from 'vitest'
import { createShell } from './shell.ts'

const files = ['/index.html', '/assets/main-a.js'].map(path => ({ path, integrity: 'sha256-x' }))

/** The browser's caches and network, as far as a shell uses them. */
function browser() {
  const kept = new Map<string, Map<string, Response>>()
  let network: (path: string) => Promise<Response> = async path => new Response(`net ${path}`)
  const pathOf = (asked: Request | string) =>
    typeof asked === 'string' ? asked : new URL(asked.url).pathname
  const cacheOf = (rows: Map<string, Response>) => ({
    async addAll(requests: Request[]) {
      const responses = await Promise.all(requests.map(request => network(pathOf(request))))
      if (responses.some(({ ok }) => !ok)) throw new TypeError('not ok')
      for (const [at, request] of requests.entries()) {
        const response = responses[at]
        if (response) rows.set(pathOf(request), response)
      }
    },
    match: async (asked: Request | string) => rows.get(pathOf(asked))?.clone(),
  })
  vi.stubGlobal('caches', {
    async open(name: string) {
      const rows = kept.get(name) ?? new Map()
      kept.set(name, rows)
      return cacheOf(rows)
    },
    async match(asked: Request | string) {
      for (const rows of kept.values()) if (rows.has(pathOf(asked))) return rows.get(pathOf(asked))
      return undefined
    },
    keys: async () => [...kept.keys()],
    delete: async (name: string) => kept.delete(name),
  })
  // Node's own takes no address without an origin.
  const Usual = globalThis.Request
  vi.stubGlobal(
    'Request',
    class extends Usual {
      constructor(path: string) {
        super(new URL(path, 'http://parley.test'))
      }
    },
  )
  vi.stubGlobal('fetch', (request: Request) => network(pathOf(request)))
  onTestFinished(() => void vi.unstubAllGlobals())
  return {
    names: () => [...kept.keys()],
    answers(how: typeof network) {
      network = how
    },
  }
}

const asked = (path: string) => new Request(path)
const gone = () => Promise.reject(new TypeError('no network'))

test('a page is the network’s, and what was kept when that is away, broken or slow', async () => {
  const { answers } = browser()
  const shell = createShell({ release: 'a', files })
  await shell.keep()
  const page = async () => (await shell.page(asked('/c/1'))).text()
  expect(await page()).toBe('net /c/1')
  answers(gone)
  expect(await page()).toBe('net /index.html')
  answers(async () => new Response('on fire', { status: 502 }))
  expect(await page()).toBe('net /index.html')
  answers(async () => new Response('no such page', { status: 404 }))
  expect(await page()).toBe('no such page')

  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  answers(() => new Promise(() => {}))
  const slow = page()
  await vi.advanceTimersByTimeAsync(1000)
  expect(await slow).toBe('net /index.html')
})

test('a release whose files are not all there is not kept', async () => {
  const { answers, names } = browser()
  answers(async path => new Response('', { status: path === '/index.html' ? 200 : 404 }))
  await expect(createShell({ release: 'a', files }).keep()).rejects.toThrow()
  expect(names()).toEqual([])
})

test('pages of the release before find their files; those of older ones are let go of', async () => {
  const { answers, names } = browser()
  for (const release of ['a', 'b', 'c']) {
    const own = { path: `/assets/main-${release}.js`, integrity: 'sha256-x' }
    const shell = createShell({ release, files: [own, { path: '/index.html', integrity: '' }] })
    answers(async path => new Response(`${release} ${path}`))
    await shell.keep()
    await shell.tidy()
  }
  expect(names()).toEqual(['parley-shell-b', 'parley-shell-c'])
  answers(gone)
  const now = createShell({ release: 'c', files })
  const text = async (path: string) => (await now.file(asked(path))).text()
  expect(await text('/assets/main-b.js')).toBe('b /assets/main-b.js')
  expect(await text('/assets/main-c.js')).toBe('c /assets/main-c.js')
  expect(await (await now.page(asked('/'))).text()).toBe('c /index.html')
  await expect(now.file(asked('/assets/main-a.js'))).rejects.toThrow()
})
