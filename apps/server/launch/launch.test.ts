import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmod,
  cp,
  mkdir,
  mkdtemp,
  readFile,
  rm,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'

const launch = fileURLToPath(new URL('.', import.meta.url))
const tsx = fileURLToPath(new URL('../node_modules/tsx', import.meta.url))

// Stands in for npx, and so for pnpm: it notes how it was called, and installs what is needed.
const npx = `#!${process.execPath}
const { appendFileSync, existsSync, mkdirSync, symlinkSync, writeFileSync } = require('node:fs')
appendFileSync('calls', process.argv.slice(2).join(' ') + '\\n')
if (process.argv.includes('check')) {
  console.log('12 passed, 3 failed, 0 skipped')
  process.exit(3)
}
if (existsSync('offline')) {
  console.log('ERR_PNPM_META_FETCH_FAIL GET https://registry.npmjs.org/ws: ENOTFOUND')
  console.log('    at somewhere (/deep/inside.js:1:2)')
  process.exit(1)
}
for (const path of ['node_modules', 'apps/server/node_modules', 'apps/web/node_modules/vite/bin'])
  mkdirSync(path, { recursive: true })
if (!existsSync('apps/server/node_modules/tsx'))
  symlinkSync(${JSON.stringify(tsx)}, 'apps/server/node_modules/tsx')
writeFileSync('apps/web/node_modules/vite/bin/vite.js', ${JSON.stringify(`
const { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } = require('node:fs')
appendFileSync('../../calls', 'vite ' + process.argv.slice(2).join(' ') + '\\n')
rmSync('dist', { recursive: true, force: true })
const source = readFileSync('src/main.ts', 'utf8')
if (source.includes('mistake')) throw new Error('src/main.ts: there is a mistake')
mkdirSync('dist')
writeFileSync('dist/index.html', source)
`)})
`

const files = {
  'package.json': JSON.stringify({ packageManager: 'pnpm@10.0.0' }),
  'pnpm-lock.yaml': 'lockfile: 1',
  'pnpm-workspace.yaml': 'packages: []',
  'packages/one/package.json': JSON.stringify({ type: 'module' }),
  'packages/one/src/one.ts': 'export const one = 1',
  'apps/web/package.json': JSON.stringify({ devDependencies: { vite: '*' } }),
  'apps/web/src/main.ts': 'the app',
  'apps/server/package.json': JSON.stringify({ type: 'module', dependencies: { tsx: '*' } }),
  'apps/server/src/run.ts': `
    export async function run(app: Promise<unknown>): Promise<void> {
      await app.catch(error => { console.error(error.message); process.exit(1) })
      const keepAlive = setInterval(() => {}, 1000)
      process.once('SIGTERM', () => { console.log('draining'); clearInterval(keepAlive); process.exitCode = 4 })
      console.log('ready')
    }`,
}

/** A repository of stand-ins around the real launch files. */
async function repository() {
  const root = await mkdtemp(join(tmpdir(), 'parley-launch-'))
  onTestFinished(() => rm(root, { recursive: true }))
  const write = async (path: string, text: string) => {
    await mkdir(dirname(join(root, path)), { recursive: true })
    await writeFile(join(root, path), text)
  }
  for (const [path, text] of Object.entries(files)) await write(path, text)
  await cp(launch, join(root, 'apps/server/launch'), { recursive: true })
  await write('bin/npx', npx)
  await chmod(join(root, 'bin/npx'), 0o755)
  await symlink(process.execPath, join(root, 'bin/node'))
  const env = { PATH: [join(root, 'bin'), '/usr/bin', '/bin'].join(delimiter), CI: 'true' }
  const program = (name: string) => join(root, 'apps/server/launch', name)

  return {
    root,
    write,
    /** What was installed and built since the last time this was asked. */
    async calls() {
      const text = await readFile(join(root, 'calls'), 'utf8').catch(() => '')
      await rm(join(root, 'calls'), { force: true })
      return text.split('\n').filter(Boolean)
    },
    /** Starts, waits until the server is ready or the start has failed, and ends it. */
    async start() {
      const child = spawn(process.execPath, [program('start.mjs')], { cwd: tmpdir(), env })
      let output = ''
      for (const stream of [child.stdout, child.stderr])
        stream.on('data', chunk => {
          output += chunk
          if (output.includes('ready') && !child.killed) child.kill('SIGTERM')
        })
      const [code] = await once(child, 'close')
      return { code, output }
    },
    test: () =>
      new Promise<{ code: unknown; output: string }>(resolve => {
        execFile(process.execPath, [program('test.mjs')], { env }, (error, stdout) =>
          resolve({ code: error?.code ?? 0, output: stdout }),
        )
      }),
  }
}

