import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** How long a page takes to the disk, where the benchmark's databases lie. */
export function medianSyncMs(): number {
  const directory = mkdtempSync(join(tmpdir(), 'parley-bench-'))
  const file = openSync(join(directory, 'sync'), 'w')
  const page = Buffer.alloc(8192)
  const times = Array.from({ length: 51 }, () => {
    const begun = performance.now()
    writeSync(file, page, 0, page.length, 0)
    fdatasyncSync(file)
    return performance.now() - begun
  })
  closeSync(file)
  rmSync(directory, { recursive: true })
  return times.toSorted((a, b) => a - b)[25] ?? 0
}
