/** Every fault of the suite, in the order of the report. */
import type { Row } from './row.ts'

export const rows: Row[] = []
