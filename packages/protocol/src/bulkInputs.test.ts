import { expect, test } from 'vitest'
import { cancel, preview, removeTemplate, send } from './bulkInputs.ts'

const upper = 'B9D5F4D4-4C6E-4D3B-9B69-AAAAAAAAAAAA'
const lower = upper.toLowerCase()
const what = { recipients: { userIds: ['carla'] } }
const content = { type: 'text', text: 'Hello' }

test('ids are those that Postgres answers with, however they are written', () => {
  expect(cancel.parse({ broadcastId: upper })).toEqual({ broadcastId: lower })
  expect(removeTemplate.parse({ templateId: upper })).toEqual({ templateId: lower })
  expect(preview.parse({ ...what, template: upper })).toMatchObject({ template: lower })
  expect(send.parse({ ...what, content, idempotencyKey: upper })).toMatchObject({
    idempotencyKey: lower,
  })
})
