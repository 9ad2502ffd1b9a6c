import type { Client } from '@parley/client/client'
import { useContext } from 'react'
import { ClientContext } from './clientContext.ts'

export function useClient(): Client {
  const client = useContext(ClientContext)
  if (!client) throw new Error('useClient is called inside a ParleyProvider')
  return client
}
