import type { Client } from '@parley/client/client'
import { createContext } from 'react'

export const ClientContext = createContext<Client | undefined>(undefined)
