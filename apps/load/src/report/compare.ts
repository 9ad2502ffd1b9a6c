/** Two runs side by side: `pnpm bench --compare A.json B.json`. */
import { readFile } from 'node:fs/promises'
import * as z from 'zod/mini'
import { Misuse } from '../options.ts'
import { columns } from './columns.ts'
import { inUnit } from './inUnit.ts'

const facts = z.record(z.string(), z.unknown())

const report = z.object({
  machine: facts,
  options: facts,
  results: z.array(
    z.object({
      name: z.string(),
      figures: z.array(
        z.object({
          what: z.string(),
          value: z.number(),
          unit: z.string(),
          peer: z.optional(z.number()),
        }),
      ),
    }),
  ),
})
export type Report = z.infer<typeof report>

/** @throws {Misuse} when it is not what a run has written */
export async function readReport(path: string): Promise<Report> {
  try {
    return report.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch (cause) {
    throw new Misuse(`${path} is not a file that pnpm bench has written.`, { cause })
  }
}

/** What says when and of what a run was, and so differs between any two. */
const ofTheRun = ['date', 'commit', 'loadBefore', 'syncMs']

export function comparison(a: Report, b: Report): string {
  const names = [...new Set([...a.results, ...b.results].map(({ name }) => name))]
  return [
    `A: ${a.machine.date}, Parley ${a.machine.commit}`,
    `B: ${b.machine.date}, Parley ${b.machine.commit}`,
    ...differences('machine', a.machine, b.machine),
    ...differences('options', a.options, b.options),
    ...names.flatMap(name => ['', name, ...columns(rowsOf(linesOf(a, name), linesOf(b, name)))]),
  ].join('\n')
}

type Facts = z.infer<typeof facts>

function differences(what: string, a: Facts, b: Facts): string[] {
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])]
  const different = keys
    .filter(key => !ofTheRun.includes(key) && a[key] !== b[key])
    .map(key => `${key} ${a[key] ?? '-'} and ${b[key] ?? '-'}`)
  return different.length === 0 ? [] : [`Not of the same ${what}: ${different.join(', ')}.`]
}

interface Line {
  value: number
  unit: string
}

/** Each figure of a scenario by its name; one with a peer is three. */
function linesOf({ results }: Report, name: string): Map<string, Line> {
  const lines = new Map<string, Line>()
  for (const { what, value, unit, peer } of results.find(one => one.name === name)?.figures ?? []) {
    lines.set(what, { value, unit })
    if (peer === undefined || peer === 0) continue
    lines.set(`${what}: the peer`, { value: peer, unit })
    lines.set(`${what}: to the peer's`, { value: value / peer, unit: 'x' })
  }
  return lines
}

function rowsOf(a: Map<string, Line>, b: Map<string, Line>): string[][] {
  const all = [...new Set([...a.keys(), ...b.keys()])]
  const shown = (line: Line | undefined) => (line ? inUnit(line.value, line.unit) : '-')
  return [
    ['', 'A', 'B', 'B / A'],
    ...all.map(what => {
      const [before, after] = [a.get(what), b.get(what)]
      const ratio = before && after && before.value !== 0 ? after.value / before.value : undefined
      return [what, shown(before), shown(after), ratio === undefined ? '' : `${ratio.toFixed(2)} x`]
    }),
  ]
}
