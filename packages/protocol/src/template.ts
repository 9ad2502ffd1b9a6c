import { codePoints } from './text.ts'

/**
 * Texts with variables, like {{customer.firstName}}: a closed list, so that form, preview and
 * engine agree on what there is. Nothing else in a text means anything.
 */
export const variables = [
  'customer.name',
  'customer.firstName',
  'contractor.name',
  'contractor.firstName',
  'job.title',
  'job.type',
  'job.status',
  'job.place',
  'job.price',
] as const
export type Variable = (typeof variables)[number]

/** What stands for each; absent when there is nothing. */
export type Values = Readonly<Partial<Record<Variable, string>>>

/** Blanks are trimmed afterwards: a pattern that did so would try all ways to split a thousand. */
const placeholder = /\{\{([^{}]*)\}\}/g

function isVariable(name: string): name is Variable {
  return variables.some(variable => variable === name)
}

/** The names in a text, each once: those that there are, and those that there are not. */
export function variablesIn(text: string): { known: Variable[]; unknown: string[] } {
  const names = [...new Set([...text.matchAll(placeholder)].map(([, name = '']) => name.trim()))]
  return { known: names.filter(isVariable), unknown: names.filter(name => !isVariable(name)) }
}

/** A text taken apart once, to be filled in for many. */
export interface Template {
  /** What stands as it is, in between the names: one more than there are names. */
  between: readonly string[]
  names: readonly string[]
  /** How often each name occurs, in the order in which they first do. */
  uses: ReadonlyMap<string, number>
  /** Code points of what stands as it is. */
  length: number
}

export function templateOf(text: string): Template {
  const parts = text.split(placeholder)
  const between = parts.filter((_, at) => at % 2 === 0)
  const names = parts.filter((_, at) => at % 2 === 1).map(name => name.trim())
  const uses = new Map<string, number>()
  for (const name of names) uses.set(name, (uses.get(name) ?? 0) + 1)
  return { between, names, uses, length: codePoints(between.join('')) }
}

/** The first variable without a value, if there is one. */
export function missingIn({ uses }: Template, values: Values): string | undefined {
  for (const name of uses.keys()) if (valueFor(name, values) === undefined) return name
  return undefined
}

/** How many code points the text has with these values: a sum, without writing it. */
export function lengthOf({ uses, length }: Template, values: Values): number {
  let sum = length
  for (const [name, count] of uses) sum += count * codePoints(valueFor(name, values) ?? '')
  return sum
}

/** The text with its values. */
export function fill({ between, names }: Template, values: Values): string {
  const filled = names.map((name, at) => (valueFor(name, values) ?? '') + (between[at + 1] ?? ''))
  return (between[0] ?? '') + filled.join('')
}

function valueFor(name: string, values: Values): string | undefined {
  return isVariable(name) ? values[name] : undefined
}

export function firstNameOf(name: string): string {
  return name.trim().split(/\s+/u)[0] ?? name
}
