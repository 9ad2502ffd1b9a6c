// Running what comes before the server, so that the terminal says in a line what is being done
// and how long it took, and in a sentence what to do when it fails.

import { spawn } from 'node:child_process'

/** An error whose message is all that a person should see of it. */
export function explain(sentence) {
  return Object.assign(new Error(sentence), { isExplained: true })
}

/** Ends the process with the sentence; anything unexplained is a mistake of ours. */
export function giveUp(error) {
  console.error(error.isExplained ? error.message : error)
  process.exit(1)
}

export async function step(saying, work) {
  const start = Date.now()
  console.log(`${saying} ...`)
  await work()
  console.log(`  done in ${((Date.now() - start) / 1000).toFixed(1)} s`)
}

/** Runs a program to its end and gives back what it printed, which nobody needs if it worked. */
export function run(program, args, options) {
  return new Promise((resolve, reject) => {
    const env = { ...(options.env ?? process.env), NO_COLOR: '1' }
    const child = spawn(program, args, { ...options, env, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', chunk => {
        output += chunk
      })
    child.once('error', reject)
    child.once('close', code => resolve({ hasFailed: code !== 0, output }))
  })
}

/** The end of what a failed program printed, indented, without the places in its own code. */
export function lastLines(output) {
  const lines = output.split('\n').filter(line => line.trim() && !/^\s+at /.test(line))
  return lines
    .slice(-15)
    .map(line => `  ${line}`)
    .join('\n')
}
