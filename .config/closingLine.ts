// Ends a test run with one line that people and scripts can rely on, `12 passed, 0 failed,
// 1 skipped`, after everything else that the run has to say; what was skipped stands before it.

import type { Reporter, TestModule, TestRunEndReason, TestSuite } from 'vitest/node'

type Outcome = { passed: number; failed: number; skipped: string[] }

export default function closingLine(): Reporter {
  // Without an end of the run, as when its set-up fails, nothing can have passed.
  let outcome: Outcome = { passed: 0, failed: 1, skipped: [] }
  let isWatching = false
  let isWhole = true
  return {
    onInit({ config }) {
      isWatching = config.watch
      // Whoever asks for a few tests by name knows that the others are skipped.
      isWhole = config.testNamePattern === undefined
      if (!isWatching) process.once('exit', code => say(withCode(outcome, code), isWhole))
    },
    onTestRunEnd(modules, errors, reason) {
      outcome = count(modules, errors.length, reason)
      if (isWatching) say(outcome, isWhole)
    },
  }
}

function count(modules: readonly TestModule[], errors: number, reason: TestRunEndReason): Outcome {
  const outcome: Outcome = { passed: 0, failed: errors, skipped: [] }
  for (const module of modules) {
    for (const suite of [module, ...module.children.allSuites()])
      if (hasFailedItself(suite)) outcome.failed++
    for (const test of module.children.allTests()) {
      const result = test.result()
      if (result.state === 'passed') outcome.passed++
      // Counted too: what was still running when the run was broken off, or its process died.
      else if (result.state === 'failed' || result.state === 'pending') outcome.failed++
      else {
        const why = result.note ? ` (${result.note})` : ''
        outcome.skipped.push(`${module.relativeModuleId} > ${test.fullName}${why}`)
      }
    }
  }
  if (reason !== 'passed' && outcome.failed === 0) outcome.failed++
  return outcome
}

/** A file that cannot be loaded, or a hook that throws: a failure that belongs to no test. */
const hasFailedItself = (suite: TestModule | TestSuite) => suite.errors().length > 0

/** Whatever made the process fail, such as a set-up that could not be taken down, counts. */
function withCode(outcome: Outcome, code: number): Outcome {
  return code !== 0 && outcome.failed === 0 ? { ...outcome, failed: 1 } : outcome
}

function say({ passed, failed, skipped }: Outcome, isWhole: boolean): void {
  const lines = isWhole ? skipped.map(name => `skipped: ${name}`) : []
  lines.push(`${passed} passed, ${failed} failed, ${skipped.length} skipped`)
  process.stdout.write(`${lines.join('\n')}\n`)
}
