// Whether files have changed since something was made from them: by their content, since a
// clone, a checkout and a restored cache all give them new dates.

import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.mjs'

const made = new Set(['node_modules', 'dist', '.cache', '.data'])

/**
 * @param {string[]} paths files and folders below the root; missing ones count as missing
 * @param {string[]} circumstances what else the result depends on
 */
export function fingerprint(paths, circumstances = []) {
  const hash = createHash('sha256').update(JSON.stringify(circumstances))
  for (const path of paths.flatMap(filesIn).sort()) {
    const content = createHash('sha256')
      .update(readFileSync(join(root, path)))
      .digest('hex')
    hash.update(`${path}\0${content}\n`)
  }
  return hash.digest('hex')
}

function filesIn(path) {
  if (!existsSync(join(root, path))) return []
  let entries
  try {
    entries = readdirSync(join(root, path), { withFileTypes: true })
  } catch {
    return [path]
  }
  return entries
    .filter(entry => !made.has(entry.name))
    .flatMap(entry => {
      const below = `${path}/${entry.name}`
      if (entry.isDirectory()) return filesIn(below)
      return entry.isFile() ? [below] : []
    })
}

/** @param {string} marker the file that keeps the fingerprint of what something was made from */
export function isUpToDate(marker, current) {
  const path = join(root, marker)
  return existsSync(path) && readFileSync(path, 'utf8') === current
}

export function remember(marker, current) {
  writeFileSync(join(root, marker), current)
}
