/** Numbers in sentences, for every catalogue of words. */
const plural = new Intl.PluralRules('en')
const number = new Intl.NumberFormat('en')

export function numbered(count: number): string {
  return number.format(count)
}

export function counted(count: number, one: string, other: string): string {
  return `${number.format(count)} ${plural.select(count) === 'one' ? one : other}`
}
