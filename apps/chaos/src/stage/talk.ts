/** Lets people talk: messages at a rate, some of them changed afterwards, chosen by the seed. */
import type { Person } from './person.ts'
import type { Stage } from './stage.ts'

interface Talk {
  perSecond: number
  /** How many acts on older messages there are for each message: edits, reactions, removals. */
  actsPerMessage?: number
  /** Each takes five seconds, in which it could be undone. */
  removals?: boolean
}

const beatMs = 20
const words = 'Could you come on Tuesday between nine and eleven? The tap still drips.'

export interface Talking {
  /** Everybody says something in each conversation at this moment. */
  burst(): void
  stop(): void
}

let tags = 0

/** Says something new. @returns its tag */
export function say(stage: Stage, person: Person, conversationId: string): string {
  tags += 1
  const tag = `#${tags}`
  person.send(conversationId, tag, words.slice(0, 5 + stage.random.below(60)))
  return tag
}

export function talk(
  stage: Stage,
  { perSecond, actsPerMessage = 0, removals = false }: Talk,
): Talking {
  const { people, random } = stage
  let due = 0
  let last = performance.now()
  const timer = setInterval(() => {
    const now = performance.now()
    due += ((now - last) * perSecond) / 1000
    last = now
    for (; due >= 1; due -= 1) {
      const person = random.pick(people)
      say(stage, person, random.pick(person.conversations))
      if (random() < actsPerMessage) changeSomething(stage, removals)
    }
  }, beatMs)
  return {
    burst() {
      for (const person of people) for (const id of person.conversations) say(stage, person, id)
    },
    stop: () => clearInterval(timer),
  }
}

const emojis = ['👍', '🎉']
let changes = 0

/** One act on a message that somebody sees; mostly a new one, so that acts meet each other. */
function changeSomething({ people, random, ledger }: Stage, removals: boolean): void {
  const person = random.pick(people)
  const conversationId = random.pick(person.conversations)
  const { messages } = person.view(conversationId)
  const standing = messages.filter(({ removedAt }) => removedAt === undefined)
  const own = standing.filter(({ senderId }) => senderId === person.userId)
  const dice = random.below(10)
  const recent = random.below(3) + 1
  const handle = person.client.conversation(conversationId)
  const by = { person: person.userId }
  if (dice < 4) {
    const message = standing.at(-recent)
    if (!message) return
    const emoji = random.pick(emojis)
    const on = random() < 0.6
    const done = handle.react(message.id, emoji, on)
    ledger.act({ ...by, kind: 'react', messageId: message.id, what: emoji, on }, done)
    return
  }
  const message = own.at(-recent)
  if (!message?.content) return
  changes += 1
  const tag = message.content.text.split(' ', 1)[0]
  const what = `${tag} changed ${changes}`
  if (dice < 9 || !removals) {
    const done = handle.edit(message.id, what)
    ledger.act({ ...by, kind: 'edit', messageId: message.id, what, on: true }, done)
  } else {
    const done = handle.remove(message.id)
    ledger.act({ ...by, kind: 'remove', messageId: message.id, what: '', on: true }, done)
  }
}
