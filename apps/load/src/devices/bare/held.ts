/**
 * What a bare device keeps so that it tells each message once and misses none: per
 * conversation the version up to which it knows all. A real client merges rows as well; that
 * would be the load's work and not the server's.
 */
import { setTimeout as pause } from 'node:timers/promises'
import * as z from 'zod/mini'

const wireChange = z.object({
  conversationId: z.string(),
  version: z.number(),
  head: z.optional(z.literal(true)),
  message: z.optional(z.object({ content: z.optional(z.object({ text: z.string() })) })),
})
export type WireChange = z.infer<typeof wireChange>

const catchUp = z.object({ changes: z.array(wireChange), version: z.number() })

interface HeldOptions {
  onMessage(text: string): void
  onFailed(reason: unknown): void
  changesSince(conversationId: string, version: number): Promise<unknown>
}

interface Known {
  /** All up to here. A conversation that was made for this run begins at 1. */
  held: number
  /** Known beyond a gap. */
  ahead: Set<number>
  wanted: number
  isHealing: boolean
}

/** How long the feed may take to close a gap by itself, as for the real client. */
const patienceMs = 300

export function createHeld({ onMessage, onFailed, changesSince }: HeldOptions) {
  const conversations = new Map<string, Known>()
  let heals = 0

  function knownOf(id: string): Known {
    let known = conversations.get(id)
    if (!known) {
      known = { held: 1, ahead: new Set(), wanted: 1, isHealing: false }
      conversations.set(id, known)
    }
    return known
  }

  /** Tells what is new of it; one that was known is not told again. */
  function learn(known: Known, { version, message }: WireChange): void {
    if (version <= known.held || known.ahead.has(version)) return
    if (message?.content) onMessage(message.content.text)
    if (version === known.held + 1) reach(known, version)
    else known.ahead.add(version)
  }

  async function heal(id: string, known: Known): Promise<void> {
    await pause(patienceMs)
    if (known.held < known.wanted) heals += 1
    while (known.held < known.wanted) {
      const { changes, version } = catchUp.parse(await changesSince(id, known.held))
      for (const change of changes) learn(known, change)
      if (version > known.held) reach(known, version)
    }
  }

  return {
    enter(changes: readonly WireChange[]): void {
      for (const change of changes) {
        const { conversationId: id, version, head } = change
        const known = knownOf(id)
        if (!head) learn(known, change)
        if (version > known.wanted) known.wanted = version
        if (known.held >= known.wanted || known.isHealing) continue
        known.isHealing = true
        heal(id, known)
          .catch(onFailed)
          .finally(() => {
            known.isHealing = false
          })
      }
    },
    /** How often the server had to be asked for what the feed did not bring. */
    heals: () => heals,
  }
}

function reach(known: Known, version: number): void {
  known.held = version
  while (known.ahead.delete(known.held + 1)) known.held += 1
  // Rare: what a catch-up has jumped over.
  if (known.ahead.size > 0)
    for (const one of known.ahead) if (one <= known.held) known.ahead.delete(one)
}
