import { createHash } from 'node:crypto'
import { refreshPerson } from '@parley/db/queries/people'
import type { Role } from '@parley/protocol/user'
import { open } from '../chat/open.ts'
import { markRead } from '../chat/positions.ts'
import { send } from '../chat/send.ts'
import type { Caller, Core } from '../core.ts'
import { list, upsert } from '../jobs/jobs.ts'
import { type DemoConversation, demoConversations } from './conversations.ts'
import { demoJobs } from './jobs.ts'
import { demoPeople } from './people.ts'

const roles = new Map<string, Role>(demoPeople.map(({ id, role }) => [id, role]))

/** Fills an empty database with people, jobs and conversations to try things out; once. */
export async function seedDemo(core: Core): Promise<void> {
  for (const { id, ...person } of demoPeople) {
    await refreshPerson(core.sql, { userId: id, ...person })
  }
  const jobs = await list(core, { userId: 'usr_demo', role: 'admin' })
  const last = demoJobs.at(-1)
  if (jobs.some(job => job.id === last?.id)) return
  for (const job of demoJobs.slice(0, -1)) await upsert(core, job)
  for (const conversation of demoConversations) await hold(core, conversation)
  // The one that nobody talks about yet says that all the others are there.
  if (last) await upsert(core, last)
}

async function hold(core: Core, { between, jobId, lines, readBy }: DemoConversation) {
  const [opener, other] = between
  const { id } = await open(core, callerOf(opener), { participantIds: [other], jobId })
  for (const [index, { by, text }] of lines.entries()) {
    const clientId = uuidOf(`${jobId} ${index}`)
    const content = { type: 'text' as const, text }
    await send(core, callerOf(by), { conversationId: id, clientId, content })
  }
  for (const { person, lines: seq } of readBy) {
    await markRead(core, callerOf(person), { conversationId: id, seq })
  }
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
