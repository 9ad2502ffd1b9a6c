import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { describe, expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import { createLog } from './log.ts'
import { closeInOrder } from './stopOnSignal.ts'
import { stockClient } from './testing/stockClient.ts'
import { testToken } from './testing/testRouter.ts'
import { testServer } from './testing/testServer.ts'
import { call, testSocket } from './testing/testSocket.ts'

const ann = { authorization: `Bearer ${testToken('ann')}` }

describe('draining', () => {
  test('clients are asked to move, what is in flight is answered, then they are closed', async () => {
    const server = await testServer()
    const busy = await testSocket(server)
    busy.send(call(1, 'gated'))
    await expect.poll(() => server.gate.entered()).toBe(1)
    const idle = await testSocket(server, { token: testToken('bert') })
    idle.send(call(1, 'silent', undefined, 'subscription'))
    await idle.frame(({ id }) => id === 1)

    const closing = server.close()
    expect(await idle.closed).toEqual({ code: 1012, reason: 'restart' })
    expect(idle.frames.at(-1)).toEqual({ id: null, method: 'reconnect' })
    expect(busy.socket.readyState).toBe(WebSocket.OPEN)
    server.gate.open()
    const answer = await busy.frame(({ id }) => id === 1)
    expect(answer.result?.data).toBe('through')
    expect(await busy.closed).toEqual({ code: 1012, reason: 'restart' })
    await closing
    await expect(fetch(`${server.url}/healthz`)).rejects.toThrow()
  })

  test('meanwhile nobody new is let in, and probes say so', async () => {
    const server = await testServer()
    const busy = await testSocket(server)
    busy.send(call(1, 'gated'))
    await expect.poll(() => server.gate.entered()).toBe(1)
    const closing = server.close()
    expect((await fetch(`${server.url}/readyz`)).status).toBe(503)
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
    const refused = await fetch(`${server.url}/trpc/me`, { headers: ann })
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '1'])
    expect((await fetch(`${server.url}/`)).status).toBe(503)
    await expect(testSocket(server)).rejects.toThrow(/503/)
    server.gate.open()
    await closing
  })

  test('a request over HTTP is answered, a stream is ended', async () => {
    const server = await testServer()
    const json = { 'content-type': 'application/json' }
    const mutation = fetch(`${server.url}/trpc/gated`, {
      method: 'POST',
      headers: { ...ann, ...json },
    })
    const stream = await fetch(`${server.url}/trpc/ticks`, { headers: ann })
    await expect.poll(() => server.gate.entered()).toBe(1)
    const closing = server.close()
    await expect(stream.text()).rejects.toThrow()
    server.gate.open()
    expect((await mutation).status).toBe(200)
    await closing
  })

  test('a call that never ends does not hold it up for ever', async () => {
    const server = await testServer({ limits: { drainMs: 300 } })
    const busy = await testSocket(server)
    busy.send(call(1, 'gated'))
    await expect.poll(() => server.gate.entered()).toBe(1)
    const startedAt = Date.now()
    await server.close()
    expect(Date.now() - startedAt).toBeLessThan(1500)
    await busy.closed
  })

  test('a peer that does not read cannot hold it up either', async () => {
    const server = await testServer()
    const stalled = await testSocket(server)
    stalled.send(call(1, 'torrent', { waits: true }, 'subscription'))
    await stalled.frame(({ id }) => id === 1)
    stalled.socket.pause()
    const startedAt = Date.now()
    await server.close()
    expect(Date.now() - startedAt).toBeLessThan(1500)
  })

  test('with nobody there it takes no time', async () => {
    const server = await testServer()
    const startedAt = Date.now()
    await server.close()
    expect(Date.now() - startedAt).toBeLessThan(200)
  })

  test('the stock client moves to the next server and misses nothing', async () => {
    const first = await testServer()
    const second = await testServer({ env: { port: 0 } })
    let current = first
    const { client } = stockClient({
      get socketUrl() {
        return current.socketUrl
      },
    })
    const seen: number[] = []
    let failed = false
    client.ticks.subscribe(undefined, {
      onData: ({ data }) => seen.push(...data),
      onError: () => {
        failed = true
      },
    })
    await expect.poll(() => seen.length).toBeGreaterThan(3)
    const slow = client.gated.mutate()
    await expect.poll(() => first.gate.entered()).toBe(1)
    current = second
    const closing = first.close()
    first.gate.open()
    expect(await slow).toBe('through')
    await closing
    const before = seen.length
    await expect.poll(() => seen.length, { timeout: 5000 }).toBeGreaterThan(before + 3)
    expect(first.gate.entered() + second.gate.entered()).toBe(1)
    expect(failed).toBe(false)
  })
})

