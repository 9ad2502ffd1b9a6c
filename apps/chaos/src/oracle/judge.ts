/**
 * Waits until nothing is under way any more and everybody shows what Postgres holds, or until
 * it has taken too long; then says what differs.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { isUnavailable } from '@parley/db/unavailable'
import type { Person } from '../stage/person.ts'
import type { Stage } from '../stage/stage.ts'
import { againstShown, againstStored, type Shown } from './compare.ts'
import { actsAgainstStored } from './compareActs.ts'
import { readStored, type StoredConversation } from './stored.ts'

export interface Judged {
  problems: string[]
  figures: Record<string, number | string>
}

/** @param boundMs how long outboxes may take to empty, and screens to show what is stored */
export async function judge(stage: Stage, boundMs: number): Promise<Judged> {
  const begun = performance.now()
  const deadline = begun + boundMs
  let stored: StoredConversation[] = []
  let problems: string[] = []
  for (;;) {
    stored = await readPatiently(stage)
    await loadAll(stage.people, deadline)
    problems = [...screens(stage, stored), ...underWay(stage)]
    if (problems.length === 0 || performance.now() > deadline) break
    // What was given up stays so, and nobody has to wait for it.
    if (problems.every(problem => problem.startsWith('given up'))) break
    await pause(200)
  }
  const settledMs = Math.round(performance.now() - begun)
  // What is acknowledged from here on need not be in what is read from here on.
  const known = snapshotOf(stage.ledger.entries.values())
  const acts = snapshotOf(stage.ledger.acts)
  stored = await readPatiently(stage)
  const { postgres, nodes } = stage
  const found = [
    ...postgres.complaints,
    ...nodes.flatMap(({ complaints }) => complaints),
    ...againstStored(known, stored),
    ...actsAgainstStored(acts, stored),
    ...problems,
  ]
  return {
    problems: [...new Set(found)],
    figures: { ...counts(stage, stored, found), 'until all agreed ms': settledMs },
  }
}

/** As they stand now, whatever becomes of them. */
function snapshotOf<T extends object>(all: Iterable<T>): T[] {
  return [...all].map(one => ({ ...one }))
}

/**
 * The database may be coming back at this moment, which is nobody's fault and has no bound of
 * the row's: without it nothing can be judged.
 */
async function readPatiently({ sql, conversations }: Stage) {
  const deadline = performance.now() + 60_000
  for (;;) {
    try {
      return await readStored(sql, conversations)
    } catch (error) {
      if (!isUnavailable(error) || performance.now() > deadline) throw error
      await pause(200)
    }
  }
}

function underWay({ ledger }: Stage): string[] {
  return ledger.acts
    .filter(({ outcome }) => outcome === 'open')
    .map(({ kind, messageId, person }) => `not sent yet: ${kind} of ${messageId} by ${person}`)
}

function screens(stage: Stage, stored: readonly StoredConversation[]): string[] {
  const byId = new Map(stored.map(one => [one.id, one]))
  return stage.people.flatMap(person =>
    person.conversations.flatMap(id => {
      const known = byId.get(id)
      return known ? againstShown(shownTo(person, id), known) : [`lost: the conversation ${id}`]
    }),
  )
}

function shownTo(person: Person, conversationId: string): Shown {
  const { messages, outgoing, conversation } = person.view(conversationId)
  const participants = conversation?.participants ?? []
  return { userId: person.userId, conversationId, messages, outgoing, participants }
}

/** Whoever had to begin anew holds the newest page only: the older ones are part of the list. */
async function loadAll(people: readonly Person[], deadline: number): Promise<void> {
  for (const { client, conversations } of people) {
    for (const id of conversations) {
      const handle = client.conversation(id)
      const isPartial = () => {
        const { status, complete } = handle.view.get()
        return status === 'ready' && !complete
      }
      while (isPartial() && performance.now() < deadline) {
        await Promise.race([handle.loadOlder(), pause(5000)])
        await pause(1)
      }
    }
  }
}

function counts({ ledger }: Stage, stored: readonly StoredConversation[], found: string[]) {
  const kinds = (kind: string) => found.filter(problem => problem.startsWith(kind)).length
  return {
    entered: ledger.count(),
    acknowledged: ledger.acknowledged(),
    stored: stored.reduce((sum, { messages }) => sum + messages.length, 0),
    ...(ledger.acts.length > 0 && { 'edits, removals, reactions': ledger.acts.length }),
    lost: kinds('lost'),
    doubled: kinds('doubled'),
    'out of order': kinds('out of order'),
    'screens different': kinds('different') + kinds('not shown'),
    'given up or not sent': kinds('given up') + kinds('not sent'),
  }
}
