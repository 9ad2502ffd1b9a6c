import type { Client } from '@parley/client/client'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { askAgain } from './askAgain.ts'
import { ClientContext } from './clientContext.ts'
import { type Navigation, NavigationContext } from './navigation/navigation.ts'
import { trpc } from './trpc.ts'

interface Props {
  /** Made outside React, once per person. */
  client: Client
  /** Where the page shows conversations, messages and people; without it nothing leads there. */
  navigation?: Navigation | undefined
  children: ReactNode
}

/** Gives everything below it the client, and the typed hooks over its one connection. */
export function ParleyProvider({ client, navigation, children }: Props) {
  // What one person has read is not shown to the next.
  return (
    <Queries key={client.userId} client={client}>
      <NavigationContext value={navigation}>{children}</NavigationContext>
    </Queries>
  )
}

function Queries({ client, children }: Omit<Props, 'navigation'>) {
  const [queryClient] = useState(createQueryClient)
  return (
    <ClientContext value={client}>
      <trpc.Provider client={client.api} queryClient={queryClient}>
        <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
      </trpc.Provider>
    </ClientContext>
  )
}

function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // Calls wait for the connection by themselves; the browser's word on it is a hint only.
      queries: { staleTime: 30_000, networkMode: 'always', retry: askAgain },
      mutations: { networkMode: 'always' },
    },
  })
}
