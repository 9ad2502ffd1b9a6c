import { Refusal } from '@parley/core/refusal'
import { initTRPC } from '@trpc/server'
import { type Context, mustBeAlive } from './context.ts'
import { errorData, outgoingError } from './errors.ts'
import { type Permission, permissions } from './permissions.ts'

const t = initTRPC.context<Context>().create({
  errorFormatter: ({ shape, error }) => {
    const { code, httpStatus, path } = shape.data
    return { ...shape, data: { code, httpStatus, path, ...errorData(error) } }
  },
})

export const { router } = t

/** Longer than Postgres lets a statement run, so this is only met when it does not even answer. */
const longestCallMs = 15_000

/**
 * What surrounds every procedure, in one layer since each costs a message about as much as its
 * JSON: who calls, whether they still may, and whether this is theirs to call; and that every
 * error leaves with a reason, within a bounded time.
 */
const guarded = t.middleware(async ({ ctx, path, type, next }) => {
  try {
    const answer = permitted(ctx, path).then(caller => next({ ctx: { caller } }))
    const result = await (type === 'subscription' ? answer : inTime(answer))
    if (!result.ok) throw result.error
    return result
  } catch (error) {
    throw outgoingError(error)
  }
})

/** The only kind of procedure there is: errors have reasons, callers are known, rates are limited. */
export const procedure = t.procedure.use(guarded)

/** @throws Refusal */
async function permitted(ctx: Context, path: string) {
  const identity = presentIdentity(ctx)
  if (identity.sessionId !== undefined) await mustBeAlive(identity, ctx.isAlive)
  if (!permissionOf(path).roles.includes(identity.role)) {
    throw new Refusal('FORBIDDEN', 'This is not for your role.')
  }
  await spend(ctx, identity.userId, path)
  return identity
}

function inTime<Result>(call: Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Refusal('UNAVAILABLE', 'This takes too long; its outcome is not known.'))
    }, longestCallMs)
    call.finally(() => clearTimeout(timer)).then(resolve, reject)
  })
}

function presentIdentity({ session: { who } }: Context) {
  if ('refused' in who) throw who.refused
  const { identity } = who
  if (identity.expiresAt <= Date.now()) {
    throw new Refusal('UNAUTHENTICATED', 'This token has expired.')
  }
  return identity
}

function permissionOf(path: string): Permission {
  const permission = permissions[path]
  if (!permission) throw new Error(`${path} is missing from the permission matrix`)
  return permission
}

/** Takes one call of a procedure from a person's budget. @throws Refusal `RATE_LIMITED` */
export async function spend(
  { core, messagesPerMinute }: Context,
  userId: string,
  path: string,
): Promise<void> {
  const { perMinute } = permissionOf(path)
  const shared = perMinute === 'messages'
  const points = shared ? messagesPerMinute : perMinute
  const spent = await core.bus.spend({ name: path, points, seconds: 60, shared }, userId)
  if (spent.ok) return
  const { retryAfterMs } = spent
  throw new Refusal('RATE_LIMITED', 'That was too often; try again shortly.', { retryAfterMs })
}
