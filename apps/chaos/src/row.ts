/** One fault of the suite: what is done, what must hold, and the defence that is seen to hold it. */
export interface Row {
  /** As it is called on the command line, `node-killed`. */
  name: string
  /** For the report, in words. */
  fault: string
  invariant: string
  /** What `broken` takes away: without it the invariant must not hold. */
  defence: string
  /** The figure to beat, for the report. A miss is told there and fails nothing: machines differ. */
  aim?: string
  /** What a broken run has to complain of, so that it is red for the right reason. */
  symptom?: RegExp
  run(plan: Plan): Promise<Verdict>
}

export interface Plan {
  seed: number
  /** `short` fits among the tests, a few seconds; `long` is what the report tells of. */
  size: 'short' | 'long'
  /** The negative control: the harness is handed a dependency without the defence. */
  broken: boolean
  /** Tells what is being done. */
  say: (line: string) => void
}

export interface Verdict {
  /** What did not hold, in words; nothing when all is well. */
  problems: string[]
  /** Measured, for the report: `{ acknowledged: 10_000, lost: 0, 'p99 recovery ms': 812 }`. */
  figures: Record<string, number | string>
  /** Why it could not be run on this machine, in a sentence. */
  notRun?: string
}
