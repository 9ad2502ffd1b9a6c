import type { User } from '@parley/protocol/user'

/** What is asked about before it is done. */
export type Asked = { kind: 'stopBulk' } | { kind: 'block'; person: User }
