/** The message that a draft answers, as a text that is kept with it. */
import { type Message, message } from '@parley/protocol/message'

export function replyToText(replyTo: Message | undefined): string {
  return replyTo ? JSON.stringify(replyTo) : ''
}

/** What was kept by whatever release; nothing when it cannot be read. */
export function replyFromText(text: string): Message | undefined {
  try {
    return message.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
