/**
 * A program of ours in one file. Tests start nodes over and over, and reading some hundred
 * sources through tsx costs each start over a second of a core; reading one file costs half of
 * one, and a quarter when it is remembered how. As CommonJS, since of modules V8 remembers nothing:
 * no `await` stands outside of functions in what it is made of.
 */
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build, type Plugin } from 'esbuild'

const folder = fileURLToPath(new URL('../../node_modules/.cache/bundled', import.meta.url))
const remembering = fileURLToPath(new URL('remembering.cjs', import.meta.url))

/** Made once per process, and from the sources that are there now. */
const made = new Map<string, Promise<string>>()

/** @param program an absolute path @returns the path of what Node can run by itself */
export function bundled(program: string): Promise<string> {
  const known = made.get(program) ?? make(program)
  made.set(program, known)
  return known
}

async function make(program: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [program],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    logLevel: 'error',
    supported: { 'dynamic-import': false },
    plugins: [inPlace, apart],
    define: { 'import.meta.url': JSON.stringify(`${pathToFileURL(program)}`) },
  })
  const [{ text, hash } = { text: '', hash: '' }] = outputFiles
  const name = createHash('sha256').update(program).update(hash).digest('hex').slice(0, 16)
  const whole = join(folder, `${name}.js`)
  const path = join(folder, `${name}.cjs`)
  await mkdir(folder, { recursive: true })
  await removeOld()
  await put(whole, text)
  await put(path, `require(${JSON.stringify(remembering)})(${JSON.stringify(whole)})\n`)
  return path
}

/** Under its name only when it is whole: another test may be about to run it. */
async function put(path: string, text: string): Promise<void> {
  await writeFile(`${path}.${process.pid}`, text)
  await rename(`${path}.${process.pid}`, path)
}

const hourMs = 3_600_000

/** Every change of a source makes another one. */
async function removeOld(): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name)
    const made = await stat(path).catch(() => undefined) // another test may have removed it
    if (made && Date.now() - made.mtimeMs > hourMs) await rm(path, { force: true })
  }
}

/** What stands beside a source, as migrations do, is still looked for there. */
const inPlace: Plugin = {
  name: 'in place',
  setup({ onLoad }) {
    onLoad({ filter: /\/(packages|apps)\/[^/]+\/src\/.*\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8')
      const contents = source.replaceAll(
        'import.meta.url',
        JSON.stringify(`${pathToFileURL(path)}`),
      )
      return { contents, loader: 'ts' }
    })
  },
}

/** What brings more than JavaScript, or starts threads with files of its own. */
const apart: Plugin = {
  name: 'apart',
  setup({ onResolve }) {
    onResolve({ filter: /^(pino|@node-rs\/argon2)$/ }, ({ path, importer }) => ({
      path: createRequire(importer).resolve(path),
      external: true,
    }))
  },
}
