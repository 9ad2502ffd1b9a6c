/** A node whose clock may be wrong, and that counts limits by its own minutes. */
import '../faults/wrongClock.ts'

async function run() {
  const { redisBus } = await import('@parley/bus/redisBus')
  const { runNode } = await import('./runNode.ts')

  const bus = await redisBus({ url: process.env.REDIS_URL ?? '' })

  await runNode({
    bus: {
      ...bus,
      spend(budget, person) {
        const minute = Math.floor(Date.now() / 60_000)
        return bus.spend({ ...budget, name: `${budget.name} ${minute}` }, person)
      },
    },
  })
}

run()
