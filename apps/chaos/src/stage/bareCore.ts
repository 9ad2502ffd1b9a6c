/**
 * The acts and delivery alone, on a real Postgres. It sweeps only when told to, so that nothing
 * mends afterwards what acts and feeds have missed.
 */
import type { Bus } from '@parley/bus/bus'
import { memoryBus } from '@parley/bus/memory'
import { startBulk } from '@parley/core/bulk/engine'
import { open } from '@parley/core/chat/open'
import { createWrites } from '@parley/core/chat/writes'
import type { Caller, Core } from '@parley/core/core'
import { startDelivery } from '@parley/core/delivery/delivery'
import { startPresence } from '@parley/core/presence/presence'
import { createTyping } from '@parley/core/typing/typing'
import { connect } from '@parley/db/database'
import { migrate } from '@parley/db/migrate'
import { refreshPerson } from '@parley/db/queries/people'
import { cleanUpOnce } from '@parley/load/cleanUp'
import { startPostgres } from '../faults/postgres.ts'

const never = 2 ** 30
const bulkLimits = { perMinute: 1000, inlineMax: 50, recipientsMax: 10_000 }

export async function bareCore(busAround: (bus: Bus) => Bus = bus => bus) {
  const postgres = await startPostgres()
  await migrate(postgres.url)
  const sql = connect(postgres.url)
  const bus = busAround(memoryBus())
  const errors: unknown[] = []
  const onError = (error: unknown) => errors.push(error)
  const delivery = await startDelivery({
    sql,
    bus,
    onSweepFailed: onError,
    sweepMs: never,
    tickMs: 0,
  })
  const presence = startPresence({ sql, bus, onError })
  const openPolicy = 'anyone'
  const core: Core = {
    sql,
    patientSql: sql,
    writes: createWrites({ sendSql: sql, sql, patientSql: sql }, onError),
    bus,
    delivery,
    presence,
    typing: createTyping({ sql, bus, membersAt: delivery.membersAt, onError }),
    bulk: startBulk({ sql, bus, limits: bulkLimits, openPolicy, onError, workers: 0 }),
    openPolicy,
    onError,
  }
  let named = 0
  return {
    core,
    errors,
    async person(): Promise<Caller> {
      named += 1
      const role = named % 2 === 0 ? 'customer' : 'contractor'
      const userId = `${role}-${named}`
      await refreshPerson(sql, { userId, name: userId, role })
      return { userId, role }
    },
    [Symbol.asyncDispose]: cleanUpOnce(async () => {
      await presence.close()
      await delivery.close()
      await sql.end({ timeout: 5 })
      await postgres[Symbol.asyncDispose]()
    }),
  }
}

export type BareCore = Awaited<ReturnType<typeof bareCore>>

/** @returns the conversation of these people */
export async function openBetween(core: Core, [first, ...others]: [Caller, ...Caller[]]) {
  const { id } = await open(core, first, { participantIds: others.map(({ userId }) => userId) })
  return id
}
