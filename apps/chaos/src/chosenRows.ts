import { Misuse } from './options.ts'
import type { Row } from './row.ts'
import { rows } from './rows.ts'

/** @throws {Misuse} for a name that no row has */
export function chosenRows(names: string[]): Row[] {
  for (const name of names) {
    if (rows.some(row => row.name === name)) continue
    throw new Misuse(`There is no row ${name}; there are ${rows.map(row => row.name).join(', ')}.`)
  }
  return names.length === 0 ? rows : rows.filter(({ name }) => names.includes(name))
}
