// A process of its own that does nothing but hold the embedded Postgres of a data directory:
// the Parley that a test may kill. Says where the database is, and stops when told to end.

import { startEmbedded } from '../start.ts'

const say = (message: object) => process.stdout.write(`${JSON.stringify(message)}\n`)

try {
  const embedded = await startEmbedded({
    dataDir: process.argv[2] ?? '',
    log: () => {},
    onFatal: sentence => say({ fatal: sentence }),
  })
  process.once('SIGTERM', () => void embedded.stop())
  say({ url: embedded.url })
} catch (error) {
  say({ refused: error instanceof Error ? error.message : String(error) })
}
