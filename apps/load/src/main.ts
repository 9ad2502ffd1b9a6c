/**
 * `pnpm bench`: runs scenarios against servers that it starts itself, prints each figure
 * beside its target, and writes all of them down; or compares two runs.
 */
import { Misuse, type Options, readCommandLine, usage } from './options.ts'
import { comparison, readReport } from './report/compare.ts'
import { machine } from './report/machine.ts'
import { heading, table } from './report/table.ts'
import { writeReport } from './report/write.ts'
import { isMissed, type Result, type Scenario } from './scenario.ts'
import { chooseScenarios } from './scenarios.ts'
import { cleanUpAll } from './server/cleanUp.ts'

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}

async function main(): Promise<void> {
  const { names, options, out, help, compared } = readCommandLine(process.argv.slice(2))
  if (help) return say(usage)
  if (compared) {
    const [a, b] = compared
    return say(comparison(await readReport(a), await readReport(b)))
  }
  const scenarios = chooseScenarios(names)
  const here = machine()
  say(heading(here))
  const results: Result[] = []
  for (const scenario of scenarios) {
    const result = await attempt(scenario, options)
    say(table(result))
    results.push(result)
  }
  say(`\nWritten to ${await writeReport({ machine: here, options, results }, out)}`)
}

/** A scenario that fails leaves the others their turn. */
async function attempt(scenario: Scenario, options: Options): Promise<Result> {
  const { name } = scenario
  const about = scenario.about(options)
  try {
    const outcome = await scenario.run(options)
    const isWrong = outcome.figures.some(figure => figure.must && isMissed(figure))
    if (isWrong || outcome.refused) process.exitCode = 1
    return { name, about, ...outcome }
  } catch (error) {
    process.exitCode = 1
    const words = error instanceof Error ? (error.stack ?? error.message) : String(error)
    return { name, about, figures: [], notes: [`Failed: ${words}`] }
  }
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => cleanUpAll().finally(() => process.exit(1)))
}

// A server would go on without us.
process.once('uncaughtException', error => {
  process.stderr.write(`${error.stack}\n`)
  cleanUpAll().finally(() => process.exit(1))
})

main().catch((error: unknown) => {
  const words = error instanceof Misuse ? error.message : error
  process.stderr.write(`${words instanceof Error ? words.stack : words}\n`)
  process.exitCode = 1
})
