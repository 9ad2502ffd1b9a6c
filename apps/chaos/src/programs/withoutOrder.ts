/** A node that tells the others who is there some time later, in whatever order that comes to. */
import { setTimeout as pause } from 'node:timers/promises'
import { redisBus } from '@parley/bus/redisBus'
import { createRandom } from '../random.ts'
import { runNode } from './runNode.ts'

const random = createRandom(Number(process.env.CHAOS_SEED ?? 1))
async function run() {
  const bus = await redisBus({ url: process.env.REDIS_URL ?? '' })
  await runNode({
    bus: {
      ...bus,
      async attend(person, here) {
        void pause(random.below(300)).then(() => bus.attend(person, here))
        return true
      },
    },
  })
}

run()
