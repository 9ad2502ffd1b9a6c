import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Server } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { createBalancer } from './balancer.ts'

async function portOf(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  return (server.address() as AddressInfo).port
}

/** A node that says its name to whoever comes, and then what it hears. */
async function node(name: string) {
  const server = createServer(socket => {
    socket.write(name)
    socket.pipe(socket)
  })
  const one = { port: await portOf(server), ready: true, isReady: () => one.ready }
  return one
}

/** A port on which nobody listens. */
async function dead() {
  const server = createServer()
  const port = await portOf(server)
  server.close()
  return { port, isReady: () => true }
}

async function balancing(backends: Parameters<typeof createBalancer>[0]) {
  const balancer = createBalancer(backends)
  const port = await portOf(balancer.server)
  onTestFinished(() => balancer.close())
  return {
    balancer,
    async visit() {
      const socket = connect(port, '127.0.0.1').setEncoding('utf8')
      onTestFinished(() => void socket.destroy())
      const [name] = await once(socket, 'data')
      return { name: String(name), socket }
    },
  }
}

test('connections go to the nodes in turn, and what is said passes both ways', async () => {
  const nodes = [await node('one'), await node('two')]
  const { visit } = await balancing(() => nodes)
  const visits = [await visit(), await visit(), await visit(), await visit()]
  expect(visits.map(({ name }) => name).toSorted()).toEqual(['one', 'one', 'two', 'two'])
  for (const { socket } of visits) {
    socket.write('hello')
    expect(await once(socket, 'data')).toEqual(['hello'])
  }
})

test('a node that is dead, or says that it is not ready, is left out while another one is there', async () => {
  const [one, two, three] = [await node('one'), await node('two'), await dead()]
  const { visit } = await balancing(() => [one, two, three])
  one.ready = false
  for (let times = 0; times < 6; times += 1) expect((await visit()).name).toBe('two')
  two.ready = false
  const names = [await visit(), await visit(), await visit(), await visit()].map(({ name }) => name)
  expect(new Set(names)).toEqual(new Set(['one', 'two']))
})

test('whoever comes while there is no node waits for one; closing cuts what is left', async () => {
  const nodes: Awaited<ReturnType<typeof node>>[] = []
  const { visit, balancer } = await balancing(() => nodes)
  const waiting = visit()
  nodes.push(await node('late'))
  const { name, socket } = await waiting
  expect(name).toBe('late')
  const closed = once(socket, 'close')
  await balancer.close()
  await closed
})
