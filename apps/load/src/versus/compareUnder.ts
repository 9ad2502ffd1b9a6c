/**
 * Runs a load against several contestants by turns, in one run, and compares at the end what
 * was sent, stored and delivered.
 */
import { postgresOf } from '../measure/postgres.ts'
import type { Contestant } from './contestant.ts'
import type { Conversation } from './conversation.ts'
import { division } from './division.ts'
import type { Driver } from './drivers.ts'
import { mistakesOf } from './mistakes.ts'
import { profiled } from './profiled.ts'
import { openSide, type Side } from './side.ts'
import { inTurns, type Measured, type Turn } from './windows.ts'

interface Comparison {
  contestants: readonly Contestant[]
  /** New ones for each contestant, since two of them may share a database. */
  conversations(): Conversation[]
  driverOf(side: Side): Driver
  rounds: number
  seconds: number
  /** After so long without any news, what is missing counts as lost. */
  patienceMs?: number | undefined
  /** Profiles Parley once more afterwards, under this name. */
  profile?: string | undefined
}

export interface Compared {
  /** In the order of the contestants. */
  measured: Measured[]
  notes: string[]
}

/** @throws when a server was wrong */
export async function compareUnder({
  contestants,
  conversations,
  driverOf,
  patienceMs,
  profile,
  ...length
}: Comparison): Promise<Compared> {
  const sides: Side[] = []
  try {
    for (const one of contestants) sides.push(await openSide(one, conversations(), patienceMs))
    const turns = sides.map(side => ({ side, drive: driverOf(side) }))
    const measured = await inTurns({
      turns,
      postgres: await postgresOf(contestants[0]?.sql),
      ...length,
    })
    const [first] = turns
    const profileNotes = profile && first ? await profiledTurn(profile, first, length.seconds) : []
    return {
      measured,
      notes: [await agreement(sides), ...measured.map(division), ...profileNotes],
    }
  } finally {
    for (const side of sides) await side.close()
  }
}

async function profiledTurn(name: string, { side, drive }: Turn, seconds: number) {
  return await profiled(name, side.contestant, async () => {
    await drive(seconds)
    await side.settled()
  })
}

async function agreement(sides: readonly Side[]): Promise<string> {
  const counts: string[] = []
  const mistakes: string[] = []
  for (const side of sides) {
    const { messages, refused, wrong } = await side.compare()
    const { name } = side.contestant
    mistakes.push(...mistakesOf(name, wrong, side.failures))
    counts.push(`${messages.toLocaleString('en')} messages of ${name}`)
    if (refused.count > 0) {
      const count = refused.count.toLocaleString('en')
      counts.push(`${count} of them refused by it (the first with ${refused.reason})`)
    }
    if (side.heals() > 0) counts.push(`${side.heals()} times asked for what the feed left out`)
  }
  if (mistakes.length > 0) throw new WrongAnswers(mistakes.join('\n'))
  return `Sent, stored and delivered agree: ${counts.join(', ')}.`
}

class WrongAnswers extends Error {
  override name = 'WrongAnswers'
}
