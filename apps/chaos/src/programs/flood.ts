/**
 * An attacker in a process of its own: handshakes at a rate, from several addresses, of which
 * none ever says who it is. Tells how it went when its time is over.
 */
import { connect, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

const answersWithinMs = 20_000

const [port = 0, perSecond = 0, seconds = 0, addresses = 1] = process.argv.slice(2).map(Number)

const counts = { made: 0, letIn: 0, turnedAway: 0, mostOpen: 0 }
const open = new Set<Socket>()
/** They have not heard yet whether they are let in. */
const waiting = new Set<Socket>()

const request = [
  'GET /trpc?connectionParams=1 HTTP/1.1',
  `Host: 127.0.0.1:${port}`,
  'Connection: Upgrade',
  'Upgrade: websocket',
  'Sec-WebSocket-Version: 13',
  'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
  '\r\n',
].join('\r\n')

function shake(): void {
  counts.made += 1
  const localAddress =
    process.platform === 'linux' ? { localAddress: `127.2.0.${1 + (counts.made % addresses)}` } : {}
  const socket = connect({ port, host: '127.0.0.1', ...localAddress }, () => socket.write(request))
  waiting.add(socket)
  socket.once('data', answer => {
    waiting.delete(socket)
    if (answer.toString('latin1').startsWith('HTTP/1.1 101')) {
      counts.letIn += 1
      open.add(socket)
      counts.mostOpen = Math.max(counts.mostOpen, open.size)
    } else {
      counts.turnedAway += 1
    }
  })
  socket.on('error', () => {})
  socket.on('close', () => {
    waiting.delete(socket)
    open.delete(socket)
  })
}

async function flood() {
  const begun = performance.now()
  // On a busy machine some are made late, none is left out.
  while (counts.made < perSecond * seconds) {
    const due = Math.min((performance.now() - begun) / 1000, seconds) * perSecond
    while (counts.made < due) shake()
    await pause(10)
  }
  // A busy node answers late: how many it lets in is known when everybody has heard.
  const deadline = performance.now() + answersWithinMs
  while (waiting.size > 0 && performance.now() < deadline) await pause(10)
  process.send?.(counts)
  for (const socket of open) socket.destroy()
  process.disconnect()
}

flood()
