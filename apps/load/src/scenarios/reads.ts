/** One kind of reading, measured through the server and as the statement alone. */
import type { Runner, Sql } from '@parley/db/database'
import { timed } from '../measure/latencies.ts'
import { explain } from '../measure/plan.ts'
import { describe } from '../profile/describe.ts'
import { saveProfile } from '../profile/save.ts'
import type { Outcome } from '../scenario.ts'
import type { Server } from '../server/server.ts'

interface Read {
  name: string
  /** Milliseconds, for the server's median and for the statement. */
  target: number
  server: Server
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

/** Tables that grow with use; reading one from end to end is a mistake. */
const hot = ['messages', 'conversations', 'participants', 'people']

export async function measureRead(read: Read): Promise<Outcome> {
  const { name, target, server, sql, ask, check, statement } = read
  check(await ask(0), 0)
  const endProfile = read.profile ? await server.startProfile() : undefined
  const through = await timed(times, warmUp, ask)
  const profile = await endProfile?.()
  const direct = await timed(times, warmUp, at => statement(sql, at))
  const runs = []
  for (let at = 0; at < explained; at += 1) runs.push(await explain(sql, one => statement(one, at)))
  const executions = runs.map(({ executionMs }) => executionMs).toSorted((a, b) => a - b)
  const scanned = new Set(runs.flatMap(run => run.scanned))
  const scannedHot = hot.filter(table => scanned.has(table))
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
      {
        what: `${name}: hot tables read from end to end`,
        value: scannedHot.length,
        unit: '',
        target: 0,
      },
    ],
    notes: [
      ...(scannedHot.length > 0 ? [`${name} reads all of ${scannedHot.join(' and ')}.`] : []),
      ...(read.profile && profile
        ? [await saveProfile(read.profile, profile), ...describe(profile)]
        : []),
    ],
  }
}
