/** Figures as lines for the terminal. */
import { type Figure, isMissed, type Result, ratioOf } from '../scenario.ts'
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
    { text: figure.what, isNumber: false },
    { text: inUnit(figure.value, figure.unit), isNumber: true },
    { text: besidePeer(figure), isNumber: true },
    { text: wanted(figure), isNumber: false },
    { text: verdict(figure), isNumber: false },
  ])
  const widths = [0, 1, 2, 3, 4].map(column =>
    Math.max(0, ...rows.map(row => row[column]?.text.length ?? 0)),
  )
  const lines = rows.map(row => {
    const cells = row.map(({ text, isNumber }, column) => {
      const width = widths[column] ?? 0
      return isNumber ? text.padStart(width) : text.padEnd(width)
    })
    return `  ${cells.filter((_, column) => widths[column] !== 0).join('  ')}`.trimEnd()
  })
  return [`\n${name}: ${about}`, ...lines, ...notes.map(note => `  ${note}`)].join('\n')
}

function besidePeer(figure: Figure): string {
  const ratio = ratioOf(figure)
  if (figure.peer === undefined || ratio === undefined) return ''
  return `peer ${inUnit(figure.peer, figure.unit)}  ${ratio.toFixed(2).padStart(6)} x`
}

function wanted({ target, least, ratio, unit }: Figure): string {
  const bounds = [
    target !== undefined && `<= ${inUnit(target, unit)}`,
    least !== undefined && `>= ${inUnit(least, unit)}`,
    ratio !== undefined && ('atLeast' in ratio ? `>= ${ratio.atLeast} x` : `<= ${ratio.atMost} x`),
  ]
  return bounds.filter(bound => bound !== false).join(', ')
}

function verdict(figure: Figure): string {
  if (wanted(figure) === '') return ''
  if (!isMissed(figure)) return 'ok'
  return figure.must ? 'WRONG' : 'missed'
}

function inUnit(value: number, unit: Figure['unit']): string {
  const digits = Number.isInteger(value) ? 0 : value < 10 ? 2 : 1
  return `${value.toFixed(digits)} ${unit}`.trim()
}
