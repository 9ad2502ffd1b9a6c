/** A node that is taken to live for ever, and never looks whether it still is. */
import { redisBus } from '@parley/bus/redisBus'
import { runNode } from './runNode.ts'

const forEver = 2 ** 30

const url = process.env.REDIS_URL ?? ''

await runNode({ bus: await redisBus({ url, leaseMs: forEver, everyMs: forEver }) })
