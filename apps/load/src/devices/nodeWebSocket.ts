/** tRPC's client looks for the browser's WebSocket, which Node 20 does not have. */
import { WebSocket } from 'ws'

Object.assign(globalThis, { WebSocket })
