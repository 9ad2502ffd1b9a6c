/** A node that keeps whatever waits for a reader, however much it is. */
import { limits } from '@parley/server/limits'
import { runNode } from './runNode.ts'

runNode({ limits: { ...limits, queuedBytes: 2 ** 40 } })
