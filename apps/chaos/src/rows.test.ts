import { expect, test } from 'vitest'
import { attempt, whyNoControl } from './attempt.ts'
import type { Plan } from './row.ts'
import { rows } from './rows.ts'

const plan: Plan = { seed: 1, size: 'short', broken: false, say: () => {} }

/** Mostly they wait, for a node that starts or a client that comes back: several at a time. */
const options = { concurrent: true, timeout: 170_000 }

test.for(rows)('$name: $invariant', options, async (row, { skip }) => {
  const { problems, notRun } = await attempt(row, plan)
  if (notRun !== undefined) skip(notRun)
  expect(problems).toEqual([])
})

test.for(rows)('$name is red unless $defence', options, async (row, { skip }) => {
  const verdict = await attempt(row, { ...plan, broken: true })
  if (verdict.notRun !== undefined) skip(verdict.notRun)
  expect(whyNoControl(row, verdict)).toBeUndefined()
})
