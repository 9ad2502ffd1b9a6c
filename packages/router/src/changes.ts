import { changeText } from '@parley/core/delivery/changeText'
import type { Delivery } from '@parley/core/delivery/delivery'
import { Following, follow, type Subscriber } from '@parley/core/delivery/follow'
import { tracked } from '@trpc/server'
import { outgoingError } from './errors.ts'
import { FramedSubscription, type Frames } from './frames.ts'

/** The changes of a person's conversations as a subscription. */
export function changesOf(
  delivery: Delivery,
  person: string,
  lastEventId: string | null | undefined,
  subscriber: Subscriber,
) {
  return new FramedSubscription(
    () => framesOf(new Following(delivery, person, lastEventId)),
    async function* () {
      try {
        const frames = follow(delivery, person, lastEventId, subscriber)
        for await (const { id, changes } of frames) yield tracked(id, changes)
      } catch (error) {
        throw outgoingError(error)
      }
    },
  )
}

function framesOf(following: Following): Frames {
  return {
    async start(onFilled) {
      try {
        await following.start(onFilled)
      } catch (error) {
        throw outgoingError(error)
      }
    },
    take() {
      const { id, changes } = following.take()
      return { id, json: `[${changes.map(changeText).join()}]` }
    },
    close: () => following.close(),
  }
}