const installing = '-y pnpm@10.0.0 install --frozen-lockfile --config.confirmModulesPurge=false'
const building = 'vite build'

test('the first start installs, builds and runs; the second one only runs', async () => {
  const { start, calls } = await repository()
  const first = await start()
  expect(first.output).toMatch(
    /^Installing packages .*\n {2}done in .* s\nBuilding the web app \.\.\.\n {2}done in .* s\nready\n/,
  )
  expect(await calls()).toEqual([installing, building])

  const second = await start()
  expect(second.output).toBe('ready\ndraining\n')
  expect(await calls()).toEqual([])
})

test('signals reach the server, and its exit code is the one of the start', async () => {
  const { start } = await repository()
  const { code, output } = await start()
  expect(output).toMatch(/ready\ndraining\n$/)
  expect(code).toBe(4)
})

test('it is content that counts, not dates', async () => {
  const { root, start, calls, write } = await repository()
  await start()
  await calls()
  for (const path of ['pnpm-lock.yaml', 'apps/web/src/main.ts', 'packages/one/package.json'])
    await utimes(join(root, path), new Date(), new Date())
  await start()
  expect(await calls()).toEqual([])

  await write('apps/web/src/main.ts', 'another app')
  await start()
  expect(await calls()).toEqual([building])
  await write('packages/one/src/two.ts', 'export const two = 2')
  await start()
  expect(await calls()).toEqual([building])
  await write('packages/one/package.json', JSON.stringify({ type: 'module', dependencies: {} }))
  await start()
  expect(await calls()).toEqual([installing, building])
  await write('pnpm-lock.yaml', 'lockfile: 2')
  await start()
  expect(await calls()).toEqual([installing, building])
})

test('what was deleted is made again', async () => {
  const { root, start, calls } = await repository()
  await start()
  await calls()
  await rm(join(root, 'apps/web/dist'), { recursive: true })
  await start()
  expect(await calls()).toEqual([building])
  await rm(join(root, 'apps/web/node_modules'), { recursive: true })
  await start()
  expect(await calls()).toEqual([installing])
})

test('without a network the start says so, without a stack, and tries again the next time', async () => {
  const { root, start, calls, write } = await repository()
  await write('offline', '')
  const { code, output } = await start()
  expect(code).toBe(1)
  expect(output.trimEnd().split('\n').at(-1)).toMatch(
    /^The package registry could not be reached: check the network/,
  )
  expect(output).not.toMatch(/^\s+at /m)
  await rm(join(root, 'offline'))
  await calls()
  await start()
  expect(await calls()).toEqual([installing, building])
})

test('a web app that cannot be built is not served in an old version', async () => {
  const { start, calls, write } = await repository()
  await start()
  await write('apps/web/src/main.ts', 'a mistake')
  const { code, output } = await start()
  expect(code).toBe(1)
  expect(output).toContain('src/main.ts: there is a mistake')
  expect(output.trimEnd().split('\n').at(-1)).toMatch(/^The web app could not be built/)
  expect(output).not.toMatch(/^\s+at /m)
  await calls()
  await write('apps/web/src/main.ts', 'the app')
  await start()
  expect(await calls()).toEqual([building])
})

test('npm test installs and builds what it needs, and ends as the checks end', async () => {
  const repo = await repository()
  const { code, output } = await repo.test()
  expect(code).toBe(3)
  expect(output.trimEnd().split('\n').at(-1)).toBe('12 passed, 3 failed, 0 skipped')
  expect(await repo.calls()).toEqual([installing, building, '-y pnpm@10.0.0 run check'])
})
