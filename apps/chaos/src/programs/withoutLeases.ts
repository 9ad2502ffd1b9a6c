/** A node that is taken to live for ever, and never looks whether it still is. */
import { redisBus } from '@parley/bus/redisBus'
import { runNode } from './runNode.ts'

const forEver = 2 ** 30

const url = process.env.REDIS_URL ?? ''

redisBus({ url, leaseMs: forEver, everyMs: forEver }).then(bus => runNode({ bus }))
