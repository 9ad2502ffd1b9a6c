import { locale } from '@parley/react/time/locale'

/**
 * When a broadcast goes out: in the zone in which it was scheduled, and, where that is another
 * one, where the reader is.
 */
export function dueText(
  dueAt: string,
  zone: string | undefined,
  reader = new Intl.DateTimeFormat().resolvedOptions().timeZone,
): { meant: string; here?: string } {
  const at = new Date(dueAt)
  const here = clock(reader).format(at)
  const meant = zone === undefined ? here : inZone(at, zone)
  return meant === undefined || meant === here ? { meant: here } : { meant, here }
}

/** Nothing for a zone that this browser has not heard of. */
function inZone(at: Date, zone: string): string | undefined {
  try {
    return clock(zone).format(at)
  } catch {
    return undefined
  }
}

function clock(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone,
  })
}
