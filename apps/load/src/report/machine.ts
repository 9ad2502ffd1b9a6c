/** On what a run was made: figures mean nothing without it. */
import { execFileSync } from 'node:child_process'
import { arch, cpus, loadavg, platform, release, totalmem } from 'node:os'
import { medianSyncMs } from '../measure/disk.ts'
import { root } from '../root.ts'

export function machine() {
  const processors = cpus()
  return {
    date: new Date().toISOString(),
    commit: commit(),
    node: process.version,
    cores: processors.length,
    processor: processors[0]?.model ?? 'unknown',
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    system: `${platform()} ${release()} ${arch()}`,
    /** What a commit waits for at least: 8 KiB on their way to the disk, median. */
    syncMs: medianSyncMs(),
    /** How much else the machine had to do, in cores. */
    loadBefore: Math.round((loadavg()[0] ?? 0) * 10) / 10,
  }
}

export type Machine = ReturnType<typeof machine>

function commit(): string {
  try {
    const git = (...args: string[]) => execFileSync('git', args, { cwd: root, encoding: 'utf8' })
    const isChanged = git('status', '--porcelain', '--untracked-files=no') !== ''
    return git('rev-parse', '--short', 'HEAD').trim() + (isChanged ? ' with changes' : '')
  } catch {
    return 'unknown'
  }
}
