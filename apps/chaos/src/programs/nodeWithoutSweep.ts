/** A node that never looks into the database for what the bus lost. */
import { startDelivery } from '@parley/core/delivery/delivery'
import { runNode } from './runNode.ts'

runNode({ startDelivery: options => startDelivery({ ...options, sweepMs: 2 ** 30 }) })
