import type { Failure } from '@parley/protocol/bulk'
import { isolated } from '@parley/react/words/arabicText'
import type { FailureWords } from './failureEnglish.ts'

const why: Record<Failure, string> = {
  UNKNOWN_PERSON: 'لا أحد بهذا المعرّف.',
  NOT_A_CUSTOMER: 'ليس من العملاء.',
  BLOCKED: 'لم تصل.',
  OPTED_OUT: 'لا رغبة في الرسائل الجماعية.',
  NO_RELATION: 'لا صلة بهذه المهمة، أو لم تعد للمرسل صلة بها.',
  DUPLICATE: 'موجود في القائمة من قبل.',
  LIMIT_REACHED: 'بلغ المرسل حدّه لليوم الواحد.',
  MISSING_VALUE: 'لا قيمة لأحد المتغيرات هنا.',
  TOO_LONG: 'الرسالة بهذه القيم أطول مما يُسمح به.',
  NOT_DELIVERED: 'لم تصل بعد عدة محاولات.',
}

/** Why somebody does not get a broadcast, in Arabic. */
export const failureArabic: FailureWords = {
  why,
  noValue: variable => `لا قيمة للمتغير ${isolated(`{{${variable}}}`)} هنا.`,
}
