import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { resultsDir } from '../report/resultsDir.ts'
import type { Profile } from './profile.ts'

/** @returns a sentence that says where it is */
export async function saveProfile(name: string, profile: Profile): Promise<string> {
  const path = join(resultsDir, `${name}.cpuprofile`)
  await mkdir(resultsDir, { recursive: true })
  await writeFile(path, JSON.stringify(profile))
  return `Profile: ${path}`
}
