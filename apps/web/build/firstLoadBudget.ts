/**
 * What a browser must fetch before it shows anything: the scripts that the page names and all
 * that they import statically. Prints its gzipped size and fails the build above the budget.
 */
import { gzipSync } from 'node:zlib'
import type { Plugin, Rollup } from 'vite'

function staticClosure(bundle: Rollup.OutputBundle): Rollup.OutputChunk[] {
  const found = new Map<string, Rollup.OutputChunk>()
  const visit = (fileName: string) => {
    const chunk = bundle[fileName]
    if (chunk?.type !== 'chunk' || found.has(fileName)) return
    found.set(fileName, chunk)
    chunk.imports.forEach(visit)
  }
  const page = bundle['index.html']
  const markup = page?.type === 'asset' ? String(page.source) : ''
  for (const [, fileName] of markup.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)) {
    if (fileName !== undefined) visit(fileName)
  }
  return [...found.values()]
}

export function firstLoadBudget({ kibibytes }: { kibibytes: number }): Plugin {
  return {
    name: 'parley:first-load-budget',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const sizes = staticClosure(bundle).map(chunk => gzipSync(chunk.code).length)
        const total = sizes.reduce((sum, size) => sum + size, 0) / 1024
        const told = `first load: ${total.toFixed(1)} of ${kibibytes} KiB of gzipped JavaScript`
        if (total === 0) this.error('no first load: index.html names no script')
        if (total > kibibytes) this.error(told)
        this.info(told)
      },
    },
  }
}
