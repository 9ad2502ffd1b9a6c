/** Runs one row, and its control, to a judgement; what is thrown on the way is a problem too. */
import type { Plan, Row, Verdict } from './row.ts'

export interface Judgement extends Verdict {
  seconds: number
}

export async function attempt(row: Row, plan: Plan): Promise<Judgement> {
  const begun = performance.now()
  const verdict = await row.run(plan).catch((error: unknown) => ({
    problems: [error instanceof Error ? (error.stack ?? error.message) : String(error)],
    figures: {},
  }))
  return { ...verdict, seconds: Math.round((performance.now() - begun) / 100) / 10 }
}

/** Why a control proves nothing, or nothing when it is red and for the right reason. */
export function whyNoControl({ symptom = /./ }: Row, { problems, notRun }: Verdict) {
  if (notRun !== undefined || problems.some(problem => symptom.test(problem))) return undefined
  if (problems.length === 0) return 'stayed green without its defence'
  return `failed for another reason than ${symptom}: ${problems[0]}`
}
