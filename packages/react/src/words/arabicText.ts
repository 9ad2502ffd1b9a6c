/**
 * Numbers, lists and names in Arabic sentences. Digits are those of the reader's country, ١٢٣ in
 * Egypt and 123 in Morocco, or the browser's own choice where it names none. Catalogues of one language import only each
 * other: what the page has loaded already waits for them.
 */
const locale = globalThis.navigator?.languages.find(tag => /^ar\b/i.test(tag)) ?? 'ar'
const plural = new Intl.PluralRules('ar')
const number = new Intl.NumberFormat(locale)
const conjunction = new Intl.ListFormat(locale, { type: 'conjunction' })

/** Each has a form of its own in Arabic; `#` is the number. */
type Forms = Record<Intl.LDMLPluralRule, string>

export function numbered(count: number): string {
  return number.format(count)
}

export function counted(count: number, forms: Forms): string {
  return forms[plural.select(count)].replace('#', number.format(count))
}

/** Names go either way, and would turn what stands around them. */
export function isolated(text: string): string {
  return `\u2068${text}\u2069`
}

export function listed(items: readonly string[]): string {
  return conjunction.format(items.map(isolated))
}

export function percentage(share: number, digits: number): string {
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: digits }).format(
    share,
  )
}

export function compact(value: number): string {
  return new Intl.NumberFormat(locale, { notation: 'compact' }).format(value)
}

export function roughly(value: number): string {
  return new Intl.NumberFormat(locale, { maximumSignificantDigits: 2 }).format(value)
}

const one = (singular: string, dual: string, few: string, many: string, other: string): Forms => ({
  zero: `# ${other}`,
  one: singular,
  two: dual,
  few: `# ${few}`,
  many: `# ${many}`,
  other: `# ${other}`,
})

/** As the subject of a sentence, and (`…Of`) after a verbal noun or a preposition. */
export const people = one('شخص واحد', 'شخصان', 'أشخاص', 'شخصًا', 'شخص')
export const peopleOf = one('شخص واحد', 'شخصين', 'أشخاص', 'شخصًا', 'شخص')
export const messages = one('رسالة واحدة', 'رسالتان', 'رسائل', 'رسالة', 'رسالة')
export const messagesOf = one('رسالة واحدة', 'رسالتين', 'رسائل', 'رسالة', 'رسالة')
export const seconds = one('ثانية واحدة', 'ثانيتين', 'ثوانٍ', 'ثانية', 'ثانية')
export const characters = one('حرف واحد', 'حرفان', 'أحرف', 'حرفًا', 'حرف')
export const others = one('شخص آخر', 'شخصان آخران', 'آخرون', 'آخرون', 'آخرون')
export const customers = one('عميل واحد', 'عميلان', 'عملاء', 'عميلًا', 'عميل')
export const days = one('يوم واحد', 'يومين', 'أيام', 'يومًا', 'يوم')
export const rows = one('صف واحد', 'صفّين', 'صفوف', 'صفًا', 'صف')
export const sessions = one('جلسة واحدة', 'جلستين', 'جلسات', 'جلسة', 'جلسة')
export const connections = one('اتصال واحد', 'اتصالين', 'اتصالات', 'اتصالًا', 'اتصال')
export const results = one('نتيجة واحدة', 'نتيجتان', 'نتائج', 'نتيجة', 'نتيجة')
