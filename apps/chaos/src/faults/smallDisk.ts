/** A disk of our own, small enough to fill up: a tmpfs, which takes the right to mount. */
import { execFileSync } from 'node:child_process'
import { closeSync, openSync, writeSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { cleanUpOnce } from '@parley/load/cleanUp'
import { temporaryDirectory } from '@parley/load/temporary'

/** @returns nothing where this user may not mount */
export async function mountSmallDisk(mebibytes: number) {
  const directory = await temporaryDirectory()
  const { path } = directory
  try {
    const options = `size=${mebibytes}m,mode=711`
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', path], { stdio: 'pipe' })
  } catch {
    await directory[Symbol.asyncDispose]()
    return undefined
  }
  const ballast = join(path, 'ballast')
  return {
    path,
    /** To the last byte. */
    fill() {
      const file = openSync(ballast, 'a')
      try {
        for (let size = 2 ** 20; size >= 1; ) {
          try {
            if (writeSync(file, Buffer.alloc(size)) < size) size = Math.floor(size / 2)
          } catch {
            size = Math.floor(size / 2)
          }
        }
      } finally {
        closeSync(file)
      }
    },
    makeRoom: () => rm(ballast, { force: true }),
    [Symbol.asyncDispose]: cleanUpOnce(async () => {
      // Lazily, since a process that is just ending may still stand in it.
      execFileSync('umount', ['--lazy', path])
      await directory[Symbol.asyncDispose]()
    }),
  }
}
