import { randomUUID } from 'node:crypto'
import type { Bus } from '@parley/bus/bus'
import { memoryBus } from '@parley/bus/memory'
import { connect } from '@parley/db/database'
import { refreshPerson } from '@parley/db/queries/people'
import { testDatabase } from '@parley/db/testing'
import type { SendInput } from '@parley/protocol/chatInputs'
import type { Message } from '@parley/protocol/message'
import type { Role } from '@parley/protocol/user'
import { onTestFinished } from 'vitest'
import { startBulk } from '../bulk/engine.ts'
import { open } from '../chat/open.ts'
import { send } from '../chat/send.ts'
import { createWrites } from '../chat/writes.ts'
import type { Caller, Core } from '../core.ts'
import { startDelivery } from '../delivery/delivery.ts'
import { startPresence } from '../presence/presence.ts'
import { createTyping, type TypingOptions } from '../typing/typing.ts'

const never = 2 ** 30

/** Another node on the same database; it sweeps only when told to, and ticks at every sweep. */
export async function testNode(
  databaseUrl: string,
  bus: Bus = memoryBus(),
  typing: Pick<TypingOptions, 'now' | 'silenceMs'> = {},
) {
  const sql = connect(databaseUrl, { max: 4 })
  const sendSql = connect(databaseUrl, { max: 1 })
  const patientSql = connect(databaseUrl, { max: 4 })
  const errors: unknown[] = []
  const onError = (error: unknown) => errors.push(error)
  const delivery = await startDelivery({
    sql,
    bus,
    onSweepFailed: onError,
    sweepMs: never,
    tickMs: 0,
  })
  const openPolicy = 'across'
  const presence = startPresence({ sql, bus, onError, graceMs: 20, rereadMs: never, retryMs: 50 })
  const core: Core = {
    sql,
    patientSql,
    writes: createWrites({ sendSql, sql, patientSql }, onError),
    bus,
    delivery,
    presence,
    typing: createTyping({ sql, bus, membersAt: delivery.membersAt, onError, ...typing }),
    bulk: startBulk({
      ...{ sql, bus, onError, openPolicy },
      limits: { perMinute: 1000, inlineMax: 50, recipientsMax: 10_000 },
      // Only when a test asks for it.
      workers: 0,
    }),
    openPolicy,
    onError,
  }
  onTestFinished(async () => {
    await presence.close()
    await delivery.close()
    await Promise.all([sql, sendSql, patientSql].map(pool => pool.end({ timeout: 5 })))
  })
  return { core, errors }
}

/** A core on a database of its own. */
export async function testCore(bus?: Bus, typing?: Pick<TypingOptions, 'now' | 'silenceMs'>) {
  const database = await testDatabase()
  onTestFinished(() => database[Symbol.asyncDispose]())
  return { databaseUrl: database.url, ...(await testNode(database.url, bus, typing)) }
}

export async function person(core: Core, name: string, role: Role = 'customer'): Promise<Caller> {
  const userId = `${name}-${randomUUID().slice(0, 8)}`
  await refreshPerson(core.sql, { userId, name, role })
  return { userId, role }
}

/** A customer and a contractor with a conversation. */
export async function pair(core: Core) {
  const ann = await person(core, 'Ann', 'customer')
  const bob = await person(core, 'Bob', 'contractor')
  const { id } = await open(core, ann, { participantIds: [bob.userId] })
  return { ann, bob, id }
}

export function textTo(conversationId: string, text: string): SendInput {
  return { conversationId, clientId: randomUUID(), content: { type: 'text', text } }
}

export function say(core: Core, by: Caller, to: string, text: string): Promise<Message> {
  return send(core, by, textTo(to, text))
}