describe('closing in order', () => {
  test('one that hangs or fails does not hold up the rest', async () => {
    const closed: string[] = []
    const step = (name: string, close: () => Promise<void>) => ({ name, close, withinMs: 50 })
    const lines: string[] = []
    const log = createLog({ logLevel: 'info' }, { write: line => void lines.push(line) })
    const steps = [
      step('server', async () => void closed.push('server')),
      step('bus', () => new Promise(() => {})),
      step('feed', () => Promise.reject(new Error('gone'))),
      step('database', async () => void closed.push('database')),
    ]
    expect(await closeInOrder(steps, log)).toBe(false)
    expect(closed).toEqual(['server', 'database'])
    expect(lines.map(line => JSON.parse(line).step)).toEqual(['bus', 'feed'])
    expect(await closeInOrder([], log)).toBe(true)
  })
})

describe('the process', () => {
  async function started(steps: string): Promise<{ child: ChildProcess; output: () => string }> {
    const program = `
      import { createLog } from './log.ts'
      import { logFaults } from './logFaults.ts'
      import { stopOnSignal } from './stopOnSignal.ts'
      const step = (name, close) => ({ name, close, withinMs: 20000 })
      const log = createLog({ logLevel: 'info' })
      logFaults(log)
      stopOnSignal([${steps}], log)
      setInterval(() => {}, 1000)
      console.log('up')`
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', '--input-type=module', '-e', program],
      {
        cwd: import.meta.dirname,
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    )
    onTestFinished(() => void child.kill('SIGKILL'))
    let output = ''
    child.stdout?.on('data', chunk => {
      output += chunk
    })
    await expect.poll(() => output, { timeout: 15_000 }).toContain('up')
    return { child, output: () => output }
  }

  test.each(['SIGTERM', 'SIGINT'] as const)(
    '%s closes everything and exits with 0',
    async signal => {
      const { child, output } = await started(
        `step('a', async () => console.log('a closed')), step('b', async () => console.log('b closed'))`,
      )
      child.kill(signal)
      const [code] = await once(child, 'exit')
      expect(code).toBe(0)
      expect(output()).toMatch(/stopping.*a closed\nb closed\n.*stopped/s)
    },
  )

  test('a second signal ends it at once, unless it is the echo of the first', async () => {
    const { child, output } = await started(`step('a', () => new Promise(() => {}))`)
    child.kill('SIGINT')
    await expect.poll(output).toContain('stopping')
    const stoppingSince = performance.now()
    const insisting = setInterval(() => child.kill('SIGINT'), 100)
    const [code] = await once(child, 'exit')
    clearInterval(insisting)
    expect(code).toBe(1)
    expect(performance.now() - stoppingSince).toBeGreaterThan(500)
  })

  test('outlives a rejection that nobody waits for, and not what nobody caught', async () => {
    const { child, output } = await started(
      `step('a', async () => {
        Promise.reject(new SyntaxError('hush'))
        await new Promise(resolve => setTimeout(resolve, 50))
        setTimeout(() => { throw new SyntaxError('hush') })
        await new Promise(() => {})
      })`,
    )
    child.kill('SIGTERM')
    const [code] = await once(child, 'exit')
    expect(code).toBe(1)
    expect(output()).toMatch(/nobody waited for this.*nobody caught this/s)
    expect(output()).not.toContain('hush')
  })

  test('what cannot be closed is said, and the exit code tells', async () => {
    const { child, output } = await started(`step('a', () => Promise.reject(new Error('stuck')))`)
    child.kill('SIGTERM')
    const [code] = await once(child, 'exit')
    expect(code).toBe(1)
    expect(output()).toContain('"step":"a"')
  })
})
