/** `pnpm cluster [--nodes 3]`: a cluster on this machine until Ctrl-C. */
import { parseArgs } from 'node:util'
import { readEnv } from '@parley/server/env'
import { createLog } from '@parley/server/log'
import { type Step, stopOnSignal } from '@parley/server/stopOnSignal'
import { type Cluster, restartInTurn, startCluster } from './cluster.ts'

const most = 16

function sizeAsked(args: string[]): number {
  const { values } = parseArgs({ args, options: { nodes: { type: 'string', default: '2' } } })
  const size = /^\d{1,2}$/.test(values.nodes) ? Number(values.nodes) : 0
  if (size >= 1 && size <= most) return size
  throw new Error(`--nodes: expected a whole number from 1 to ${most}`)
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

function fail(problem: unknown): never {
  process.stderr.write(`${problem instanceof Error ? problem.message : String(problem)}\n`)
  process.exit(1)
}

function introduce({ url, nodes }: Cluster): void {
  say(`Parley is ready at ${url}`)
  for (const { name, whereabouts } of nodes) say(`  ${name}: ${whereabouts()}`)
  say(
    `Kill a node (kill -9 ${nodes[0]?.pid()}): its people go on with the others, and it comes back.`,
  )
  say(`Restart one after the other: kill -USR2 ${process.pid}. Stop: Ctrl-C.`)
}

async function main(args: string[]): Promise<void> {
  const size = sizeAsked(args)
  const env = readEnv(process.env)
  say(`Starting Postgres, Redis and ${size} nodes ...`)
  const starting = startCluster({ env, size, say, onFatal: fail })
  const started = starting.then(({ steps }) => void allSteps.push(...steps))
  started.catch(() => {}) // told below
  // Who stops it while it starts waits for that: half of it could be left behind.
  const allSteps: Step[] = [{ name: 'start', close: () => started, withinMs: 20_000 }]
  stopOnSignal(allSteps, createLog({ logLevel: 'warn' }))
  const cluster = await starting
  introduce(cluster)
  let restarting = Promise.resolve()
  process.on('SIGUSR2', () => {
    restarting = restarting.then(() => restartInTurn(cluster)).then(() => introduce(cluster), fail)
  })
}

main(process.argv.slice(2)).catch(fail)
