import { statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { bytesNeeded, type Point } from './points.ts'

/** Throws a sentence where databases of this size would fill the disk. */
export async function mustHaveRoom(points: readonly Point[]): Promise<void> {
  const { bavail, bsize } = await statfs(tmpdir())
  const needed = Math.max(...points.map(bytesNeeded))
  const free = bavail * bsize
  if (free >= needed) return
  const gib = (bytes: number) => `${(bytes / 2 ** 30).toFixed(1)} GiB`
  throw new Error(
    `This needs ${gib(needed)} in ${tmpdir()}, and ${gib(free)} are free there: make room, set TMPDIR, or take a smaller --largest.`,
  )
}
