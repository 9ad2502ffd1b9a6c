/**
 * A small router to put into the shell: it can answer, be slow, fail, stream and renew.
 */

import { Refusal } from '@parley/core/refusal'
import type { Identity } from '@parley/core/tokens/identity'
import { JsonText } from '@parley/db/jsonText'
import type { Reason } from '@parley/protocol/reasons'
import { errorData, outgoingError } from '@parley/router/errors'
import { FramedSubscription, type Frames } from '@parley/router/frames'
import { initTRPC, tracked } from '@trpc/server'
import { z } from 'zod'
import type { Asked } from '../contextMaker.ts'

type Caller = Identity | 'nobody' | 'one too many'
type Context = { caller: Caller; connection: Asked['connection'] }

const t = initTRPC.context<Context>().create({
  errorFormatter: ({ shape, error }) => {
    const { code, httpStatus } = shape.data
    return { ...shape, data: { code, httpStatus, ...errorData(error) } }
  },
})

function refuse(reason: Reason): never {
  throw outgoingError(new Refusal(reason, 'refused'))
}

const known = t.procedure.use(({ ctx, next }) => {
  const { caller } = ctx
  if (caller === 'one too many') refuse('TOO_MANY_CONNECTIONS')
  if (caller === 'nobody') refuse('UNAUTHENTICATED')
  return next({ ctx: { caller } })
})

/** Gates that a test opens, so that a call is in flight for as long as it likes. */
export function createGate() {
  let open = () => {}
  const opened = new Promise<void>(resolve => {
    open = resolve
  })
  let entered = 0
  return {
    open: () => open(),
    entered: () => entered,
    pass: () => {
      entered += 1
      return opened
    },
  }
}

export function createTestRouter(gate: ReturnType<typeof createGate>) {
  return t.router({
    me: known.query(({ ctx }) => ({
      userId: ctx.caller.userId,
      address: ctx.connection.address,
      transport: ctx.connection.transport,
    })),
    echo: known.input(z.object({ text: z.string() })).mutation(({ input }) => input),
    /** Data that is JSON already. */
    written: known.input(z.unknown()).query(({ input }) => {
      return new JsonText<unknown>(JSON.stringify({ input, also: 'ümläut ✓' }))
    }),
    gated: known.mutation(async () => {
      await gate.pass()
      return 'through'
    }),
    broken: known.input(z.object({ text: z.string() })).mutation(({ input }) => {
      const cause = Object.assign(new Error(`insert failed: ${input.text}`), {
        query: 'insert into messages',
        parameters: [input.text],
        code: '22P02',
      })
      throw new Error('the statement failed', { cause })
    }),
    renew: known
      .input(z.object({ expiresAt: z.number() }))
      .mutation(({ ctx, input }) => ctx.connection.renew(input.expiresAt)),
    ticks: known.subscription(async function* ({ signal }) {
      for (let tick = 0; !signal?.aborted; tick++) {
        yield tracked(String(tick), [tick])
        await new Promise(resolve => setTimeout(resolve, 10))
      }
    }),
    silent: known.subscription(async function* ({ signal }) {
      yield tracked('0', ['started'])
      await new Promise(resolve => signal?.addEventListener('abort', resolve))
    }),
    /** More than any reader takes, as fast as it can; waits for the reader if told to. */
    torrent: known.input(z.object({ waits: z.boolean() })).subscription(async function* ({
      ctx,
      input,
      signal,
    }) {
      const water = 'x'.repeat(32 * 1024)
      for (let drop = 0; !signal?.aborted; drop++) {
        yield tracked(String(drop), water)
        if (input.waits) await ctx.connection.writable()
        await new Promise(resolve => setImmediate(resolve))
      }
    }),
    /** The same numbers by both ways that a subscription may have. */
    framed: known
      .input(z.object({ upTo: z.number(), lastEventId: z.string().optional() }))
      .subscription(({ input, signal }) => {
        const first = Number(input.lastEventId ?? -1) + 1
        const numbers = Array.from(
          { length: Math.max(0, input.upTo - first) },
          (_, at) => first + at,
        )
        return new FramedSubscription(
          () => framesOf(numbers),
          async function* () {
            for (const number of numbers) yield tracked(String(number), [number, 'ümläut ✓'])
            await new Promise(resolve => signal?.addEventListener('abort', resolve))
          },
        )
      }),
    streaming: known.query(async function* () {
      yield 1
    }),
    fails: known.input(z.object({ after: z.number() })).subscription(async function* ({ input }) {
      for (let tick = 0; tick < input.after; tick++) yield tick
      refuse('CONFLICT')
    }),
    nothing: known.query(() => undefined),
    count: known.input(z.object({ upTo: z.number() })).subscription(async function* ({ input }) {
      for (let tick = 0; tick < input.upTo; tick++) yield tracked(String(tick), [tick])
    }),
  })
}

function framesOf(numbers: number[]): Frames {
  let next = 0
  let tell = () => {}
  return {
    async start(onFilled) {
      tell = () => {
        if (next < numbers.length) onFilled()
      }
      tell()
    },
    take() {
      const number = numbers[next]
      next += 1
      setImmediate(tell)
      return { id: String(number), json: JSON.stringify([number, 'ümläut ✓']) }
    },
    close() {
      tell = () => {}
    },
  }
}

export type TestRouter = ReturnType<typeof createTestRouter>

/**
 * Tokens of the tests are JSON, like `{"userId":"ann"}`, with a session and milliseconds to
 * live if it matters.
 */
export function testToken(userId: string, more: { sessionId?: string; livesMs?: number } = {}) {
  return JSON.stringify({ userId, ...more })
}

const claims = z.object({
  userId: z.string(),
  sessionId: z.string().optional(),
  livesMs: z.number().default(600_000),
})

function identityOf(token: string | undefined): Identity | undefined {
  let parsed: unknown
  try {
    parsed = JSON.parse(token ?? '')
  } catch {
    return undefined
  }
  const read = claims.safeParse(parsed)
  if (!read.success) return undefined
  const { userId, sessionId, livesMs } = read.data
  const expiresAt = Date.now() + livesMs
  return {
    userId,
    name: userId,
    role: 'customer',
    business: undefined,
    picture: undefined,
    sessionId,
    expiresAt,
  }
}

export async function testContext({ token, connection }: Asked): Promise<Context> {
  const identity = identityOf(token)
  if (identity === undefined) return { caller: 'nobody', connection }
  return { caller: (await connection.admit(identity)) ? identity : 'one too many', connection }
}
