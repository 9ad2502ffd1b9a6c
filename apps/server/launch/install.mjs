// Installs the packages that the lockfile names, if they are not the ones that are there.

import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fingerprint, isUpToDate, remember } from './fingerprint.mjs'
import { pnpm } from './pnpm.mjs'
import { root } from './root.mjs'
import { explain, lastLines, run, step } from './step.mjs'

const marker = 'node_modules/.parley-installed'

export async function installIfNeeded() {
  const packages = ['apps', 'packages'].flatMap(packagesIn)
  const manifests = packages.map(path => `${path}/package.json`)
  const current = fingerprint(
    ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml', '.npmrc', ...manifests],
    // Some packages are programs, made for one system.
    [process.platform, process.arch, process.versions.modules],
  )
  if (isUpToDate(marker, current) && packages.every(isLinked)) return
  await step('Installing packages (about a minute the first time)', async () => {
    rmSync(join(root, marker), { force: true })
    await install()
    remember(marker, current)
  })
}

function packagesIn(folder) {
  return readdirSync(join(root, folder))
    .map(name => `${folder}/${name}`)
    .filter(path => existsSync(join(root, path, 'package.json')))
}

/** Somebody may have cleaned a package without the top. */
function isLinked(path) {
  const manifest = JSON.parse(readFileSync(join(root, path, 'package.json'), 'utf8'))
  const needed = { ...manifest.dependencies, ...manifest.devDependencies }
  return Object.keys(needed).length === 0 || existsSync(join(root, path, 'node_modules'))
}

async function install() {
  const args = ['install', '--frozen-lockfile', '--config.confirmModulesPurge=false']
  const { hasFailed, output } = await run(...pnpm(args)).catch(error => {
    throw explain(`npx, which comes with Node, could not be run (${error.message}): install npm.`)
  })
  if (hasFailed) throw explain(`${lastLines(output)}\n${advice(output)}`)
}

function advice(output) {
  const known = advices.find(([pattern]) => pattern.test(output))
  return known ? known[1] : 'Installing the packages failed, as shown above: try again.'
}

const advices = [
  [
    /ERR_PNPM_OUTDATED_LOCKFILE/,
    'The lockfile does not fit the package.json files: run `npx -y pnpm install` with the version named in package.json and commit the lockfile.',
  ],
  [/ENOSPC/, 'The disk is full: make room and start again.'],
  [/EACCES|EPERM|EROFS/, 'The packages could not be written: check who owns this directory.'],
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|META_FETCH_FAIL/,
    'The package registry could not be reached: check the network (or npm’s proxy settings) and start again.',
  ],
]
