/** A conversation that is longer than what is loaded at once, for those who scroll through it. */
import { beforeAll } from 'vitest'
import { apiOf } from './api.ts'
import type { Person } from './person.ts'
import type { useStage } from './stage.ts'

/** Of one to seven lines, so that no guess about heights is right. */
function textOf(number: number): string {
  return [`Message ${number}.`, ...Array(number % 7).fill('And so on.')].join('\n')
}

/** Between Noah and Diego, from "Message 1." on, before the tests of a file. */
export function useLongConversation(stage: ReturnType<typeof useStage>, howMany: number) {
  let conversationId = ''
  beforeAll(async () => {
    const { url } = stage.server()
    const [noah, diego] = [await apiOf(url, 'noah'), await apiOf(url, 'diego')]
    const about = { participantIds: ['usr_demo_diego'], jobId: 'demo_gutter' }
    conversationId = (await noah.chat.open.mutate(about)).id
    for (let number = 1; number <= howMany; number++) {
      await (number % 3 === 0 ? noah : diego).say(conversationId, textOf(number))
    }
  })
  return {
    id: () => conversationId,
    /** Noah has read so far. */
    async readTo(seq: number): Promise<void> {
      const noah = await apiOf(stage.server().url, 'noah')
      await noah.chat.markRead.mutate({ conversationId, seq })
    },
  }
}

export function heightOf({ log }: Person): Promise<number> {
  return log.evaluate(list => list.scrollHeight)
}

/** Whether all of a message is seen. */
export async function isInView({ log, bubble }: Person, text: string): Promise<boolean> {
  if ((await bubble(text).count()) === 0) return false
  const [view, message] = [await log.boundingBox(), await bubble(text).boundingBox()]
  if (!view || !message) return false
  return message.y >= view.y && message.y + message.height <= view.y + view.height
}
