/** A node that lets everybody in, and waits for ever for them to say who they are. */
import { limits } from '@parley/server/limits'
import { runNode } from './runNode.ts'

const forEver = 2 ** 30

runNode({
  limits: {
    ...limits,
    pending: forEver,
    pendingPerAddress: forEver,
    silenceMs: forEver,
    identityMs: forEver,
    refusedMs: forEver,
  },
})
