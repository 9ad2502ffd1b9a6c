import { expect, test } from 'vitest'
import { comparison, type Report } from './compare.ts'
import { table } from './table.ts'

const machine = { date: '2026-11-01', commit: 'abc', cores: 2 }
const figure = { what: 'messages', value: 8000, unit: '/s', peer: 2000 }
const run: Report = {
  machine,
  options: { pairs: 100 },
  results: [{ name: 'pairs', figures: [figure] }],
}

test('two runs stand side by side, figure by figure', () => {
  const after = {
    ...run,
    machine: { ...machine, date: '2026-11-02' },
    results: [
      {
        name: 'pairs',
        figures: [
          { ...figure, value: 10_000 },
          { what: 'late', value: 1.5, unit: 'ms' },
        ],
      },
    ],
  }
  expect(comparison(run, after).split('\n')).toEqual([
    'A: 2026-11-01, Parley abc',
    'B: 2026-11-02, Parley abc',
    '',
    'pairs',
    '                                 A         B   B / A',
    '  messages                 8000 /s  10000 /s  1.25 x',
    '  messages: the peer       2000 /s   2000 /s  1.00 x',
    "  messages: to the peer's      4 x       5 x  1.25 x",
    '  late                           -   1.50 ms',
  ])
})

test('runs of another machine or with other options say so', () => {
  const other = { ...run, machine: { ...machine, cores: 8 }, options: { pairs: 200 } }
  const lines = comparison(run, other).split('\n')
  expect(lines[2]).toBe('Not of the same machine: cores 2 and 8.')
  expect(lines[3]).toBe('Not of the same options: pairs 100 and 200.')
})

test('a figure stands beside the peer, its multiple and its target', () => {
  const lines = table({
    name: 'pairs',
    about: 'all',
    figures: [
      { what: 'messages', value: 8000, peer: 2000, unit: '/s', ratio: { atLeast: 4 } },
      { what: 'CPU', value: 50, peer: 100, unit: 'ms', ratio: { atMost: 0.25 } },
      { what: 'rate', value: 4000, unit: '/s', least: 4900 },
    ],
    notes: [],
  }).split('\n')
  expect(lines).toEqual([
    '',
    'pairs: all',
    '             Parley     peer',
    '  messages  8000 /s  2000 /s  4.00 x  >= 4 x      ok',
    '  CPU         50 ms   100 ms  0.50 x  <= 0.25 x   missed',
    '  rate      4000 /s                   >= 4900 /s  missed',
  ])
})
