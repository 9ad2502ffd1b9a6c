import type { Outcome } from '../scenario.ts'
import { type Needs, objectionsToMachine } from './objections.ts'

export interface Judged extends Outcome {
  /** Why the figures are not the servers'. */
  objections: string[]
}

/**
 * Figures only from a machine that is large enough and has nothing else to do; otherwise a
 * sentence that says so. With `evenIfBusy` they are told all the same, with the sentences.
 */
export async function unlessBusy(
  evenIfBusy: boolean,
  needs: Needs,
  run: () => Promise<Judged>,
): Promise<Outcome> {
  const before = await objectionsToMachine(needs)
  if (before.length > 0 && !evenIfBusy) return refusal(before)
  const { objections, ...outcome } = await run()
  return judge(outcome, [...before, ...objections], evenIfBusy)
}

export function judge(outcome: Outcome, objections: string[], evenIfBusy: boolean): Outcome {
  if (objections.length === 0) return outcome
  if (!evenIfBusy) return refusal(objections)
  const warnings = objections.map(one => `Do not trust these figures. ${one}`)
  return { ...outcome, notes: [...outcome.notes, ...warnings] }
}

function refusal([first = '']: string[]): Outcome {
  const notes = [`No figures. ${first} (--even-if-busy prints them.)`]
  return { figures: [], notes, refused: true }
}
