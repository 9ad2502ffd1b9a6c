/** One kind of reading, measured through the server and as the statement alone. */
import type { Runner, Sql } from '@parley/db/database'
import { rowsRead } from '@parley/db/testing/rowsRead'
import { timed } from '../measure/latencies.ts'
import { executionMs } from '../measure/plan.ts'
import { describe } from '../profile/describe.ts'
import { saveProfile } from '../profile/save.ts'
import type { Outcome } from '../scenario.ts'
import type { Server } from '../server/server.ts'

interface Read {
  name: string
  /** Milliseconds, for the server's median and for the statement. */
  target: number
  server: Pick<Server, 'startProfile'>
  sql: Sql
  /** Profiles the server under this name. */
  profile: string | undefined
  /** Asks the server; `at` counts the calls. */
  ask: (at: number) => Promise<unknown>
  /** Throws when an answer is not right. */
  check: (answer: unknown, at: number) => unknown
  statement: (runner: Runner, at: number) => Promise<unknown>
}

const times = 200
const warmUp = 50
const explained = 20

export async function measureRead(read: Read): Promise<Outcome> {
  const { name, target, server, sql, ask, check, statement } = read
  check(await ask(0), 0)
  const endProfile = read.profile ? await server.startProfile() : undefined
  const through = await timed(times, warmUp, ask)
  const profile = await endProfile?.()
  const direct = await timed(times, warmUp, at => statement(sql, at))
  const executions: number[] = []
  for (let at = 0; at < explained; at += 1) {
    executions.push(await executionMs(sql, one => statement(one, at)))
  }
  executions.sort((a, b) => a - b)
  const { rows } = await rowsRead(sql, one => statement(one, 0))
  return {
    figures: [
      { what: `${name}: server p50`, value: through.percentile(50), unit: 'ms', target },
      { what: `${name}: server p99`, value: through.percentile(99), unit: 'ms' },
      {
        what: `${name}: statement, executed in (median)`,
        value: executions[explained / 2] ?? 0,
        unit: 'ms',
        target,
      },
      { what: `${name}: statement with its rows p50`, value: direct.percentile(50), unit: 'ms' },
      { what: `${name}: rows and entries of indexes read`, value: rows, unit: '' },
    ],
    notes: [
      ...(read.profile && profile
        ? [await saveProfile(read.profile, profile), ...describe(profile)]
        : []),
    ],
  }
}
