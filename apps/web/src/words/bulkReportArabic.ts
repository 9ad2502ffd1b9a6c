/** What a contractor reads of broadcasts that are made, in Arabic. */
import { arabic } from '@parley/react/words/arabic'
import {
  counted,
  customers,
  isolated,
  numbered,
  percentage,
  rows,
} from '@parley/react/words/arabicText'
import type { BulkReportWords } from './bulkReportEnglish.ts'

const people = (count: number) => counted(count, customers)

export const bulkReportArabic: BulkReportWords = {
  statuses: {
    scheduled: 'مجدولة',
    running: 'جارٍ إرسالها',
    finished: 'منتهية',
    cancelled: 'ملغاة',
  },
  states: {
    waiting: 'تنتظر',
    sent: 'أُرسلت',
    delivered: 'وصلت',
    read: 'قُرئت',
    failed: 'تعذّرت',
    cancelled: 'لم تُرسل',
  },
  people,
  number: numbered,
  failed: reason => `تعذّر ذلك: ${arabic.reasons[reason]}.`,

  history: {
    list: 'رسائلك الجماعية',
    compose: 'رسالة جماعية جديدة',
    templates: 'القوالب',
    empty: 'لم يُرسل شيء إلى كثيرين بعد',
    emptyText: 'تُكتب مرة واحدة، وتصل إلى كل عميل في محادثته معك.',
    more: 'عرض الأقدم',
    unread: 'تعذّر تحميل رسائلك الجماعية.',
    offline: 'تظهر رسائلك الجماعية فور إمكان الوصول إلى الخادم.',
    sentOf: (sent, total) => `أُرسل ${numbered(sent)} من ${numbered(total)}`,
    failedOf: failed => `تعذّر ${numbered(failed)}`,
    begins: when => `تُرسل ${isolated(when)}`,
    beginsSoon: 'تُرسل بعد لحظة',
    beginsHere: when => `${isolated(when)} بتوقيت مكانك`,
    cancel: 'إلغاء',
    cancelLabel: text => `إلغاء «${isolated(text)}»`,
    stopLabel: text => `إيقاف إرسال «${isolated(text)}»`,
    noMore: 'تعذّر تحميل الأقدم.',
  },

  audience: {
    chosen: people,
    about: title => `حول «${isolated(title)}»`,
    filtered: conditions => `العملاء: ${arabic.list(conditions)}`,
    job: ({ type, status, place }) =>
      [
        'لديهم مهمة',
        type === undefined ? [] : `من نوع ${isolated(type)}`,
        status === undefined ? [] : `حالتها ${isolated(status)}`,
        place === undefined ? [] : `في ${isolated(place)}`,
      ]
        .flat()
        .join(' '),
    oneJob: 'من مهمة واحدة',
    talkedSince: day => `كتبوا إليك منذ ${isolated(day)}`,
    notAnswered: 'لم يردّوا عليك',
  },

  one: {
    title: 'رسالة جماعية',
    back: 'كل الرسائل الجماعية',
    missing: 'هذه الرسالة الجماعية غير موجودة',
    missingText: 'لم تكن موجودة قط، أو لم تكن لك قط.',
    notLoaded: 'تعذّر تحميل هذه الرسالة الجماعية.',
    offline: 'تظهر فور إمكان الوصول إلى الخادم.',
    text: 'النص',
    more: 'عرض النص كله',
    less: 'عرض أقل',
    when: {
      scheduled: at => `كُتبت ${isolated(at)}`,
      running: at => `بدأت ${isolated(at)}`,
      finished: at => `انتهت ${isolated(at)}`,
      cancelled: at => `أُلغيت ${isolated(at)}`,
    },
  },

  running: {
    bar: 'تقدّم الإرسال',
    done: (done, total) => `${numbered(done)} من ${numbered(total)}`,
    sent: 'أُرسلت',
    failed: 'تعذّرت',
    remaining: 'المتبقي',
    rate: 'في الثانية',
    noRate: '–',
    announced: share => `تم ${percentage(share, 0)}`,
    finished: (sent, failed) =>
      failed > 0
        ? `انتهى الإرسال: أُرسل ${numbered(sent)}، وتعذّر ${numbered(failed)}`
        : `انتهى الإرسال: أُرسل ${numbered(sent)}`,
    cancelled: sent => `أُلغيت: أُرسل قبل ذلك ${numbered(sent)}`,
    stalled: 'لا اتصال في هذه اللحظة. ويستمر الإرسال من دونك.',
  },

  cancel: {
    running: 'إيقاف الإرسال',
    scheduled: 'إلغاء هذه الرسالة',
    runningTitle: 'إيقاف الإرسال؟',
    scheduledTitle: 'إلغاء هذه الرسالة الجماعية؟',
    runningText:
      'ما أُرسل فقد أُرسل ويبقى لدى من وصل إليه. ولا يصل إلى غيرهم، ولا يمكن استئنافه لاحقًا.',
    scheduledText: 'لم تصل إلى أحد بعد، ولن تصل. ولا يُخبَر أحد.',
    keepRunning: 'مواصلة الإرسال',
    keepScheduled: 'الإبقاء عليها',
    done: 'تم الإلغاء.',
    tooLate: 'كان قد انتهى بالفعل.',
  },

  report: {
    title: 'المستلمون',
    filter: 'عرض',
    all: 'الكل',
    nobody: 'لا أحد في هذا الجزء من التقرير.',
    failed: 'تعذّر تحميل التقرير.',
    pages: 'صفحات التقرير',
    range: (from, to, of) =>
      of === undefined
        ? `${numbered(from)} إلى ${numbered(to)}`
        : `${numbered(from)} إلى ${numbered(to)} من ${numbered(of)}`,
    earlier: 'السابق',
    further: 'التالي',
  },

  download: {
    act: 'تنزيل CSV',
    running: (read, total) => `قُرئ ${numbered(read)} من ${numbered(total)}`,
    bar: 'تقدّم التنزيل',
    stop: 'إيقاف التنزيل',
    done: count => `تم تنزيل ${counted(count, rows)}.`,
    columns: {
      name: 'الاسم',
      id: 'معرّف الشخص',
      state: 'الحالة',
      reason: 'السبب',
      code: 'رمز السبب',
      sentAt: 'وقت الإرسال',
      deliveredAt: 'وقت الوصول',
      readAt: 'وقت القراءة',
      conversation: 'المحادثة',
    },
    fileName: day => `رسالة-جماعية-${day}.csv`,
  },

  templates: {
    title: 'القوالب',
    list: 'قوالبك',
    create: 'قالب جديد',
    empty: 'لا قوالب بعد',
    emptyText: `نص يتكرر إرساله، وفيه متغيرات مثل ${isolated('{{customer.firstName}}')}.`,
    notLoaded: 'تعذّر تحميل قوالبك.',
    offline: 'تظهر قوالبك فور إمكان الوصول إلى الخادم.',
    changed: when => `تغيّر ${isolated(when)}`,
    variables: 'المتغيرات',
    edit: 'تعديل',
    editLabel: name => `تعديل ${isolated(name)}`,
    remove: 'حذف',
    removeLabel: name => `حذف ${isolated(name)}`,
    removeTitle: name => `حذف «${isolated(name)}»؟`,
    removeText: 'ما أُرسل به يبقى كما هو.',
    removed: 'تم حذف القالب.',
    full: most => `عدد قوالبك ${numbered(most)}، وهذا أقصى عدد ممكن.`,
  },

  template: {
    createTitle: 'قالب جديد',
    editTitle: 'تعديل القالب',
    back: 'كل القوالب',
    name: 'الاسم',
    nameHint: 'لا يظهر لأحد غيرك.',
    section: 'ما يقوله',
    save: 'حفظ القالب',
    saved: 'تم حفظ القالب.',
    noName: 'يلزمه اسم.',
    preview: 'معاينة',
    previewWith: 'معاينة لدى',
    previewEmpty: 'بعد كتابة ما يمكن إرساله يظهر هنا ما يقرؤه العميل.',
    previewOf: name => `ما يقرؤه ${isolated(name)}`,
    previewNobody: 'لا يوجد عميل بعد تمكن المعاينة لديه.',
    previewFailed: 'تعذّرت المعاينة. يمكن إعادة المحاولة بعد لحظة.',
    wouldNot: (name, why) => `لا تصل إلى ${isolated(name)}: ${why}`,
  },
}
