import type { Bus } from '@parley/bus/bus'
import { memoryBus } from '@parley/bus/memory'
import { expect, test } from 'vitest'
import { joinedBuses } from '../testing/joinedBuses.ts'
import { type Attending, createAttending } from './attending.ts'

/** One node's connections, with all that is told and written of them. */
function node(bus: Bus = memoryBus(), graceMs = 20) {
  const told: string[] = []
  const written: string[] = []
  const watched: Bus = {
    ...bus,
    async attend(person, here, most) {
      const isLet = await bus.attend(person, here, most)
      told.push(`${here.connections}/${here.away}${isLet ? '' : ' refused'}`)
      return isLet
    },
  }
  const attending = createAttending({
    bus: watched,
    lastSeen: {
      came: userId => void written.push(`${userId} came`),
      went: async userId => void written.push(`${userId} went`),
      close: async () => {},
    },
    onError: error => expect.fail(String(error)),
    graceMs,
    movedMs: 300,
  })
  return { attending, told, written }
}

async function entered(attending: Attending, most?: number) {
  const attended = await attending.enter('ann', most)
  if (!attended) throw new Error('was refused')
  return attended
}

const countOf = async (bus: Bus) => (await bus.attendances(['ann']))?.[0]

test('[P1] [P4] absolute numbers are told in order; coming and going is written', async () => {
  const { attending, told, written } = node()
  const one = await entered(attending)
  const two = await entered(attending)
  two.leave()
  two.leave()
  await expect.poll(() => told).toEqual(['1/0', '2/0', '1/0'])
  one.leave()
  await expect.poll(() => written).toEqual(['ann came', 'ann came', 'ann went'])
  expect(told).toEqual(['1/0', '2/0', '1/0', '0/0'])
})

test('[P2] what becomes away is told, and what came back before it was told is not', async () => {
  const { attending, told } = node()
  const one = await entered(attending)
  one.setAway(true)
  await expect.poll(() => told).toEqual(['1/0', '1/1'])
  one.setAway(false)
  one.setAway(true)
  await entered(attending)
  expect(told).toEqual(['1/0', '1/1', '2/1'])
})

test('[P3] who comes back within the grace was never gone', async () => {
  const { attending, told, written } = node(memoryBus(), 10_000)
  const one = await entered(attending)
  one.leave()
  const two = await entered(attending)
  two.setAway(true)
  await expect.poll(() => told).toEqual(['1/0', '1/0', '1/1'])
  expect(written).not.toContain('ann went')
})

test('[P1] what is said late of a connection that has gone does not touch those that came since', async () => {
  const bus = memoryBus()
  const { attending, told, written } = node(bus)
  const gone = await entered(attending)
  gone.leave()
  await expect.poll(() => written).toContain('ann went')
  const phone = await entered(attending)
  gone.setAway(true)
  gone.moves()
  const laptop = await entered(attending, 2)
  expect(await attending.enter('ann', 2)).toBeUndefined()
  laptop.leave()
  await expect.poll(() => told.at(-1)).toBe('1/0')
  expect(await countOf(bus)).toEqual({ connections: 1, away: 0 })
  phone.leave()
})

test('[P3] somebody away who goes does not seem to be back for the grace', async () => {
  const { attending, told } = node()
  const one = await entered(attending)
  one.setAway(true)
  one.leave()
  await expect.poll(() => told).toEqual(['1/0', '1/1', '0/0'])
})

test('[P13] one too many over all nodes is refused and counts for nothing', async () => {
  const { buses } = joinedBuses(2)
  const [first, second] = buses.map(bus => node(bus))
  const one = await entered(first!.attending, 2)
  await entered(second!.attending, 2)
  expect(await first!.attending.enter('ann', 2)).toBeUndefined()
  expect(await second!.attending.enter('ann', 2)).toBeUndefined()
  expect(await countOf(buses[0]!)).toEqual({ connections: 2, away: 0 })
  one.leave()
  // Also at once, while the one that left is still counted.
  expect(await second!.attending.enter('ann', 2)).toBeDefined()
  await expect.poll(() => countOf(buses[0]!)).toEqual({ connections: 2, away: 0 })
})

test('[P13] of many that come at the same moment as many are let in as there is room', async () => {
  const { attending } = node()
  const answers = await Promise.all(Array.from({ length: 10 }, () => attending.enter('ann', 4)))
  expect(answers.filter(Boolean)).toHaveLength(4)
})

test('[P14] what is asked to move makes room elsewhere, and its person stays', async () => {
  const { buses } = joinedBuses(2)
  const [leaving, next] = buses.map(bus => node(bus))
  const ones = [await entered(leaving!.attending, 3), await entered(leaving!.attending, 3)]
  for (const one of ones) one.moves()
  await expect.poll(() => leaving!.told.at(-1)).toBe('1/0')
  await entered(next!.attending, 3)
  await entered(next!.attending, 3)
  for (const one of ones) one.leave()
  await expect.poll(() => leaving!.told.at(-1)).toBe('0/0')
  expect(leaving!.told).toEqual(['1/0', '2/0', '1/0', '0/0'])
})

test('[P14] who may have one connection only moves with it', async () => {
  const { buses } = joinedBuses(2)
  const [leaving, next] = buses.map(bus => node(bus, 100))
  const one = await entered(leaving!.attending, 1)
  one.moves()
  one.leave()
  await expect.poll(() => leaving!.told, { interval: 5 }).toEqual(['1/0', '1/0'])
  await entered(next!.attending, 1)
  expect(next!.told).toEqual(['1/0'])
})

test('[P14] who does not turn up elsewhere is given longer than a reload takes', async () => {
  const { buses } = joinedBuses(2)
  const [leaving, next] = buses.map(bus => node(bus))
  const one = await entered(leaving!.attending)
  one.moves()
  const leftAt = performance.now()
  one.leave()
  await expect.poll(() => leaving!.told.at(-1), { interval: 5 }).toBe('0/0')
  expect(performance.now() - leftAt).toBeGreaterThan(250)
  const other = await entered(leaving!.attending)
  other.moves()
  other.leave()
  await entered(next!.attending)
  const cameAt = performance.now()
  await expect.poll(() => leaving!.told.at(-1), { interval: 5 }).toBe('0/0')
  expect(performance.now() - cameAt).toBeLessThan(200)
})

test('[P4] on closing everybody leaves, after the grace, and it is written', async () => {
  const bus = memoryBus()
  const { attending, told, written } = node(bus)
  await entered(attending)
  await entered(attending)
  await attending.close()
  expect(told.at(-1)).toBe('0/0')
  expect(await countOf(bus)).toEqual({ connections: 0, away: 0 })
  expect(written.at(-1)).toBe('ann went')
})
