import { expect, test } from 'vitest'
import { createTurns } from './turns.ts'

const refused = { reason: 'RATE_LIMITED', retryAfterMs: expect.any(Number) }

/** Acts that are held until they are let go, and who of them is at work. */
function held() {
  const atWork: { userId: string; release(): void }[] = []
  const act = (userId: string) => () =>
    new Promise<string>(resolve => {
      const one = {
        userId,
        release() {
          atWork.splice(atWork.indexOf(one), 1)
          resolve(userId)
        },
      }
      atWork.push(one)
    })
  const working = () => atWork.map(({ userId }) => userId)
  const until = (expected: string[]) => expect.poll(working, { interval: 1 }).toEqual(expected)
  return { act, until, release: () => atWork[0]?.release() }
}

test('[P8] one of each person is at work, few of all, and the others wait for their turn', async () => {
  const turn = createTurns({ atOnce: 2, perPerson: 3, waiting: 5 })
  const { act, until, release } = held()
  const asked = ['ann', 'ann', 'ann', 'bob', 'cleo'].map(one => turn(one, act(one)))
  await until(['ann', 'bob'])
  await expect(turn('ann', act('ann'))).rejects.toMatchObject(refused)
  release()
  await until(['bob', 'cleo'])
  release()
  await until(['cleo', 'ann'])
  release()
  release()
  await until(['ann'])
  release()
  expect(await Promise.all(asked)).toEqual(['ann', 'ann', 'ann', 'bob', 'cleo'])
})

test('[P8] whoever would be the last of a long line is refused; those in it are not', async () => {
  const turn = createTurns({ atOnce: 1, perPerson: 2, waiting: 2 })
  const { act, until, release } = held()
  const asked = ['ann', 'bob', 'cleo'].map(one => turn(one, act(one)))
  await until(['ann'])
  await expect(turn('dora', act('dora'))).rejects.toMatchObject(refused)
  for (const next of [['bob'], ['cleo'], []]) {
    release()
    await until(next)
  }
  await Promise.all(asked)
  const again = turn('dora', act('dora'))
  await until(['dora'])
  release()
  expect(await again).toBe('dora')
})

test('[P8] what fails gives its turn to the next', async () => {
  const turn = createTurns({ atOnce: 1, perPerson: 1, waiting: 1 })
  await expect(turn('ann', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await turn('ann', async () => 'yes')).toBe('yes')
})
