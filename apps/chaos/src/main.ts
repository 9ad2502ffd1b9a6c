/**
 * `pnpm chaos`: breaks things on purpose, and compares what was acknowledged, what Postgres
 * holds and what everybody shows. Ends with 1 when something did not hold.
 */
import { cleanUpAll } from '@parley/load/cleanUp'
import { machine } from '@parley/load/machine'
import { attempt, whyNoControl } from './attempt.ts'
import { chosenRows } from './chosenRows.ts'
import { Misuse, readCommandLine, usage } from './options.ts'
import { linesOf } from './report/lines.ts'
import { writeReport } from './report/reliability.ts'
import { keepResult } from './report/results.ts'
import type { Plan, Row } from './row.ts'

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}

const options = readOptions()

async function main(): Promise<void> {
  const rows = chosenRows(options.names)
  if (options.help) return say(usage)
  if (options.list) return say(rows.map(row => `${row.name.padEnd(24)}${row.fault}`).join('\n'))
  if (options.report && options.size === 'short') return say(`Written to ${await writeReport()}`)
  let well = true
  for (const row of rows) well = (await run(row)) && well
  if (options.report) say(`\nWritten to ${await writeReport()}`)
  say(well ? '\nEverything held.' : '\nNot everything held.')
  process.exitCode = well ? 0 : 1
}

async function run(row: Row): Promise<boolean> {
  const { seed, size } = options
  const plan: Plan = { seed, size, broken: false, say: line => say(`    ${line}`) }
  const here = machine()
  say(`\n${row.name}: ${row.fault}\n  ${row.invariant}`)
  const verdict = await attempt(row, plan)
  say(linesOf(verdict))
  const known = { row: row.name, command: commandFor(row), machine: here, seed, verdict }
  const holds = verdict.problems.length === 0
  if (!options.controls) {
    await keepResult(known, size)
    return holds
  }
  say(`  without its defence, ${row.defence}`)
  // It has to turn red and no more: the small load is enough.
  const control = await attempt(row, { ...plan, size: 'short', broken: true })
  const noControl = whyNoControl(row, control)
  say(noControl ? `  CONTROL ${noControl}` : `  red, as it must be: ${control.problems[0]}`)
  await keepResult({ ...known, control, ...(noControl && { noControl }) }, size)
  return holds && noControl === undefined
}

function commandFor({ name }: Row): string {
  const { seed, size, controls } = options
  return `pnpm chaos ${name} --${size}${controls ? ' --controls' : ''} --seed ${seed}`
}

function readOptions() {
  try {
    return readCommandLine(process.argv.slice(2))
  } catch (error) {
    if (!(error instanceof Misuse)) throw error
    process.stderr.write(`${error.message}\n`)
    return process.exit(1)
  }
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => cleanUpAll().finally(() => process.exit(1)))
}

await main().catch((error: unknown) => {
  const words = error instanceof Misuse ? error.message : error
  process.stderr.write(`${words instanceof Error ? words.stack : words}\n`)
  process.exitCode = 1
})
await cleanUpAll()
process.exit()
