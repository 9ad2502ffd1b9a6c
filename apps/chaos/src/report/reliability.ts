/** `docs/reliability.md`, from the newest long result of every row. */
import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { rows } from '../rows.ts'
import { keptResult, type Result } from './results.ts'

const path = fileURLToPath(new URL('../../../../docs/reliability.md', import.meta.url))

/** @returns where it was written */
export async function writeReport(): Promise<string> {
  const results = await Promise.all(rows.map(row => keptResult(row, 'long')))
  await writeFile(path, pageOf(results.filter(result => result !== undefined)))
  return path
}

export function pageOf(results: Result[]): string {
  return `# Reliability\n\n${results.map(({ row }) => row).join('\n')}\n`
}
