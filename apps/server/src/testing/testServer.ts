/**
 * The shell on a free port around the test router, closed when the test is over.
 */
import { connect } from 'node:net'
import { memoryBus } from '@parley/bus/memory'
import { type Attending, createAttending } from '@parley/core/presence/attending'
import type { Identity } from '@parley/core/tokens/identity'
import { onTestFinished } from 'vitest'
import type { ContextMaker } from '../contextMaker.ts'
import { type Env, readEnv } from '../env.ts'
import { type Limits, limits } from '../limits.ts'
import { createLog } from '../log.ts'
import { createMetrics } from '../metrics.ts'
import { serve } from '../serve.ts'
import { createGate, createTestRouter, type TestRouter, testContext } from './testRouter.ts'

type TestOptions = {
  env?: Partial<Env>
  limits?: Partial<Limits>
  ready?: () => Promise<void>
  auth?: (request: Request) => Promise<Response>
  staticDir?: string
  onAdmitted?: (identity: Identity) => () => void
  attend?: Attending['enter']
  createContext?: ContextMaker<TestRouter>
}

/** As generous as the usual ones, but nobody waits for seconds. */
const quick: Partial<Limits> = {
  sweepMs: 20,
  refusedMs: 100,
  closingMs: 200,
  noticeMs: 20,
  spreadMs: 20,
  moveMs: 50,
  drainMs: 2000,
}

export async function testServer(options: TestOptions = {}) {
  const lines: string[] = []
  const log = createLog({ logLevel: 'trace' }, { write: line => void lines.push(line) })
  const metrics = createMetrics()
  const gate = createGate()
  const attending = createAttending({
    bus: memoryBus(),
    lastSeen: { came() {}, went: async () => {}, close: async () => {} },
    onError: () => {},
    graceMs: 20,
    movedMs: 20,
  })
  const served = await serve<TestRouter>({
    env: { ...readEnv({ PORT: '0' }), ...options.env },
    router: createTestRouter(gate),
    createContext: options.createContext ?? testContext,
    auth: options.auth ?? (async () => new Response('accounts')),
    attend: options.attend ?? attending.enter,
    ...(options.onAdmitted && { onAdmitted: options.onAdmitted }),
    ready: options.ready ?? (async () => {}),
    staticDir: options.staticDir,
    log,
    metrics,
    limits: { ...limits, ...quick, ...options.limits },
  })
  onTestFinished(() => served.close())
  return {
    ...served,
    gate,
    logged: () => lines.join(''),
    metrics,
    socketUrl: `ws://127.0.0.1:${served.port}/trpc`,
    /** The value of one metric, by its name and labels as Prometheus writes them. */
    async metric(name: string): Promise<number> {
      const text = await metrics.registry.metrics()
      const line = text.split('\n').find(line => line.startsWith(`${name} `))
      return Number(line?.slice(name.length + 1) ?? 0)
    },
  }
}

export type TestServer = Awaited<ReturnType<typeof testServer>>

/** Writes bytes to the port and reads until the server ends the connection. */
export function rawExchange(port: number, bytes: string | Uint8Array): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
    socket.on('data', chunk => {
      answer += chunk.toString('latin1')
    })
    socket.on('error', () => {}) // a reset is one way to be refused
    socket.on('close', () => resolve(answer))
    socket.setTimeout(5000, () => {
      socket.destroy()
      reject(new Error(`the server kept the connection after: ${answer.slice(0, 200)}`))
    })
  })
}
