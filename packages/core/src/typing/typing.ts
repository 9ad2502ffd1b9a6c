import type { Bus } from '@parley/bus/bus'
import type { Sql } from '@parley/db/database'
import { typingPlace } from '@parley/db/queries/typing'
import type { SetTypingInput } from '@parley/protocol/chatInputs'
import { LRUCache } from 'lru-cache'
import type { MembersAt } from '../delivery/members.ts'
import { notFound } from '../notFound.ts'
import { createKeyboards, type Keyboard } from './keyboards.ts'

/** Who says on this node that they are typing. */
export interface Typing {
  /** Passes on that somebody types or has stopped, to the others in the conversation. */
  say(userId: string, input: SetTypingInput, keyboard?: Keyboard): Promise<void>
  /** They have sent what they were typing; whoever sees the message knows. */
  sent(userId: string, conversationId: string): void
  /** After so much silence nobody types any more. */
  readonly silenceMs: number
  now(): number
}

export interface TypingOptions {
  sql: Sql
  bus: Bus
  membersAt: MembersAt
  onError: (error: unknown) => void
  /** Milliseconds that only rise. */
  now?: () => number
  silenceMs?: number
}

/** Whoever claims for so long to be typing without a pause is not believed any more. */
const longestMs = 120_000
/** After such a pause it is another time. */
const pauseMs = 30_000
const spacingMs = 1000
const claimsMax = 20_000

/** Somebody says that they are typing in a conversation. */
interface Claim {
  userId: string
  conversationId: string
  since: number
  saidAt: number
  /** When the others were told, unless it is over for them. */
  toldAt: number | undefined
  /** Counts words, so that one that was overtaken is known. */
  words: number
  keyboard: Keyboard | undefined
}

export function createTyping({
  sql,
  bus,
  membersAt,
  onError,
  now = () => performance.now(),
  silenceMs = 6000,
}: TypingOptions): Typing {
  const claims = new LRUCache<string, Claim>({
    max: claimsMax,
    dispose: ({ keyboard }, key) => keyboard && keyboards.release(keyboard, key),
  })
  const keyboards = createKeyboards(key => {
    const claim = claims.peek(key)
    claims.delete(key)
    if (claim && isTold(claim)) tell(claim, false, 0).catch(onError)
  })

  /** The claim as it stands with one more word, and whether that is still the last one. */
  function word(userId: string, conversationId: string) {
    const key = keyOf(userId, conversationId)
    const at = now()
    const known = claims.get(key)
    const isTheSame = known && at - known.saidAt <= pauseMs
    const claim = isTheSame ? known : newClaim(userId, conversationId, at)
    if (!isTheSame) claims.set(key, claim)
    claim.saidAt = at
    claim.words += 1
    const mine = claim.words
    return { key, claim, isLast: () => claims.peek(key) === claim && claim.words === mine }
  }

  async function tell({ userId, conversationId }: Claim, typing: boolean, version: number) {
    const { userIds } = await membersAt(conversationId, version)
    const others = userIds.filter(id => id !== userId)
    bus.signal(others, { typing: { conversationId, userId, typing } })
  }

  function isTold({ toldAt }: Claim): boolean {
    return toldAt !== undefined && now() - toldAt < silenceMs
  }

  function holdBy(keyboard: Keyboard, claim: Claim, key: string): void {
    if (claim.keyboard && claim.keyboard !== keyboard) keyboards.release(claim.keyboard, key)
    claim.keyboard = keyboard
    keyboards.hold(keyboard, key)
  }

  return {
    async say(userId, { conversationId, typing }, keyboard) {
      const { key, claim, isLast } = word(userId, conversationId)
      const place = await typingPlace(sql, conversationId, userId)
      if (!place && isLast()) claims.delete(key)
      if (!place) throw notFound('conversation')
      if (!isLast()) return
      const { membersVersion, isBlocked } = place
      const isOver = !typing || now() - claim.since >= longestMs
      if (!typing) claims.delete(key)
      if (isOver) {
        const wasTold = isTold(claim)
        claim.toldAt = undefined
        if (wasTold) await tell(claim, false, membersVersion)
        return
      }
      if (keyboard) holdBy(keyboard, claim, key)
      // The keyboard may be gone by now.
      if (!isLast()) return
      if (isBlocked || (claim.toldAt !== undefined && now() - claim.toldAt < spacingMs)) return
      claim.toldAt = now()
      await tell(claim, true, membersVersion)
    },
    sent(userId, conversationId) {
      claims.delete(keyOf(userId, conversationId))
    },
    silenceMs,
    now,
  }
}

function newClaim(userId: string, conversationId: string, since: number): Claim {
  const nothing = { toldAt: undefined, words: 0, keyboard: undefined }
  return { userId, conversationId, since, saidAt: since, ...nothing }
}

function keyOf(userId: string, conversationId: string): string {
  return `${conversationId} ${userId}`
}
