import type { Change } from '@parley/protocol/change'
import type { Message } from '@parley/protocol/message'
import type { Replica, Stretch } from '@parley/protocol/replica/replica'
import { expect, test } from 'vitest'
import type { Writing } from './keep/store.ts'
import { merge } from './merge.ts'
import type { Tab } from './testing/browser.ts'
import { runChaos, type Spoiled } from './testing/chaos.ts'

const runs = Number(process.env.CHAOS_RUNS ?? 150)
const first = Number(process.env.CHAOS_SEED ?? 1)

test(`[X1] [X2] ${runs} times random acts over a random network end in the server's state`, async () => {
  for (let seed = first; seed < first + runs; seed += 1)
    expect(await runChaos(seed), `seed ${seed}`).toEqual([])
}, 600_000)

/** Each breaks one thing that the run above must need. */
const broken: Record<string, Spoiled> = {
  'a merge that believes a head': {
    merge: {
      ...merge,
      mergeChanges(replica, changes) {
        const merged = merge.mergeChanges(replica, changes)
        return { ...merged, held: merged.wanted, ahead: [] }
      },
    },
  },
  'a merge in which the last arrival wins': {
    merge: {
      ...merge,
      mergeChanges: (replica, changes) =>
        changes.reduce(overwrite, merge.mergeChanges(replica, changes)),
    },
  },
  'a merge that loses the rows of a catch-up': {
    merge: {
      ...merge,
      mergeCatchUp: (replica, answer) => merge.mergeCatchUp(replica, { ...answer, changes: [] }),
    },
  },
  'a merge that takes an old page for a new one': {
    merge: {
      ...merge,
      mergeHistory(replica, page, asked) {
        const { held, wanted } = replica
        return { ...merge.mergeHistory(replica, page, asked), held, wanted }
      },
    },
  },
  'a page that belongs to the newest messages wherever it lies': {
    merge: {
      ...merge,
      mergeHistory(replica, page, asked) {
        const merged = merge.mergeHistory(replica, page, asked)
        const { from, stretch } = merged
        return stretch ? { ...merged, from: Math.min(from ?? stretch.from, stretch.from) } : merged
      },
    },
  },
  'a stretch that changes do not reach': {
    merge: {
      ...merge,
      mergeChanges(replica, changes) {
        const merged = merge.mergeChanges(replica, changes)
        const { stretch } = replica
        return stretch
          ? { ...merged, messages: merged.messages.map(asIn(replica, stretch)) }
          : merged
      },
    },
  },
  'an outbox that does not try again': { retry: () => undefined },
  'a cache whose cursor runs ahead of its rows': {
    spoil: tab =>
      writing(tab, ({ cache, outbox }) => ({
        outbox,
        cache: cache && { ...cache, put: cache.clear ? cache.put : [] },
      })),
  },
  'an outbox that is not kept': {
    spoil: tab => unnoted(writing(tab, ({ cache }) => ({ cache }))),
  },
  'an outbox that is kept a moment later': { spoil: unnoted },
  'tabs that do not hear each other': {
    spoil: tab => ({ ...tab, tabs: { ...tab.tabs, tell() {} } }),
  },
}

test.each(Object.entries(broken))('[X1] %s is found out', async (_name, parts) => {
  for (let seed = 1; seed <= 60; seed += 1) {
    const problems = await runChaos(seed, parts)
    if (problems.length > 0) return
  }
  expect.fail('60 runs saw nothing wrong')
})

function writing(tab: Tab, change: (writing: Writing) => Writing): Tab {
  return { ...tab, store: { ...tab.store, write: rows => tab.store.write(change(rows)) } }
}

function unnoted(tab: Tab): Tab {
  return { ...tab, store: { ...tab.store, note() {} } }
}

/** The row as it was, if it lies in the stretch. */
function asIn({ messages }: Replica, { from, to }: Stretch) {
  return (row: Message) =>
    row.seq < from || row.seq > to ? row : (messages.find(({ seq }) => seq === row.seq) ?? row)
}

function overwrite(replica: Replica, change: Change): Replica {
  if (!('message' in change)) return replica
  const { message } = change
  const messages = replica.messages.map(row => (row.seq === message.seq ? message : row))
  return { ...replica, messages }
}
