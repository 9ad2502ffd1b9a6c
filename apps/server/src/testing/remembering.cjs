// Runs a program in one file with what V8 has made of it in earlier runs: reading it anew costs
// each start half of its processor time.

const { randomUUID } = require('node:crypto')
const { readFileSync, renameSync, writeFileSync } = require('node:fs')
const { createRequire } = require('node:module')
const { fileURLToPath } = require('node:url')
const { Script } = require('node:vm')

/** By then it has done what it does at every start. */
const startedWithinMs = 3000

/** @param {string} path of the program, as CommonJS */
module.exports = path => {
  const made = `${path}.made`
  const cachedData = readIfThere(made)
  const script = new Script(`(function (require, module) {${readFileSync(path, 'utf8')}\n})`, {
    filename: path,
    cachedData,
  })
  script.runInThisContext()(requireFrom(path), { exports: {} })
  if (!cachedData) setTimeout(() => keep(script.createCachedData(), made), startedWithinMs).unref()
}

/** What was `import` in the source may name files by their address. */
function requireFrom(path) {
  const own = createRequire(path)
  return Object.assign(id => own(/^file:/.test(id) ? fileURLToPath(id) : id), own)
}

function readIfThere(path) {
  try {
    return readFileSync(path)
  } catch {
    return undefined
  }
}

/** Whole or not at all: other processes may be about to read it. */
function keep(data, path) {
  const half = `${path}.${randomUUID()}`
  try {
    writeFileSync(half, data)
    renameSync(half, path)
  } catch {
    // No room, say: the next start reads the source again, and the program is none the worse.
  }
}
