/** The words of writing to many, in Arabic. */
import { arabic } from '@parley/react/words/arabic'
import { counted, isolated, numbered, peopleOf, seconds } from '@parley/react/words/arabicText'
import type { ComposeWords } from './composeEnglish.ts'
import { failureArabic } from './failureArabic.ts'

const people = (count: number) => counted(count, peopleOf)

export const composeArabic: ComposeWords = {
  title: 'رسالة جماعية جديدة',
  issues: {
    nobody: 'يلزم اختيار شخص واحد على الأقل.',
    noCondition: 'يلزم اختيار شرط واحد على الأقل.',
    badCondition: 'أحد هذه الشروط لا يمكن البحث به.',
    noText: 'يلزم نص ليُقرأ.',
    tooLong: 'النص أطول من أن يُرسل.',
    unknownVariable: 'في النص متغير لا وجود له.',
    noTime: 'يلزم اختيار يوم ووقت.',
    past: 'مضى ذلك الوقت. يلزم اختيار وقت لاحق.',
    tooFar: 'ذلك بعد أكثر من سنة. يلزم اختيار وقت أقرب.',
  },

  who: 'إلى من تصل',
  by: { people: 'أشخاص بأسمائهم', filter: 'كل من ينطبق عليه' },
  filterHint: 'العملاء الذين ينطبق عليهم كل هذا. وما يُترك فارغًا لا أثر له.',
  conditions: {
    jobId: 'المهمة',
    jobType: 'نوع المهمة',
    jobStatus: 'حالة المهمة',
    place: 'مكان المهمة',
    talkedSince: 'كتبوا إليك منذ',
    notAnswered: 'لم يردّوا على رسالتك الأخيرة',
  },
  anyJob: 'أي مهمة',

  about: 'حول أي مهمة',
  noJob: 'لا مهمة بعينها',
  ownJob: 'لكل منهم المهمة التي عُثر عليه بها',
  aboutHint: 'يحدد هذا في أي محادثة معهم تظهر.',

  what: 'ما يقرؤونه',
  text: 'الرسالة',
  textHint: 'مرحبًا …',
  insert: 'إدراج متغير',
  variables: {
    'customer.firstName': 'الاسم الأول للعميل',
    'customer.name': 'الاسم الكامل للعميل',
    'contractor.firstName': 'اسمك الأول',
    'contractor.name': 'اسمك الكامل',
    'job.title': 'عنوان المهمة',
    'job.type': 'نوع المهمة',
    'job.status': 'حالة المهمة',
    'job.place': 'مكان المهمة',
    'job.price': 'سعر المهمة',
  },
  unknown: names =>
    names.length === 1
      ? `لا يوجد متغير ${isolated(names[0] ?? '')}. ولا يُرسل شيء ما دام في النص.`
      : `لا توجد متغيرات ${arabic.list(names)}. ولا يُرسل شيء ما دامت في النص.`,
  loose: `القوس ${isolated('{{')} أو ${isolated('}}')} وحده يُرسل كما هو. وللمتغير كلاهما.`,

  takeTemplate: 'استخدام قالب',
  noTemplates: 'لا قوالب بعد. ويمكن حفظ ما يُكتب هنا قالبًا.',
  templatesFailed: 'تعذّر تحميل القوالب.',
  replaceTitle: name => `استخدام «${isolated(name)}»؟`,
  replaceText: 'يُستبدل ما كُتب هنا.',
  replaceAct: 'استبدال',
  saveTemplate: 'حفظ كقالب',
  templateName: 'اسم القالب',
  templateNameHint: 'لا يظهر لأحد غيرك.',
  templateSubmit: 'حفظ',
  templateSaved: name => `«${isolated(name)}» الآن بين قوالبك.`,
  templateFailed: reason =>
    reason === 'INVALID_INPUT'
      ? 'لم يُحفظ: يلزم القالب اسم، ومتغيرات موجودة فقط.'
      : `لم يُحفظ: ${arabic.reasons[reason]}.`,

  when: 'متى تُرسل',
  now: 'الآن',
  nowHint: `يمكن التراجع عنها خلال ${counted(10, seconds)}.`,
  later: 'في وقت محدد',
  at: 'اليوم والوقت',
  zone: (id, name) => (name && name !== id ? `${isolated(name)} (${isolated(id)})` : id),
  goesAt: time => `تُرسل ${isolated(time)}.`,
  skipped: time => `تُقدَّم الساعة حينها، ولا وجود لذلك الوقت. تُرسل ${isolated(time)}.`,

  preview: 'قبل الإرسال',
  previewEmpty: 'بعد اختيار من تصل إليهم وكتابة النص يظهر هنا ما يقرؤه كل منهم.',
  previewWrong: 'لا يمكن إرسالها هكذا بعد. وبعد تصحيح ما فيها يظهر هنا ما يقرؤه كل منهم.',
  previewLoading: 'جارٍ العدّ',
  counts(reached, failed) {
    const gets = reached === 0 ? 'لا تصل إلى أحد' : `تصل إلى ${people(reached)}`
    return failed === 0 ? `${gets}.` : `${gets}، ولا تصل إلى ${people(failed)}.`
  },
  reached: count => `تصل إليهم (${numbered(count)})`,
  failed: count => `لا تصل إليهم (${numbered(count)})`,
  chooseReader: 'قراءتها بعين',
  reads: name => `ما يقرؤه ${isolated(name)}`,
  noneReached: 'لا تصل إلى أحد.',
  noneFailed: 'تصل إلى الجميع.',
  forReason: (reason, count) => `${people(count)}: ${failureArabic.why[reason]}`,
  noGet: 'من لا تصل إليهم',
  more: 'عرض المزيد',
  newConversation: 'محادثة جديدة',

  send: 'إرسال',
  schedule: 'جدولة',
  sending: 'جارٍ الإرسال',
  confirm: reached => `إرسال إلى ${people(reached)}؟`,
  confirmLater: reached => `جدولة الإرسال إلى ${people(reached)}؟`,
  confirmText: failed =>
    failed === 0
      ? 'تصل إلى كل منهم في محادثته معك.'
      : `تصل إلى كل منهم في محادثته معك. ولا تصل إلى ${people(failed)} من المختارين.`,
  confirmTime: time => `تُرسل ${isolated(time)}.`,
  nobodyReached: 'لن تصل إلى أحد. والسبب مذكور تحت «لا تصل إليهم».',

  refused({ reason, field, said }) {
    if (reason === 'NOT_FOUND') return 'المهمة المعنية لم تعد موجودة. يلزم اختيار غيرها.'
    if (reason !== 'INVALID_INPUT') return `تعذّر ذلك: ${arabic.reasons[reason]}.`
    // The server alone knows how many there are and may be.
    if (field?.startsWith('recipients')) return `تلزم مراجعة من تصل إليهم: ${isolated(said)}.`
    if (field?.startsWith('content')) return 'لا يمكن إرسال هذا النص. تلزم مراجعة متغيراته.'
    if (field === 'scheduleAt' || field === 'zone') return 'لا تمكن الجدولة لذلك الوقت.'
    return `تعذّر ذلك: ${arabic.reasons[reason]}.`
  },
  lost: 'لم يصل ردّ. ربما أُرسلت وربما لا. عند إرسالها من جديد لا تصل إلى أحد مرتين.',
  tooMany: 'تلك رسائل جماعية كثيرة في وقت قصير.',
  againIn: count => `يمكن إرسال هذه بعد ${counted(count, seconds)}.`,
  wasSent: 'كانت قد أُرسلت بالفعل قبل تعديلك. وتعديلك محفوظ كمسودة.',

  undoRegion: 'التراجع عن الإرسال',
  goesOut: count => `تُرسل إلى ${people(count)}`,
  wasScheduled: count => `جُدولت إلى ${people(count)}`,
  inSeconds: count => `بعد ${counted(count, seconds)}`,
  undo: 'تراجع',
  undone: 'لم تُرسل. وما كتبته مسودة من جديد.',
  undoneOnly: 'لم تُرسل. ومسودتك الأحدث تبقى كما هي.',
  undonePartly: sent => `توقّف الإرسال. وكانت قد وصلت إلى ${people(sent)}.`,
  tooLate: sent => `كانت قد وصلت إلى ${people(sent)} بالفعل.`,
  notUndone: reason => `تعذّر التراجع: ${arabic.reasons[reason]}.`,
}
