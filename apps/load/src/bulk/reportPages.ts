/** Pages of a report from all over a large broadcast, asked of the server and as the statement alone. */
import { broadcastReport } from '@parley/db/queries/broadcastReport'
import * as z from 'zod/mini'
import { openWire } from '../devices/wire.ts'
import type { Outcome } from '../scenario.ts'
import { measureRead } from '../scenarios/reads.ts'
import type { Contestant } from '../versus/contestant.ts'
import type { Large } from './large.ts'

const most = 100
/** Of the pages that are read once, to know where others begin. */
const step = 1000
const target = 10

const page = z.object({
  items: z.array(z.object({ userId: z.string() })),
  nextCursor: z.optional(z.string()),
})

/** A cursor is the place of the last one before, counted from 0. */
const afterOf = (cursor: string | undefined) => (cursor === undefined ? -1 : Number(cursor))

export async function readReportPages(
  contestant: Contestant,
  { id: broadcastId, senderId, recipients }: Large,
): Promise<Outcome> {
  const limit = Math.min(most, recipients)
  const full = z.object({ items: z.array(z.unknown()).check(z.length(limit)) })
  const wire = openWire(contestant.url, await contestant.token(senderId))
  const ask = async (of: { limit: number; cursor?: string | undefined }) =>
    page.parse(await wire.query('bulk.report', { broadcastId, ...of }))
  const cursors: (string | undefined)[] = [undefined]
  for (;;) {
    const { nextCursor } = await ask({ limit: step, cursor: cursors.at(-1) })
    if (nextCursor === undefined) break
    cursors.push(nextCursor)
  }
  const cursorAt = (at: number) => cursors[at % cursors.length]
  const measured = await measureRead({
    name: `report, page of ${limit}`,
    target,
    server: contestant,
    sql: contestant.sql,
    profile: undefined,
    ask: at => ask({ limit, cursor: cursorAt(at) }),
    check: read => full.parse(read),
    statement: (runner, at) =>
      broadcastReport(runner, senderId, broadcastId, {
        only: undefined,
        limit: limit + 1,
        after: afterOf(cursorAt(at)),
      }),
  })
  wire.close()
  return measured
}
