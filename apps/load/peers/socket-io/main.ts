/**
 * The peer that Parley is measured against: a chat server of the classic kind, Socket.IO 4
 * on Postgres, in as few lines as it takes. It is meant to be as fast as its kind can be:
 * where there was a choice, it was made in its favour, and says so.
 *
 * What it leaves out costs Parley time and not the peer: it limits nobody, does not check the
 * form of what comes in, knows no message that was sent twice, and tells nobody who
 * reconnects what they missed.
 */
import { createServer } from 'node:http'
import { createBulk } from './bulk.ts'
import { type PeerSocket, Server } from './events.ts'
import { history } from './history.ts'
import { chatsOf, list } from './list.ts'
import { createSend } from './send.ts'
import { openTables } from './tables.ts'
import { createVerifier } from './verify.ts'

const { DATABASE_URL = '', HOST_JWT_SECRET = '', SECOND_EVENT = '1' } = process.env

const sql = await openTables(DATABASE_URL)
const verify = createVerifier(HOST_JWT_SECRET)
const http = createServer((_request, response) => response.end('ready'))
const io = new Server(http, {
  // What its own guide advises for speed: no long polling first, no compression.
  transports: ['websocket'],
  perMessageDeflate: false,
  httpCompression: false,
  serveClient: false,
})
const { send, deliver } = createSend({ io, sql, withSecondEvent: SECOND_EVENT === '1' })
const bulk = createBulk({ io, sql, deliver })

// Known before the client hears that it is connected, so that it misses nothing.
io.use((socket, next) => {
  verify(socket.handshake.auth.token)
    .then(async userId => {
      socket.data = { userId, chatIds: await chatsOf(sql, userId) }
      next()
    })
    .catch(next)
})

io.on('connection', (socket: PeerSocket) => {
  const { userId, chatIds } = socket.data
  socket.join([`user:${userId}`, ...chatIds.map(id => `chat:${id}`)])
  // Needed no more, and it would count as memory of the connection.
  socket.data.chatIds = []
  socket.on('send', (input, answer) => reply(send(userId, input), answer))
  socket.on('bulk', (input, answer) => reply(bulk(userId, input), answer))
  socket.on('history', (input, answer) => reply(history(sql, userId, input), answer))
  socket.on('list', answer => reply(list(sql, userId), answer))
})

function reply<T>(work: Promise<T>, answer: (result: { ok: T } | { error: string }) => void) {
  work.then(
    ok => answer({ ok }),
    (error: unknown) => answer({ error: String(error) }),
  )
}

// As long a line for those who connect as Parley has.
http.listen({ port: 0, host: '127.0.0.1', backlog: 4096 }, () => {
  const address = http.address()
  const port = typeof address === 'object' ? address?.port : address
  process.stdout.write(`The Socket.IO peer is ready at http://127.0.0.1:${port}\n`)
})

process.once('SIGTERM', async () => {
  await io.close()
  await sql.end({ timeout: 5 })
  process.exit()
})
