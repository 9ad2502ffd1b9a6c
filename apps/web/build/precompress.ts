/**
 * Writes `.gz` and `.br` beside everything that compresses, once at build time with the
 * strongest setting, so that the server only picks the file that a browser accepts.
 */
import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { extname, join, resolve } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

const compressible = new Set(['.js', '.css', '.html', '.svg', '.json', '.txt', '.webmanifest'])

/** Below this a compressed answer is hardly shorter than its headers. */
const leastBytes = 512

function brotli(bytes: Buffer): Buffer {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  }
  return brotliCompressSync(bytes, { params })
}

async function compress(file: string): Promise<void> {
  const bytes = await readFile(file)
  if (bytes.length < leastBytes) return
  await writeFile(`${file}.gz`, gzipSync(bytes, { level: constants.Z_BEST_COMPRESSION }))
  await writeFile(`${file}.br`, brotli(bytes))
}

export function precompress(): Plugin {
  let directory = ''
  return {
    name: 'parley:precompress',
    apply: 'build',
    configResolved(config) {
      directory = resolve(config.root, config.build.outDir)
    },
    async closeBundle() {
      if (!(await stat(directory).catch(() => undefined))) return // the build failed
      const files = await readdir(directory, { recursive: true })
      await Promise.all(
        files
          .filter(file => compressible.has(extname(file)))
          .map(file => compress(join(directory, file))),
      )
    },
  }
}
