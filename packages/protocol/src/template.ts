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

/** The text with its values, or the first variable that has none. */
export function render(text: string, values: Values): { text: string } | { missing: string } {
  let missing: string | undefined
  const rendered = text.replace(placeholder, (_, between: string) => {
    const name = between.trim()
    const value = isVariable(name) ? values[name] : undefined
    if (value === undefined) missing ??= name
    return value ?? ''
  })
  return missing === undefined ? { text: rendered } : { missing }
}

export function firstNameOf(name: string): string {
  return name.trim().split(/\s+/u)[0] ?? name
}
