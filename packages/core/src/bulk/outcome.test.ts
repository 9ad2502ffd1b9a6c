import type { Candidate } from '@parley/db/queries/candidates'
import { failures } from '@parley/protocol/bulk'
import { limits } from '@parley/protocol/limits'
import { variables } from '@parley/protocol/template'
import { expect, test } from 'vitest'
import { failureWords } from './failureWords.ts'
import { outcomesOf } from './outcome.ts'

const carla: Candidate = {
  nth: 0,
  userId: 'carla',
  jobId: 'roof',
  user: { id: 'carla', name: 'Carla Ruiz', role: 'customer' },
  conversationId: null,
  job: {
    id: 'roof',
    title: 'Leaking roof',
    type: 'repair',
    status: 'open',
    place: 'Lisbon',
    price: 120.5,
    customerId: 'carla',
  },
  reason: null,
}
const maria = { name: 'Maria Lopes' }
const textOf = (text: string, candidate = carla) => outcomesOf(text, maria).outcomeOf(candidate)

test('[B5] every variable has the value of the recipient, of the contractor or of the job', () => {
  const text = variables.map(variable => `{{${variable}}}`).join('|')
  expect(textOf(text)).toEqual({
    text: 'Carla Ruiz|Carla|Maria Lopes|Maria|Leaking roof|repair|open|Lisbon|120.5',
  })
})

test('[B5] a variable without a value, a blank one or none at all, is a failure that names it', () => {
  const { place: _, ...placeless } = carla.job!
  const { job: __, ...jobless } = carla
  const missing = { reason: 'MISSING_VALUE', missing: 'job.place' }
  expect(textOf('in {{job.place}}', { ...carla, job: placeless })).toEqual(missing)
  expect(textOf('in {{job.place}}', { ...carla, job: { ...placeless, place: ' ' } })).toEqual(
    missing,
  )
  expect(textOf('in {{job.place}}', jobless)).toEqual(missing)
  expect(textOf('in {{job.place}}')).toEqual({ text: 'in Lisbon' })
})

test('[B5] what values hold is text: a variable in a name stays as it is written', () => {
  const named = { ...carla, user: { ...carla.user!, name: '{{job.title}} $& $1' } }
  expect(textOf('Hello {{customer.name}}', named)).toEqual({ text: 'Hello {{job.title}} $& $1' })
})

test('[B5] a text that its values make too long is a failure, counted in code points', () => {
  const room = '🙂'.repeat(limits.textMax - 'Carla'.length)
  expect(textOf(`${room}{{customer.firstName}}`)).toEqual({ text: `${room}Carla` })
  expect(textOf(`${room}{{customer.name}}`)).toEqual({ reason: 'TOO_LONG' })
})

test('[P8] whether it fails is known without writing it, as when it is written', () => {
  const { outcomeOf: written, failureOf } = outcomesOf('{{customer.name}} {{job.place}}', maria)
  for (const name of ['Carla', ' ', '🙂'.repeat(limits.textMax)])
    for (const job of [carla.job!, { ...carla.job!, place: '' }])
      for (const reason of [null, 'OPTED_OUT'] as const) {
        const candidate = { ...carla, user: { ...carla.user!, name }, job, reason }
        const outcome = written(candidate)
        expect(failureOf(candidate)).toEqual('text' in outcome ? undefined : outcome)
      }
})

test('[B4] what the database says no to comes first', () => {
  expect(textOf('{{job.place}}', { ...carla, reason: 'BLOCKED' })).toEqual({ reason: 'BLOCKED' })
})

test('every reason has words of its own; those of a block say nothing of it', () => {
  expect(new Set(failures.map(reason => failureWords(reason))).size).toBe(failures.length)
  expect(failureWords('BLOCKED')).toBe('Not delivered.')
  expect(failureWords('MISSING_VALUE', 'job.price')).toBe('{{job.price}} has no value.')
})
