import type { Options } from '../options.ts'
import type { Scenario } from '../scenario.ts'
import type { Needs } from './objections.ts'
import { type Contestants, openContestants } from './openContestants.ts'
import { type Judged, unlessBusy } from './unlessBusy.ts'

/** What is measured of Parley and the peer, once both run. */
export interface Versus extends Pick<Scenario, 'name' | 'about'> {
  needs(options: Options): Needs
  measure(contestants: Contestants, options: Options): Promise<Judged>
}

export function versusScenario({ name, about, needs, measure }: Versus): Scenario {
  return {
    name,
    about,
    run: options =>
      unlessBusy(options.evenIfBusy, needs(options), async () => {
        await using contestants = await openContestants()
        return await measure(contestants, options)
      }),
  }
}
