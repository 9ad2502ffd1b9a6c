/**
 * Builds the service worker after the app, as `sw.js`, and tells it which files the app is
 * made of, each with its hash.
 */
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { extname, join, resolve, sep } from 'node:path'
import { build, type Plugin, type ResolvedConfig } from 'vite'

/** What a page needs to open; icons and the like are for the browser around it. */
const needed = new Set(['.html', '.js', '.css', '.svg', '.woff2'])

function sha256(bytes: Buffer | string): string {
  return createHash('sha256').update(bytes).digest('base64')
}

async function shellIn(directory: string) {
  const names = await readdir(directory, { recursive: true })
  const wanted = names.filter(name => needed.has(extname(name))).sort()
  const files = await Promise.all(
    wanted.map(async name => {
      const bytes = await readFile(join(directory, name))
      return { path: `/${name.split(sep).join('/')}`, integrity: `sha256-${sha256(bytes)}` }
    }),
  )
  return { release: sha256(JSON.stringify(files)).replace(/\W/g, '').slice(0, 12), files }
}

export function serviceWorker({ entry }: { entry: string }): Plugin {
  let config: ResolvedConfig
  return {
    name: 'parley:service-worker',
    apply: 'build',
    configResolved(resolved) {
      config = resolved
    },
    writeBundle: {
      order: 'post',
      sequential: true,
      async handler() {
        const outDir = resolve(config.root, config.build.outDir)
        const shell = await shellIn(outDir)
        await build({
          configFile: false,
          root: config.root,
          publicDir: false,
          logLevel: 'warn',
          define: { __SHELL__: JSON.stringify(shell) },
          build: {
            outDir,
            emptyOutDir: false,
            target: config.build.target,
            rolldownOptions: {
              input: resolve(config.root, entry),
              output: { format: 'iife', entryFileNames: 'sw.js' },
            },
          },
        })
      },
    },
  }
}
