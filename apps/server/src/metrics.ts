/**
 * What a node counts, for Prometheus. Labels come from closed lists: nothing that a peer
 * sends can make a new one.
 */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

export type RefusedHandshake =
  | 'malformed'
  | 'path'
  | 'origin'
  | 'query'
  | 'address'
  | 'pending'
  | 'draining'
export type ClosedBecause =
  | 'binary'
  | 'flood'
  | 'malformed'
  | 'batch'
  | 'subscriptions'
  | 'calls'
  | 'duplicate'
  | 'backlog'
  | 'silence'
  | 'unauthenticated'
  | 'expired'
  | 'revoked'
  | 'ended'
  | 'connections'
  | 'unavailable'
  | 'drain'

export function createMetrics() {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  return {
    registry,
    connections: new Gauge({
      name: 'parley_connections',
      help: 'Open connections: sockets, and HTTP requests with an identity',
      labelNames: ['transport'],
      registers,
    }),
    pending: new Gauge({
      name: 'parley_connections_pending',
      help: 'Open sockets that have not said yet whose they are',
      registers,
    }),
    subscriptions: new Gauge({
      name: 'parley_subscriptions',
      help: 'Live subscriptions on sockets',
      registers,
    }),
    queuedBytes: new Gauge({
      name: 'parley_queued_bytes',
      help: 'Bytes that wait for slow readers',
      registers,
    }),
    busUp: new Gauge({
      name: 'parley_bus_up',
      help: '1 while the nodes can reach each other over Redis, or there is only this one',
      registers,
    }),
    busUnreadable: new Counter({
      name: 'parley_bus_unreadable_total',
      help: 'Words of other nodes that this version does not understand',
      registers,
    }),
    calls: new Counter<'procedure' | 'outcome'>({
      name: 'parley_calls_total',
      help: 'Calls by procedure and outcome: ok, the reason of the refusal, or closed',
      labelNames: ['procedure', 'outcome'],
      registers,
    }),
    callSeconds: new Histogram({
      name: 'parley_call_seconds',
      help: 'From a call to its answer; for a subscription, to its start',
      labelNames: ['procedure'],
      buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
      registers,
    }),
    framesReceived: new Counter({
      name: 'parley_frames_received_total',
      help: 'Frames that arrived on sockets',
      registers,
    }),
    framesSent: new Counter({
      name: 'parley_frames_sent_total',
      help: 'Frames written to sockets',
      registers,
    }),
    refusedHandshakes: new Counter<'cause'>({
      name: 'parley_handshakes_refused_total',
      help: 'Sockets that were not let in',
      labelNames: ['cause'],
      registers,
    }),
    closed: new Counter<'cause'>({
      name: 'parley_connections_closed_total',
      help: 'Connections that the server ended',
      labelNames: ['cause'],
      registers,
    }),
    refusedRequests: new Counter<'status'>({
      name: 'parley_requests_refused_total',
      help: 'HTTP requests refused before any procedure saw them',
      labelNames: ['status'],
      registers,
    }),
  }
}

export type Metrics = ReturnType<typeof createMetrics>
