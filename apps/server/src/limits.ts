/**
 * How much one peer may ask of a node before it is turned away. Generous for people on bad
 * networks, tight for loops. Tests hand in smaller ones.
 */
export const limits = {
  /** A message has 4,000 characters; the ids of 10,000 recipients are far below this. */
  frameBytes: 1024 * 1024,
  /** What is read of a socket before it is known whose it is; a token is a few KiB. */
  strangerBytes: 64 * 1024,
  /**
   * The stock client puts all it asks for in one tick into one frame, and all its
   * subscriptions after a reconnect, so this must exceed `subscriptionsPerSocket`.
   */
  callsPerFrame: 128,
  subscriptionsPerSocket: 64,
  callsInFlight: 1000,

  /** A client that catches up on hundreds of conversations fits into the burst. */
  callsBurst: 1000,
  callsPerSecond: 100,
  bytesBurst: 4 * 1024 * 1024,
  bytesPerSecond: 512 * 1024,

  /** More than this waiting for a reader, and its connection is cut. */
  queuedBytes: 1024 * 1024,

  /** Sockets that have not said yet whose they are. */
  pending: 4000,
  pendingPerAddress: 200,
  requestsPerUser: 100,

  /** From opening to connection params, from there to an identity, from a refusal to the end. */
  silenceMs: 5000,
  identityMs: 15_000,
  refusedMs: 1000,
  /** How often deadlines are looked at. */
  sweepMs: 500,
  /** From a closing frame to the end of the network connection. */
  closingMs: 1000,

  pingMs: 25_000,
  pongMs: 10_000,

  bodyBytes: 1024 * 1024,
  authBodyBytes: 64 * 1024,
  headerBytes: 16 * 1024,
  headersMs: 10_000,
  requestMs: 30_000,
  readyMs: 2000,

  /**
   * Draining: from when probes say so to the first goodbye, so that whatever balances the load
   * sends nobody back here; how far the goodbyes are spread, how long a client has to move, and
   * the end.
   */
  noticeMs: 300,
  spreadMs: 2000,
  moveMs: 1500,
  drainMs: 8000,
}

export type Limits = typeof limits
