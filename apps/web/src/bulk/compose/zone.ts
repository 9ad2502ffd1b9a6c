import { locale } from '@parley/react/time/locale'

/** Where whoever looks is now, as IANA names it: they may travel while the page is open. */
export function zoneHere(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone
}

/** As people call it then: in summer another one than in winter. */
export function zoneName(then: Date): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZoneName: 'long' }).formatToParts(then)
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? ''
}
