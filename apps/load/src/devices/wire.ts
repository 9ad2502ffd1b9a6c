/**
 * The bare wire: tRPC's own client over one socket, without any of our client. It knows no
 * types of the router, as a stranger's client would not; what it uses of an answer is parsed.
 */
import './nodeWebSocket.ts'
import { createTRPCUntypedClient, createWSClient, wsLink } from '@trpc/client'

export interface Wire {
  query(path: string, input: unknown): Promise<unknown>
  mutation(path: string, input: unknown): Promise<unknown>
  subscription(
    path: string,
    input: unknown,
    on: { onData: (data: unknown) => void; onError: (error: unknown) => void },
  ): void
  close(): void
}

export function openWire(url: string, token: string): Wire {
  const client = createWSClient({
    url: `${url.replace('http', 'ws')}/trpc`,
    connectionParams: () => ({ token }),
  })
  const calls = createTRPCUntypedClient({ links: [wsLink({ client })] })
  return {
    query: (path, input) => calls.query(path, input),
    mutation: (path, input) => calls.mutation(path, input),
    subscription: (path, input, on) => void calls.subscription(path, input, on),
    close: () => void client.close(),
  }
}
