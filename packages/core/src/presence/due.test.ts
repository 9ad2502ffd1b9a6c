import { expect, test } from 'vitest'
import { Due } from './due.ts'
import { Watching } from './watching.ts'

const people = (count: number) => Array.from({ length: count }, (_, index) => `person ${index}`)
const watching = (viewer: string, count: number) => new Watching(viewer, people(count), () => {})

test('[P9] who watches many does not keep the others waiting', () => {
  const due = new Due()
  const many = Array.from({ length: 20 }, () => watching('mallory', 200))
  const others = ['ann', 'bob'].map(viewer => watching(viewer, 3))
  for (const one of [...many, ...others]) due.add(one, one.targets)
  const rounds: string[][] = []
  while (!due.isEmpty) {
    const taken = new Map<Watching, Set<string>>()
    due.takeInto(taken, 2000)
    rounds.push([...taken.keys()].map(({ viewer }) => viewer))
  }
  expect(rounds[0]).toEqual(['mallory', 'mallory', 'ann', 'bob'])
  expect(rounds).toHaveLength(10)
})
