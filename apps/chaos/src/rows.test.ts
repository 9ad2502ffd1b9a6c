import { expect, test } from 'vitest'
import { attempt, whyNoControl } from './attempt.ts'
import type { Plan } from './row.ts'
import { rows } from './rows.ts'

const plan: Plan = { seed: 1, size: 'short', broken: false, say: () => {} }
const timeout = 90_000

test.for(rows)('$name: $invariant', { timeout }, async (row, { skip }) => {
  const { problems, notRun } = await attempt(row, plan)
  if (notRun !== undefined) skip(notRun)
  expect(problems).toEqual([])
})

test.for(rows)('$name is red unless $defence', { timeout }, async (row, { skip }) => {
  const verdict = await attempt(row, { ...plan, broken: true })
  if (verdict.notRun !== undefined) skip(verdict.notRun)
  expect(whyNoControl(row, verdict)).toBeUndefined()
})
