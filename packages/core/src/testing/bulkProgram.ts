// See `bulkProcesses`; its argument is the database.

import { once } from 'node:events'
import { memoryBus } from '@parley/bus/memory'
import { connect } from '@parley/db/database'
import { startBulk } from '../bulk/engine.ts'

const sql = connect(process.argv[2] ?? '', { max: 3, statementTimeoutMs: 500 })
await sql`select 1`
process.stdout.write('ready\n')
await once(process.stdin, 'data')
startBulk({
  sql,
  bus: memoryBus(),
  limits: { perMinute: 5, inlineMax: 50, recipientsMax: 10_000 },
  openPolicy: 'across',
  onError: error => process.stderr.write(`${error}\n`),
  pollMs: 10,
})
