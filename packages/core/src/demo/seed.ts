import { createHash } from 'node:crypto'
import { backdate } from '@parley/db/queries/backdate'
import { refreshPeople, refreshPerson } from '@parley/db/queries/people'
import type { Job } from '@parley/protocol/job'
import type { Role } from '@parley/protocol/user'
import { save, list as templates } from '../bulk/templates.ts'
import { open } from '../chat/open.ts'
import { markRead } from '../chat/positions.ts'
import { send } from '../chat/send.ts'
import type { Caller, Core } from '../core.ts'
import { list, upsert } from '../jobs/jobs.ts'
import { type Ago, type DemoConversation, demoConversations } from './conversations.ts'
import { demoJobs } from './jobs.ts'
import { demoTemplates, neighbours } from './neighbours.ts'
import { demoPeople } from './people.ts'

const roles = new Map<string, Role>(demoPeople.map(({ id, role }) => [id, role]))

/** Fills an empty database with people, jobs and conversations to try things out; once. */
export async function seedDemo(core: Core): Promise<void> {
  for (const { id, ...person } of demoPeople) {
    await refreshPerson(core.sql, { userId: id, ...person })
  }
  const jobs = await list(core, { userId: 'usr_demo', role: 'admin' })
  await fillNeighbourhood(core, jobs)
  const last = demoJobs.at(-1)
  if (jobs.some(job => job.id === last?.id)) return
  for (const job of demoJobs.slice(0, -1)) await upsert(core, job)
  for (const conversation of demoConversations) await hold(core, conversation)
  // The one that nobody talks about yet says that all the others are there.
  if (last) await upsert(core, last)
}

/** Enough customers with jobs for a message to many, and what a contractor might write to them. */
async function fillNeighbourhood(core: Core, jobs: readonly Job[]): Promise<void> {
  const offered = neighbours.map(({ id, job }) => {
    return { ...job, id: `demo_of_${id}`, status: 'open', customerId: `usr_demo_${id}` }
  })
  const last = offered.at(-1)
  if (jobs.some(job => job.id === last?.id)) return
  const people = neighbours.map(({ id, name }) => {
    return { userId: `usr_demo_${id}`, name, role: 'customer' as const }
  })
  await refreshPeople(core.sql, people)
  for (const job of offered.slice(0, -1)) await upsert(core, job)
  const carla = callerOf('usr_demo_carla')
  const known = new Set((await templates(core, carla)).map(({ name }) => name))
  for (const template of demoTemplates)
    if (!known.has(template.name)) await save(core, carla, template)
  if (last) await upsert(core, last)
}

async function hold(core: Core, { between, jobId, lines, readBy }: DemoConversation) {
  const [opener, other] = between
  const { id } = await open(core, callerOf(opener), { participantIds: [other], jobId })
  const moments = new Map<string, Date>()
  for (const [index, { by, ago, text }] of lines.entries()) {
    const clientId = uuidOf(`${jobId} ${index}`)
    const content = { type: 'text' as const, text }
    await send(core, callerOf(by), { conversationId: id, clientId, content })
    moments.set(clientId, momentOf(ago))
  }
  await backdate(core.sql, id, moments)
  for (const { person, lines: seq } of readBy) {
    await markRead(core, callerOf(person), { conversationId: id, seq })
  }
}

/** By this machine's clock and calendar, which are mostly the visitor's as well. */
function momentOf(ago: Ago): Date {
  const now = new Date()
  if ('minutes' in ago) return new Date(now.getTime() - ago.minutes * 60_000)
  const [hour = 0, minute = 0] = ago.at.split(':').map(Number)
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() - ago.days, hour, minute)
}

function callerOf(userId: string): Caller {
  return { userId, role: roles.get(userId) ?? 'customer' }
}

/** The same id at every start, so that an interrupted filling can be finished. */
function uuidOf(text: string): string {
  const digest = createHash('sha256').update(text).digest('hex')
  const parts = [digest.slice(0, 8), digest.slice(8, 12), `4${digest.slice(13, 16)}`]
  return [...parts, `8${digest.slice(17, 20)}`, digest.slice(20, 32)].join('-')
}
