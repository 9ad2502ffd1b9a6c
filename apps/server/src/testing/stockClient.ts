/**
 * tRPC's own client against a test server, as browsers run it.
 */
import { createTRPCClient, createWSClient, wsLink } from '@trpc/client'
import { onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import { type TestRouter, testToken } from './testRouter.ts'
import type { TestServer } from './testServer.ts'

// It looks for the browser's one, which Node 20 does not have.
Object.assign(globalThis, { WebSocket })

export function stockClient(
  server: Pick<TestServer, 'socketUrl'>,
  token: () => string = () => testToken('ann'),
) {
  let opened = 0
  const wsClient = createWSClient({
    url: () => server.socketUrl,
    connectionParams: () => ({ token: token() }),
    retryDelayMs: attempt => attempt * 50,
    onOpen: () => {
      opened += 1
    },
  })
  onTestFinished(() => wsClient.close())
  const client = createTRPCClient<TestRouter>({ links: [wsLink({ client: wsClient })] })
  return { client, opened: () => opened }
}
