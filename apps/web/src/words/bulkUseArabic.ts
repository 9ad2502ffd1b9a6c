/** What an administrator reads of how bulk messages are used, in Arabic. */
import { arabic } from '@parley/react/words/arabic'
import {
  compact,
  counted,
  days,
  isolated,
  numbered,
  percentage,
  roughly,
} from '@parley/react/words/arabicText'
import type { BulkUseWords } from './bulkUseEnglish.ts'

export const bulkUseArabic: BulkUseWords = {
  title: count => `الرسائل الجماعية خلال ${counted(count, days)}`,
  failed: reason => `استخدام الرسائل الجماعية غير معروف: ${arabic.reasons[reason]}.`,
  none: 'لم يرسل أحد رسائل جماعية في هذه المدة.',
  number: numbered,
  tick: compact,
  share: (part, whole) => (whole === 0 ? '–' : percentage(part / whole, 1)),

  chart: 'المستلمون في كل يوم',
  chartSays: (sent, failed, count) =>
    `المستلمون في كل يوم خلال ${counted(count, days)}: أُرسل إلى ${numbered(sent)} وتعذّر لدى ${numbered(failed)} إجمالًا. وأرقام كل يوم في الجدول أدناه.`,
  sent: 'أُرسلت',
  notSent: 'تعذّرت',
  dayHas: (day, sent, failed) =>
    `${isolated(day)}: أُرسلت ${numbered(sent)}، وتعذّرت ${numbered(failed)}`,
  asTable: 'الأرقام نفسها في جدول',
  days: 'الرسائل الجماعية حسب اليوم',

  contractors: 'حسب مقدّم الخدمة',
  columns: {
    day: 'اليوم',
    contractor: 'مقدّم الخدمة',
    broadcasts: 'الرسائل الجماعية',
    recipients: 'المستلمون',
    sent: 'أُرسلت',
    failed: 'تعذّرت',
    share: 'نسبة التعذّر',
    last: 'الأخيرة',
  },
  failures: 'لماذا تعذّر بعضها',
  took: ({ p50, p95 }) =>
    `انتهى نصفها خلال ${roughly(p50)} ث، و${percentage(0.95, 0)} منها خلال ${roughly(p95)} ث.`,
}
