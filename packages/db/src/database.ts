import postgres from 'postgres'

/** Where a named query runs: a pool, or a transaction of one. */
export type Sql = ReturnType<typeof connect>
export type Transaction = Parameters<Parameters<Sql['begin']>[1]>[0]
export type Runner = Sql | Transaction

/** A piece of SQL that stands inside another statement. */
export type Fragment = postgres.PendingQuery<postgres.Row[]>

/** Oid of timestamptz in Postgres's catalogue. */
const timestamptz = 1184

export interface PoolOptions {
  /** Connections; each one pipelines, so few are enough. */
  max?: number
  /** How long a statement may run before Postgres ends it. */
  statementTimeoutMs?: number
  /** How long it may wait for a lock; row locks are held for milliseconds. */
  lockTimeoutMs?: number
}

/**
 * A pool that answers in the shapes of the tables: columns in camel case, moments as Postgres
 * writes them, in columns as in JSON; `iso` turns both into what the wire says. What is inside
 * JSON keeps its names: renaming it costs more than reading it.
 * Every statement written as a template is prepared once per connection.
 */
export function connect(
  url: string,
  { max = 8, statementTimeoutMs = 10_000, lockTimeoutMs = 2000 }: PoolOptions = {},
) {
  return postgres(url, {
    max,
    connect_timeout: 10,
    backoff,
    transform: { column: postgres.camel.column },
    onnotice: () => {},
    connection: {
      application_name: 'parley',
      // A plan made while a table is small is kept, and reads from end to end what has grown since.
      enable_seqscan: 'off',
      // Planning anew for each batch of messages cost more than writing it; plans/ holds the
      // statements to reading few rows with such plans.
      plan_cache_mode: 'force_generic_plan',
      statement_timeout: statementTimeoutMs,
      lock_timeout: lockTimeoutMs,
      idle_in_transaction_session_timeout: statementTimeoutMs,
      // Whatever the server's own settings are: `iso` reads this fastest.
      DateStyle: 'ISO',
      TimeZone: 'UTC',
    },
    types: {
      moment: {
        to: timestamptz,
        from: [timestamptz],
        serialize: (moment: string) => moment,
        parse: (moment: string) => moment,
      },
    },
  })
}

/** Seconds to wait before connecting again: soon, since the library's own waits grow to 20 s. */
export function backoff(attempt: number): number {
  return (0.5 + Math.random() / 2) * Math.min(0.05 * 2 ** attempt, 0.5)
}

/** Postgres's text of a moment in UTC, without the zeros at its end. */
const inUtc = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)(?:\.(\d{1,3})\d*)?\+00(?::00)?$/

/** Postgres's text of a moment, from a column or from inside JSON, as the wire writes it. */
export function iso(moment: string): string {
  const [whole, day, time, fraction = ''] = inUtc.exec(moment) ?? []
  // A page has hundreds of moments, and a `Date` costs four times as much.
  return whole ? `${day}T${time}.${fraction.padEnd(3, '0')}Z` : new Date(moment).toISOString()
}

/** Whether a unique constraint refused a row; with a name, that one. */
export function isDuplicate(error: unknown, constraint: string): boolean {
  return (
    error instanceof postgres.PostgresError &&
    error.code === '23505' &&
    error.constraint_name === constraint
  )
}
