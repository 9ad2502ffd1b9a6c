import { describe } from '../profile/describe.ts'
import { saveProfile } from '../profile/save.ts'
import type { Contestant } from './contestant.ts'

/**
 * Profiles a server during an act that is not measured, since profiling slows it down.
 * @returns notes
 */
export async function profiled(
  name: string,
  { startProfile }: Contestant,
  act: () => Promise<unknown>,
): Promise<string[]> {
  const end = await startProfile()
  await act()
  const profile = await end()
  return [await saveProfile(name, profile), ...describe(profile)]
}
