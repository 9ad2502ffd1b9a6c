import type { Outcome } from '../scenario.ts'
import { type Needs, objectionsToMachine } from './objections.ts'

interface Judged extends Outcome {
  /** Why the figures are not the servers'. */
  objections: string[]
}

/**
 * Figures only from a machine that is large enough and has nothing else to do; otherwise a
 * sentence that says so. With `evenIfBusy` they are told all the same, with the sentence.
 */
export async function unlessBusy(
  evenIfBusy: boolean,
  needs: Needs,
  run: () => Promise<Judged>,
): Promise<Outcome> {
  const before = await objectionsToMachine(needs)
  if (before.length > 0 && !evenIfBusy) return refusal(before)
  const { figures, notes, objections } = await run()
  const all = [...before, ...objections]
  if (all.length === 0) return { figures, notes }
  if (!evenIfBusy) return refusal(all)
  return { figures, notes: [...notes, ...all.map(one => `Do not trust these figures. ${one}`)] }
}

function refusal(objections: string[]): Outcome {
  const [first = ''] = objections
  return {
    figures: [],
    notes: [`No figures. ${first} (--even-if-busy prints them.)`],
    refused: true,
  }
}
