/** What rows have shown, kept as JSON: one file for each row and size, the newest run. */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { machine } from '@parley/load/machine'
import type { Judgement } from '../attempt.ts'
import type { Plan, Row } from '../row.ts'

/** Git ignores it. */
const directory = fileURLToPath(new URL('../../results', import.meta.url))

export interface Result {
  row: string
  command: string
  machine: ReturnType<typeof machine>
  seed: number
  verdict: Judgement
  control?: Judgement
  /** Why the control proves nothing, if so. */
  noControl?: string
}

const fileOf = (row: string, size: Plan['size']) => join(directory, `${row}.${size}.json`)

export async function keepResult(result: Result, size: Plan['size']): Promise<void> {
  await mkdir(directory, { recursive: true })
  await writeFile(fileOf(result.row, size), `${JSON.stringify(result, null, 2)}\n`)
}

export async function keptResult(row: Row, size: Plan['size']): Promise<Result | undefined> {
  const text = await readFile(fileOf(row.name, size), 'utf8').catch(() => undefined)
  return text === undefined ? undefined : JSON.parse(text)
}
