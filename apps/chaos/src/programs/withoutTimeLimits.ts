/** A node whose statements may run, and wait for locks, for as long as they like. */
import { connect } from '@parley/db/database'
import { runNode } from './runNode.ts'

runNode({
  connect: (url, options) => connect(url, { ...options, statementTimeoutMs: 0, lockTimeoutMs: 0 }),
})
