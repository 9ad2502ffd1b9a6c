// Random mixes of recipients against a model that says in a dozen lines who gets what and why not.

import { randomUUID } from 'node:crypto'
import { memoryBus } from '@parley/bus/memory'
import type { Sql } from '@parley/db/database'
import { variablesIn } from '@parley/protocol/template'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Core, OpenPolicy } from '../core.ts'
import { mistakes, outcomes, to } from '../testing/testBroadcast.ts'
import { person, testCore } from '../testing/testCore.ts'
import { startBulk } from './engine.ts'
import { preview } from './preview.ts'
import { send } from './send.ts'

const someone = fc.record({
  role: fc.constantFrom('customer', 'customer', 'customer', 'contractor', 'admin', 'nobody'),
  /** Longest when their name makes a text too long. */
  name: fc.constantFrom('Ann Lee', 'Bob', 'x'.repeat(80)),
  isSilent: fc.constantFrom(false, false, false, false, true),
  blocks: fc.constantFrom(false, false, false, false, true),
  /** With the contractor: about nothing, about the job. */
  talks: fc.boolean(),
  talksAboutJob: fc.boolean(),
})
type Drawn<Of> = Of extends fc.Arbitrary<infer Value> ? Value : never

const case_ = fc.record({
  people: fc.array(someone, { minLength: 1, maxLength: 6 }),
  /** By their place above; the contractor in person at -1. */
  named: fc.array(fc.integer({ min: -1, max: 5 }), { minLength: 1, maxLength: 14 }),
  aboutJob: fc.boolean(),
  place: fc.constantFrom(null, 'Lisbon'),
  text: fc.constantFrom('Hello', '{{customer.name}}', '{{job.place}}', 'long {{customer.name}}'),
  openPolicy: fc.constantFrom<OpenPolicy>('across', 'related'),
  nodes: fc.integer({ min: 1, max: 3 }),
})
type Case = Drawn<typeof case_>

const longText = (text: string) => text.replace('long', 'l'.repeat(3950))

/** What becomes of each name; the first one of `people` is the customer of the job. */
function expected({ people, named, aboutJob, place, text, openPolicy }: Case): string[] {
  const seen = new Set<number>()
  const { known } = variablesIn(text)
  return named.map(name => {
    const at = name % people.length
    if (seen.has(at)) return 'DUPLICATE'
    seen.add(at)
    const one = people[at]
    if (!one) return 'NOT_A_CUSTOMER'
    const ownsJob = at === 0
    const isRelated = one.talks || one.talksAboutJob || ownsJob
    const isStranger = openPolicy === 'related' && !isRelated
    if (one.role === 'nobody' || isStranger) return 'UNKNOWN_PERSON'
    if (one.role !== 'customer') return 'NOT_A_CUSTOMER'
    if (one.blocks) return 'BLOCKED'
    if (one.isSilent) return 'OPTED_OUT'
    if (aboutJob && !ownsJob && !one.talksAboutJob) return 'NO_RELATION'
    if (known.includes('job.place') && !(aboutJob && place)) return 'MISSING_VALUE'
    const rendered = longText(text).replace('{{customer.name}}', one.name)
    return rendered.length > 4000 ? 'TOO_LONG' : 'sent'
  })
}

/** Writes it into the tables, beside what other cases have left there. */
async function store(sql: Sql, { people, place }: Case, me: string) {
  const prefix = randomUUID().slice(0, 8)
  const rows = people.map((one, at) => ({ ...one, at, id: `${prefix}-${at}` }))
  const jobId = `job ${prefix}`
  const known = rows.filter(({ role }) => role !== 'nobody')
  if (known.length > 0) {
    await sql`insert into people ${sql(known.map(({ id, name, role }) => ({ id, name, role })))}`
  }
  await sql`
    insert into jobs (id, title, type, status, place, customer_id)
    values (${jobId}, 'Roof', 'repair', 'open', ${place}, ${rows[0]?.id ?? ''})`
  const talk = async (id: string, about: string | null) => {
    const [low = '', high = ''] = [id, me].toSorted((a, b) =>
      Buffer.compare(Buffer.from(a), Buffer.from(b)),
    )
    await sql`
      with made as (
        insert into conversations (opened_by, pair_low, pair_high, job_id)
        values (${me}, ${low}, ${high}, ${about}) returning id
      )
      insert into participants (conversation_id, user_id)
      select made.id, unnest(${[low, high]}::text[]) from made`
  }
  for (const { id, talks, talksAboutJob } of known) {
    if (talks) await talk(id, null)
    if (talksAboutJob) await talk(id, jobId)
  }
  return {
    jobId,
    ids: rows.map(({ id }) => id),
    /** What they do once the list is fixed. */
    async decide() {
      for (const { id, blocks, isSilent } of known) {
        if (blocks) await sql`insert into blocks (blocker_id, blocked_id) values (${id}, ${me})`
        if (isSilent) await sql`update people set accept_bulk = false where id = ${id}`
      }
    },
  }
}

/** What the preview says of each, in the same words. */
async function previewed(...asked: Parameters<typeof preview>): Promise<string[]> {
  const { items } = await preview(...asked)
  return items.map(({ reason }) => reason ?? 'sent')
}

test('[B2] [B4] [B5] [B6] [B7] any mix of recipients ends as the model and the preview say, on any number of nodes', async () => {
  const { core: base } = await testCore()
  const { sql } = base
  await fc.assert(
    fc.asyncProperty(case_, async one => {
      const maria = await person(base, 'Maria', 'contractor')
      const { openPolicy, nodes } = one
      const limits = { perMinute: 1000, inlineMax: 0, recipientsMax: 10_000 }
      const onError = base.onError
      const all = Array.from({ length: nodes }, () =>
        startBulk({ sql, bus: memoryBus(), limits, openPolicy, onError, workers: 0 }),
      )
      const [bulk = base.bulk] = all
      const core: Core = { ...base, openPolicy, bulk }
      const { ids, jobId, decide } = await store(sql, one, maria.userId)
      const names = one.named.map(at => ids[at % ids.length] ?? maria.userId)
      const input = to(names, {
        content: { type: 'text', text: longText(one.text) },
        ...(one.aboutJob && { jobId }),
      })
      const { id } = await send(core, maria, input)
      await decide()
      const told = await previewed(core, maria, input)
      await Promise.all(all.map(node => node.workOff(id)))
      const became = await outcomes(sql, id)
      expect(became).toEqual(expected(one))
      expect(told).toEqual(became)
      expect(await mistakes(sql, maria)).toEqual([])
    }),
    { numRuns: 40 },
  )
})
