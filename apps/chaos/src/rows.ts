/** Every fault of the suite, in the order of the report. */
import type { Row } from './row.ts'
import { nodeKilled } from './rows/nodeKilled.ts'
import { nodeRestarted } from './rows/nodeRestarted.ts'
import { postgresKilled } from './rows/postgresKilled.ts'

export const rows: Row[] = [nodeKilled, nodeRestarted, postgresKilled]
