import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { Result } from '../scenario.ts'
import type { Machine } from './machine.ts'
import { resultsDir } from './resultsDir.ts'

interface Report {
  machine: Machine
  options: object
  results: Result[]
}

/** Writes the figures down. @returns where */
export async function writeReport(report: Report, out: string | undefined): Promise<string> {
  const name = report.machine.date.replace(/:|\.\d+/g, '')
  const path = out === undefined ? join(resultsDir, `${name}.json`) : resolve(out)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, `${JSON.stringify(report, null, 2)}\n`)
  return path
}
