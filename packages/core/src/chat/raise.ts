import type { Sql } from '@parley/db/database'
import { lockConversation } from '@parley/db/queries/lockConversation'
import {
  lockRising,
  positionOf,
  type Raised,
  type Report,
  raisePositions,
} from '@parley/db/queries/positions'
import { notFound } from '../notFound.ts'

/** What a report raised; null when somebody stands there already. */
export type Rise = Raised | null

/**
 * Raises the positions of many. Several reports of one person are one, which answers the first
 * of them. Nothing is answered for what does not rise or is locked.
 */
export async function raiseTogether(
  sql: Sql,
  reports: readonly Report[],
): Promise<(Rise | undefined)[]> {
  const merged = new Map<string, { report: Report; first: number }>()
  for (const [at, report] of reports.entries()) {
    const key = `${report.conversationId} ${report.userId}`
    const { report: other, first } = merged.get(key) ?? { report, first: at }
    merged.set(key, { report: highest(report, other), first })
  }
  const wanted = [...merged.values()]
  const raised = await sql.begin(async tx => {
    const locked = new Set(
      await lockRising(
        tx,
        wanted.map(({ report }) => report),
      ),
    )
    const ready = wanted.filter(({ report }) => locked.has(report.conversationId))
    if (ready.length === 0) return []
    const rises = await raisePositions(
      tx,
      ready.map(({ report }) => report),
    )
    return ready.map(({ first }, at) => ({ first, rise: rises[at] }))
  })
  const answers = new Map(raised.map(({ first, rise }) => [first, rise]))
  return reports.map(({ conversationId, userId }, at) => {
    const { first } = merged.get(`${conversationId} ${userId}`) ?? { first: at }
    const rise = answers.get(first)
    return rise && first !== at ? null : rise
  })
}

/** Raises the position of one, waiting for the conversation's lock. */
export async function raiseAlone(sql: Sql, report: Report): Promise<Rise> {
  const { conversationId, userId, readSeq, deliveredSeq } = report
  const stands = await positionOf(sql, conversationId, userId)
  if (!stands) throw notFound('conversation')
  const { lastSeq } = stands
  const rises =
    Math.min(readSeq, lastSeq) > stands.readSeq ||
    Math.min(deliveredSeq, lastSeq) > stands.deliveredSeq
  if (!rises) return null
  return sql.begin(async tx => {
    if (!(await lockConversation(tx, conversationId, userId))) throw notFound('conversation')
    const [raised] = await raisePositions(tx, [report])
    return raised ?? null
  })
}

function highest(a: Report, b: Report): Report {
  return {
    ...a,
    readSeq: Math.max(a.readSeq, b.readSeq),
    deliveredSeq: Math.max(a.deliveredSeq, b.deliveredSeq),
  }
}
