/**
 * Dates in words, in the zone where the reader is now: they may travel while the page is open, and
 * a formatter stays for good in the zone it was made in.
 */
import { locale } from './locale.ts'

const winter = new Date(Date.UTC(2026, 0, 1))
const summer = new Date(Date.UTC(2026, 6, 1))

/** Differs wherever a traveller's clock would; the zone's name takes a thousand times as long. */
function placeNow(): number {
  return winter.getTimezoneOffset() * 10_000 + summer.getTimezoneOffset()
}

export function zoned(options: Intl.DateTimeFormatOptions): (moment: Date) => string {
  let madeIn: number | undefined
  let made: Intl.DateTimeFormat | undefined
  return moment => {
    const place = placeNow()
    if (!made || madeIn !== place) {
      made = new Intl.DateTimeFormat(locale, options)
      madeIn = place
    }
    return made.format(moment)
  }
}
