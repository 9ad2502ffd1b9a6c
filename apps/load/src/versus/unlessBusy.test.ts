import { expect, test } from 'vitest'
import { objectionsTo, objectionsToOthers, objectionsToSize } from './objections.ts'
import { judge } from './unlessBusy.ts'

const needs = { memoryMiB: 1000, files: 1000 }
const enough = { system: 'linux', cores: 2, memoryMiB: 1000, files: 1000 }

test('a machine that is too small is told why', () => {
  expect(objectionsToSize(needs, enough)).toEqual([])
  const small = { system: 'darwin', cores: 1, memoryMiB: 999, files: 999 }
  expect(objectionsToSize(needs, small)).toEqual([
    'The processor time of each server is read from /proc, which only Linux has.',
    'This needs 2 cores, and there is 1.',
    'This needs 1000 MiB of memory, and 999 are free.',
    'This needs 1000 open files, and 999 are allowed (ulimit -n).',
  ])
})

test('other work on the machine is an objection above 15 % of its cores', () => {
  expect(objectionsToOthers(0.15)).toEqual([])
  expect(objectionsToOthers(0.5)).toEqual([
    'This machine was busy with other things before it began: they used 50 % of its cores.',
  ])
})

test('a load that was late by itself is an objection', () => {
  expect(objectionsTo({ name: 'It', othersShare: 0, latenessMs: 10 })).toEqual([])
  expect(objectionsTo({ name: 'It', othersShare: 0, latenessMs: 30 })).toEqual([
    'The load was late by itself with It, by 30 ms (p99): this machine is too small.',
  ])
})

const outcome = { figures: [{ what: 'a', value: 1, unit: 'ms' as const }], notes: ['a note'] }

test('with an objection there is a sentence instead of figures', () => {
  expect(judge(outcome, [], false)).toEqual(outcome)
  expect(judge(outcome, ['It was busy.', 'And small.'], false)).toEqual({
    figures: [],
    notes: ['No figures. It was busy. (--even-if-busy prints them.)'],
    refused: true,
  })
})

test('who asks for them all the same gets figures with a warning', () => {
  expect(judge(outcome, ['It was busy.'], true)).toEqual({
    figures: outcome.figures,
    notes: ['a note', 'Do not trust these figures. It was busy.'],
  })
})
