/** Figures as lines for the terminal. */
import { type Figure, isMissed, type Result, ratioOf } from '../scenario.ts'
import { columns } from './columns.ts'
import { inUnit } from './inUnit.ts'
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
    figure.peer === undefined ? '' : inUnit(figure.peer, figure.unit),
    multiple(figure),
    wanted(figure),
    verdict(figure),
  ])
  const hasPeer = figures.some(({ peer }) => peer !== undefined)
  const lines = columns(hasPeer ? [['', 'Parley', 'peer', '', '', ''], ...rows] : rows)
  return [`\n${name}: ${about}`, ...lines, ...notes.map(note => `  ${note}`)].join('\n')
}

function multiple(figure: Figure): string {
  const ratio = ratioOf(figure)
  return ratio === undefined ? '' : `${ratio.toFixed(2)} x`
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
