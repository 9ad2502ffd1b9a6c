// `pnpm types`: every tsconfig.json and tsconfig.*.json of the house is checked. Those with the
// same options are one program, since most of the work is what packages have in common: drizzle,
// zod, each other. Editors, and `tsc -p` on a package, read the same files.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const top = fileURLToPath(new URL('..', import.meta.url))
const tsc = join(top, 'node_modules', 'typescript', 'bin', 'tsc')

const waiting = programs()
await Promise.all(Array.from({ length: availableParallelism() }, checkOneByOne))

async function checkOneByOne() {
  for (let program = waiting.shift(); program; program = waiting.shift())
    if (!(await isRight(program))) process.exitCode = 1
}

async function isRight(program) {
  const path = join(dirname(program.first), 'node_modules', '.cache', basename(program.first))
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, JSON.stringify(program.config))
  // More checkers would do what packages have in common again, each for itself.
  const args = [tsc, '-p', path, '--checkers', '1']
  const [code] = await once(spawn(process.execPath, args, { cwd: top, stdio: 'inherit' }), 'close')
  return code === 0
}

function programs() {
  const found = new Map()
  for (const path of paths()) {
    const place = dirname(path)
    const inPlace = (patterns = []) => patterns.map(pattern => resolve(place, pattern))
    const { include, exclude, ...options } = JSON.parse(readFileSync(path, 'utf8'))
    if (!include) throw new Error(`${path} has to say which files it is for.`)
    const [base] = inPlace([options.extends])
    const key = JSON.stringify({ ...options, extends: base })
    const empty = { ...options, extends: base, include: [], exclude: [] }
    const program = found.get(key) ?? { first: path, config: empty }
    program.config.include.push(...inPlace(include))
    program.config.exclude.push(...inPlace(exclude))
    found.set(key, program)
  }
  return [...found.values()]
}

/** Packages first: what a program of several needs besides is looked for from the first of them. */
function paths() {
  const packages = ['packages', 'apps'].flatMap(folder =>
    readdirSync(join(top, folder)).map(name => join(top, folder, name)),
  )
  return [...packages, join(top, '.config')].filter(existsSync).flatMap(place =>
    readdirSync(place)
      .filter(name => /^tsconfig(\.[^.]+)?\.json$/.test(name))
      .map(name => join(place, name)),
  )
}
