import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { createPromptness } from './promptness.ts'

test('what is late is waited for once, until it has been seen to be in time again', async () => {
  const promptly = createPromptness(30)
  let answers: (() => void)[] = []
  const slowly = () => new Promise<string>(resolve => answers.push(() => resolve('slow')))
  expect(await promptly(async () => 'quick')).toBe('quick')
  expect(await promptly(slowly)).toBeUndefined()
  // Nobody waits from here on, and one at a time tries.
  expect(await promptly(slowly)).toBeUndefined()
  expect(answers).toHaveLength(1)
  for (const answer of answers) answer()
  answers = []
  await pause(0)
  expect(await promptly(slowly)).toBeUndefined()
  expect(answers).toHaveLength(1)
  await pause(60)
  for (const answer of answers) answer()
  await pause(0)
  expect(await promptly(async () => 'quick')).toBeUndefined()
  await pause(0)
  expect(await promptly(async () => 'quick')).toBe('quick')
})

test('an answer that this node was only too busy to read is in time', async () => {
  const promptly = createPromptness(20)
  const answering = promptly(() => new Promise<string>(resolve => setImmediate(resolve, 'quick')))
  const until = performance.now() + 50
  while (performance.now() < until);
  expect(await answering).toBe('quick')
})

test('what could not be asked is not waited for the next time', async () => {
  const promptly = createPromptness(1000)
  expect(await promptly(async () => undefined)).toBeUndefined()
  expect(await promptly(async () => 'tried')).toBeUndefined()
  await pause(0)
  expect(await promptly(async () => 'quick')).toBe('quick')
})
