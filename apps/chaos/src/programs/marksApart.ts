/** A node that takes a broadcast, sends it and marks it as sent in transactions of their own, the last one later. */
import { setTimeout as pause } from 'node:timers/promises'
import { startBulk } from '@parley/core/bulk/engine'
import type { Sql } from '@parley/db/database'
import { runNode } from './runNode.ts'

const marking = /update broadcast_recipients/
const laterMs = 300

/** Each statement commits by itself. */
function apart(sql: Sql): Sql {
  const each = new Proxy(sql, {
    apply(target, self, [strings, ...values]) {
      const run = () => Reflect.apply(target, self, [strings, ...values])
      return marking.test(String(strings)) ? pause(laterMs).then(run) : run()
    },
    get: (target, key) =>
      key === 'begin' ? (act: (tx: Sql) => unknown) => act(each) : Reflect.get(target, key),
  })
  return each
}

runNode({ startBulk: options => startBulk({ ...options, sql: apart(options.sql) }) })
