import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { root } from '../root.ts'
import type { Scenario } from '../scenario.ts'

const dist = join(root, 'apps/web/dist')

export const bundle: Scenario = {
  name: 'bundle',
  about: () => 'JavaScript that the web app loads at first, gzipped',
  async run() {
    const page = join(dist, 'index.html')
    if (!existsSync(page)) {
      return { figures: [], notes: ['The web app is not built: npm start builds it.'] }
    }
    const scripts = firstScripts(await readFile(page, 'utf8'))
    if (scripts.length === 0) throw new Error(`${page} loads no script.`)
    const contents = await Promise.all(scripts.map(path => readFile(join(dist, path))))
    const sizes = contents.map(content => gzipSync(content).length)
    const bytes = sizes.reduce((sum, size) => sum + size, 0)
    return {
      figures: [{ what: 'first load', value: bytes / 1024, unit: 'KiB', target: 200 }],
      notes: scripts.map((path, at) => `${path} ${((sizes[at] ?? 0) / 1024).toFixed(1)} KiB`),
    }
  },
}

/** The page's own scripts and what it tells the browser to load with them. */
function firstScripts(html: string): string[] {
  const tags = html.match(/<(?:script|link)\b[^>]*>/g) ?? []
  return tags
    .filter(tag => tag.startsWith('<script') || tag.includes('modulepreload'))
    .flatMap(tag => /\b(?:src|href)="([^"]+)"/.exec(tag)?.[1] ?? [])
}
