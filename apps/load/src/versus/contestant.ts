/** A server in the comparison, and what the benchmark has to know of it. */
import type { Sql } from '@parley/db/database'
import type { BareDevice, BareOptions } from '../devices/bare/bareDevice.ts'
import type { Profile } from '../profile/profile.ts'
import type { Person } from '../server/hostToken.ts'
import type { Conversation } from './conversation.ts'
import { personOf } from './conversation.ts'

export interface StoredText {
  conversationId: string
  text: string
}

export interface Kind {
  /** Resolves when everything that happens from now on will be told. */
  open(options: BareOptions): Promise<BareDevice>
  /** Puts people and conversations into its tables. */
  seed(sql: Sql, conversations: readonly Conversation[]): Promise<void>
  /** What its database holds of these conversations. */
  stored(sql: Sql, conversationIds: string[]): Promise<StoredText[]>
}

interface Process {
  url: string
  pid: number
  token(person: Person): Promise<string>
  memory(): Promise<{ residentBytes: number; usedBytes: number }>
  startProfile(): Promise<() => Promise<Profile>>
}

export interface Contestant {
  name: string
  kind: Kind
  url: string
  pid: number
  memory: Process['memory']
  startProfile: Process['startProfile']
  /** The benchmark's own connection to its database. */
  sql: Sql
  token(userId: string): Promise<string>
  /** Signs tokens beforehand, where the time of connecting is measured; new ones each time. */
  sign(userIds: readonly string[]): Promise<void>
  open(userId: string, on: Pick<BareOptions, 'onDelivered' | 'onFailed'>): Promise<BareDevice>
}

export function contestant(name: string, kind: Kind, process: Process, sql: Sql): Contestant {
  const tokens = new Map<string, string>()
  const tokenOf = async (userId: string) =>
    tokens.get(userId) ?? (await process.token(personOf(userId)))
  return {
    name,
    kind,
    url: process.url,
    pid: process.pid,
    memory: process.memory,
    startProfile: process.startProfile,
    sql,
    token: tokenOf,
    async sign(userIds) {
      for (const userId of userIds) tokens.set(userId, await process.token(personOf(userId)))
    },
    async open(userId, on) {
      return kind.open({ url: process.url, token: await tokenOf(userId), ...on })
    },
  }
}
