import { cleanUpAll } from '@parley/load/cleanUp'
import { afterAll, expect, test } from 'vitest'
import { attempt, whyNoControl } from './attempt.ts'
import type { Plan } from './row.ts'
import { rows } from './rows.ts'

const plan: Plan = { seed: 1, size: 'short', broken: false, say: () => {} }

/** Mostly they wait, for a node that starts or a client that comes back: several at a time. */
const options = { concurrent: true, timeout: 300_000 }

afterAll(cleanUpAll)

const named = rows.map(row => [row.name, row] as const)

test.for(named)('%s: everything holds', options, async ([, row], { skip }) => {
  const { problems, notRun } = await attempt(row, plan)
  if (notRun !== undefined) skip(notRun)
  expect(problems).toEqual([])
})

test.for(named)('%s: red without its defence', options, async ([, row], { skip }) => {
  const verdict = await attempt(row, { ...plan, broken: true })
  if (verdict.notRun !== undefined) skip(verdict.notRun)
  expect(whyNoControl(row, verdict)).toBeUndefined()
})
