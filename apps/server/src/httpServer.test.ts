import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { createHttpServer } from './httpServer.ts'
import { limits } from './limits.ts'

/** What Linux knows of its connections; the sixth column begins with which timer runs. */
const connections = '/proc/net/tcp'
const keepAliveTimer = '02'

test.runIf(existsSync(connections))(
  'whose network is gone is noticed, also where nothing is said to them',
  async () => {
    const server = createHttpServer(limits).listen(0, '127.0.0.1')
    onTestFinished(() => void server.close())
    await once(server, 'listening')
    const address = server.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const peer = connect(port, '127.0.0.1')
    onTestFinished(() => void peer.destroy())
    await once(server, 'connection')
    const local = `:${port.toString(16).toUpperCase().padStart(4, '0')}`
    const rows = (await readFile(connections, 'utf8'))
      .split('\n')
      .map(row => row.trim().split(/\s+/))
    const timers = rows
      .filter(([, here, , state]) => here?.endsWith(local) && state === '01')
      .map(row => row[5]?.split(':'))
    expect(timers.map(timer => timer?.[0])).toEqual([keepAliveTimer])
    expect(Number.parseInt(timers[0]?.[1] ?? '', 16)).toBeLessThanOrEqual(1500) // hundredths
  },
)
