/** A profile in a few lines, for the terminal. */
import type { Profile } from './profile.ts'
import { type Shares, summaryOf } from './summary.ts'

export function describe(profile: Profile, whose = 'The server'): string[] {
  const { busyMs, places, functions } = summaryOf(profile)
  const lines = (shares: Shares, most: number) =>
    shares
      .slice(0, most)
      .map(([name, ms]) => `  ${((ms / busyMs) * 100).toFixed(1).padStart(5)} %  ${name}`)
  return [
    `${whose} was busy for ${(busyMs / 1000).toFixed(2)} s:`,
    ...lines(places, 14),
    'in these functions:',
    ...lines(functions, 24),
  ]
}
