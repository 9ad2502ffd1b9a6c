/** Two nodes whose bus cannot be relied on, and who never look into the database for what it lost. */
import { startDelivery } from '@parley/core/delivery/delivery'
import { runTwoNodes } from './runTwoNodes.ts'

runTwoNodes({
  startDelivery: options => startDelivery({ ...options, sweepMs: 2 ** 30 }),
})
