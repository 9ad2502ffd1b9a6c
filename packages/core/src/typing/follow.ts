import type { Unsubscribe } from '@parley/bus/bus'
import { typingPlace } from '@parley/db/queries/typing'
import type { Typing } from '@parley/protocol/typing'
import type { Caller, Core } from '../core.ts'
import type { Subscriber } from '../delivery/follow.ts'
import { notFound } from '../notFound.ts'
import { Typists } from './typists.ts'

/** Who of the others types in a conversation, from now on until one leaves it. */
export async function* follow(
  core: Core,
  { userId }: Caller,
  conversationId: string,
  { signal, writable }: Subscriber,
): AsyncGenerator<Typing, void, undefined> {
  const { bus, sql, typing } = core
  const typists = new Typists(conversationId, userId, typing.silenceMs)
  let wake = () => {}
  const listening: Promise<Unsubscribe>[] = []
  const leave = () => wake()
  signal.addEventListener('abort', leave)
  try {
    // Heard before it is asked whether they take part, so that nobody is removed in between.
    listening.push(
      bus.hear(userId, said => {
        if ('typing' in said) typists.hear(said.typing, typing.now())
        wake()
      }),
      bus.subscribe(userId, change => {
        typists.see(change)
        wake()
      }),
    )
    await Promise.all(listening)
    if (!(await typingPlace(sql, conversationId, userId))) throw notFound('conversation')
    while (!signal.aborted && !typists.isOver) {
      for (const told of typists.take(typing.now())) {
        await writable()
        if (signal.aborted || typists.isOver) return
        yield told
      }
      await new Promise<void>(resolve => {
        const timer = setTimeout(resolve, Math.min(typists.dueAt() - typing.now(), longestWait))
        wake = () => {
          clearTimeout(timer)
          resolve()
        }
        if (signal.aborted || typists.isOver) wake()
      })
    }
  } finally {
    signal.removeEventListener('abort', leave)
    for (const one of listening) one.then(unsubscribe => unsubscribe()).catch(() => {})
  }
}

/** Timers know no infinity. */
const longestWait = 60_000
