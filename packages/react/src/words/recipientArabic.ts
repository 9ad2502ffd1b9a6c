/** Whom and what one does not want to hear from, in Arabic. */
import { arabic } from './arabic.ts'
import { counted, isolated, peopleOf } from './arabicText.ts'
import type { RecipientWords } from './recipientEnglish.ts'

export const recipientArabic: RecipientWords = {
  failed: reason => arabic.message.refused(reason),
  undo: arabic.message.undo,

  stop: 'إيقاف الرسائل الجماعية',
  stopTitle: 'إيقاف الرسائل الجماعية؟',
  stopText:
    'لن يصلك بعد ذلك ما يرسله مقدّمو الخدمة إلى عدة أشخاص دفعة واحدة. ويبقى يصلك ما يُكتب إليك وحدك. ويمكن استقبال الرسائل الجماعية من جديد في أي وقت، من هذه القائمة أو من قائمة الحساب.',
  stopped: 'لن تصلك رسائل جماعية بعد الآن.',
  resume: 'استقبال الرسائل الجماعية من جديد',
  resumed: 'تصلك الرسائل الجماعية من جديد.',

  accept: 'استقبال الرسائل الجماعية',
  acceptHint: 'ما يرسله مقدّمو الخدمة إلى عدة أشخاص دفعة واحدة.',

  block: name => `حظر ${isolated(name)}`,
  blockTitle: name => `حظر ${isolated(name)}؟`,
  blockText: name =>
    `لن يمكن بعد ذلك أن تصلك رسالة من ${isolated(name)} أو تُفتح معك محادثة أو يظهر حضورك من هناك. ولا يقال عن ذلك إلا أن الرسالة لم تصل. ويبقى ما كُتب، وفي المجموعات يستمر اللقاء.`,
  blockSubmit: 'حظر',
  blocked: name => `تم حظر ${isolated(name)}.`,
  blockedHere: name => `لقد حظرت ${isolated(name)}.`,
  unblockSubmit: 'إلغاء الحظر',
  unblock: name => `إلغاء حظر ${isolated(name)}`,
  unblocked: name => `يمكن أن تصلك رسائل من ${isolated(name)} من جديد.`,

  people: 'الأشخاص المحظورون',
  peopleText: count =>
    count > 0 ? `لا رسائل إليك من ${counted(count, peopleOf)}.` : 'لم تحظر أحدًا.',
  peopleFailed: 'تعذّر تحميل الأشخاص المحظورين.',
}
