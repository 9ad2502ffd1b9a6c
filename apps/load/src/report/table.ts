/** Figures as lines for the terminal. */
import { type Figure, isMissed, type Result } from '../scenario.ts'
import type { Machine } from './machine.ts'

export function heading(at: Machine): string {
  const { date, commit, node, cores, processor, memoryGiB, system, syncMs, loadBefore } = at
  const lines = [
    `Parley ${commit}, ${date.slice(0, 10)}, Node ${node}`,
    `${cores} cores (${processor}), ${memoryGiB} GiB, ${system}, fdatasync ${syncMs.toFixed(1)} ms`,
  ]
  if (loadBefore > cores / 2) {
    lines.push(
      `This machine is busy with other things (load ${loadBefore}): figures will be worse.`,
    )
  }
  return lines.join('\n')
}

export function table({ name, about, figures, notes }: Result): string {
  const rows = figures.map(figure => [
    figure.what,
    inUnit(figure.value, figure.unit),
    figure.target === undefined ? '' : `<= ${inUnit(figure.target, figure.unit)}`,
    verdict(figure),
  ])
  const [what = 0, value = 0, target = 0] = [0, 1, 2].map(column =>
    Math.max(0, ...rows.map(row => row[column]?.length ?? 0)),
  )
  const lines = rows.map(([a = '', b = '', c = '', d = '']) =>
    `  ${a.padEnd(what)}  ${b.padStart(value)}  ${c.padEnd(target)}  ${d}`.trimEnd(),
  )
  return [`\n${name}: ${about}`, ...lines, ...notes.map(note => `  ${note}`)].join('\n')
}

function verdict(figure: Figure): string {
  if (figure.target === undefined) return ''
  if (!isMissed(figure)) return 'ok'
  return figure.must ? 'WRONG' : 'missed'
}

function inUnit(value: number, unit: Figure['unit']): string {
  const digits = Number.isInteger(value) ? 0 : value < 10 ? 2 : 1
  return `${value.toFixed(digits)} ${unit}`.trim()
}
