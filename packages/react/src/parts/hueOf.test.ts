import { expect, test } from 'vitest'
import { hueOf } from './hueOf.ts'

test('somebody keeps their hue, and whoever looks at the demo sees five', () => {
  expect(hueOf('usr_1')).toBe(hueOf('usr_1'))
  const demo = ['carla', 'diego', 'maria', 'noah', 'aisha'].map(as => hueOf(`usr_demo_${as}`))
  expect(new Set(demo).size).toBe(5)
})

test('all hues are given away, to about as many people', () => {
  const given = new Map<string, number>()
  for (let nth = 0; nth < 600; nth += 1) {
    const { name } = hueOf(`user-${nth * 7919}`)
    given.set(name, (given.get(name) ?? 0) + 1)
  }
  expect(given.size).toBe(6)
  for (const times of given.values()) expect(times).toBeGreaterThan(50)
})

test('an id may be anything, also nothing', () => {
  expect(hueOf('').name).toMatch(/^text-by-/)
  expect(hueOf('👷🏽‍♀️').name).toMatch(/^text-by-/)
})
