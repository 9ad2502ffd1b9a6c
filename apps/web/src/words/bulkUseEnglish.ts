/** What an administrator reads of how bulk messages are used, in English. */
import type { Reason } from '@parley/protocol/reasons'
import { counted, numbered } from '@parley/react/words/counted'
import { words } from './words.ts'

const compact = new Intl.NumberFormat('en', { notation: 'compact' })
const percent = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 1 })
const seconds = new Intl.NumberFormat('en', { maximumSignificantDigits: 2 })

export const bulkUseEnglish = {
  title: (days: number) => `Bulk messages, last ${counted(days, 'day', 'days')}`,
  failed: (reason: Reason) => `How bulk messages are used is not known: ${words.reasons[reason]}.`,
  none: 'Nobody has sent bulk messages in this time.',
  number: numbered,
  tick: (value: number) => compact.format(value),
  share: (part: number, whole: number) => (whole === 0 ? '–' : percent.format(part / whole)),

  chart: 'Recipients per day',
  chartSays: (sent: number, failed: number, days: number) =>
    `Recipients per day over ${counted(days, 'day', 'days')}: ${numbered(sent)} sent and ${numbered(failed)} failed in all. The figures of each day are in the table below.`,
  sent: 'Sent',
  notSent: 'Failed',
  dayHas: (day: string, sent: number, failed: number) =>
    `${day}: ${numbered(sent)} sent, ${numbered(failed)} failed`,
  asTable: 'The same as a table',
  days: 'Bulk messages by day',

  contractors: 'By contractor',
  columns: {
    day: 'Day',
    contractor: 'Contractor',
    broadcasts: 'Bulk messages',
    recipients: 'Recipients',
    sent: 'Sent',
    failed: 'Failed',
    share: 'Share failed',
    last: 'Last',
  },
  failures: 'Why some failed',
  took: ({ p50, p95 }: { p50: number; p95: number }) =>
    `Half of them were finished within ${seconds.format(p50)} s, 95% within ${seconds.format(p95)} s.`,
}

/** What every catalogue of it has. */
export type BulkUseWords = typeof bulkUseEnglish
