/**
 * The Arabic catalogue of the app around the conversations. It imports only Arabic files: what
 * the page has loaded already waits for it.
 */
import { arabic as shared } from '@parley/react/words/arabic'
import {
  connections,
  counted,
  isolated,
  messages,
  messagesOf,
  numbered,
  results,
  sessions,
} from '@parley/react/words/arabicText'
import type { AppWords } from './english.ts'

export const arabic: AppWords = {
  app: 'بارلي',
  claim: 'طرفان ومحادثة واحدة.',
  about: 'حيث يتحدث العملاء ومن يعملون لهم عن المهمة.',
  signIn: {
    title: 'تسجيل الدخول',
    demoTitle: 'الدخول بصفة',
    as: role => `، ${shared.roles[role]}`,
    demoText: 'أشخاص للتجربة. ويمكن أن يكون في نافذة ثانية شخص آخر.',
    unknownPerson: name => `لا يوجد شخص للتجربة باسم ${isolated(name)}.`,
    ownTitle: 'حسابك الخاص',
    email: 'البريد الإلكتروني',
    password: 'كلمة المرور',
    submit: 'تسجيل الدخول',
    submitting: 'جارٍ تسجيل الدخول',
    toSignUp: 'إنشاء حساب',
    ended: 'تم تسجيل خروجك.',
    endedUnsent: count => `تم تسجيل خروجك قبل إرسال ${counted(count, messagesOf)}.`,
  },
  signOut: {
    title: 'تسجيل الخروج؟',
    text: count => `لم تُرسل بعد: ${counted(count, messages)}. تسجيل الخروج يتجاهل ما لم يُرسل.`,
    anyway: 'تسجيل الخروج رغم ذلك',
  },
  signUp: {
    title: 'إنشاء حساب',
    name: 'اسمك',
    role: 'ما الذي أتى بك إلى هنا',
    customer: 'لديّ عمل أريد إنجازه',
    contractor: 'أنا من ينجز العمل',
    passwordHint: `${numbered(8)} أحرف على الأقل`,
    submit: 'إنشاء الحساب',
    submitting: 'جارٍ إنشاء الحساب',
    toSignIn: 'لديّ حساب',
  },
  authProblems: {
    wrongCredentials: 'هذا البريد الإلكتروني وكلمة المرور هذه لا يتطابقان.',
    taken: 'يوجد حساب بهذا البريد الإلكتروني بالفعل. يمكن تسجيل الدخول به.',
    email: 'هذا ليس عنوان بريد إلكتروني.',
    name: `يتكون الاسم من حرف واحد إلى ${numbered(80)} حرفًا.`,
    password: `تتكون كلمة المرور من ${numbered(8)} أحرف إلى ${numbered(128)} حرفًا.`,
    wrongPassword: 'كلمة المرور الحالية غير صحيحة.',
    tooOften: 'محاولات كثيرة. يلزم الانتظار دقيقة قبل محاولة جديدة.',
    unreachable: 'لا يمكن الوصول إلى الخادم. يمكن إعادة المحاولة بعد لحظة.',
    other: 'تعذّر ذلك. يمكن إعادة المحاولة بعد لحظة.',
  },

  account: {
    menu: 'الحساب',
    language: 'اللغة',
    theme: 'المظهر',
    themes: { system: 'حسب النظام', light: 'فاتح', dark: 'داكن' },
    changePassword: 'تغيير كلمة المرور',
    signOut: 'تسجيل الخروج',
    sound: 'الصوت',
    soundHint: 'صوت هادئ على هذا الجهاز عندما تصل رسالة.',
    showOnline: 'إظهار حضوري',
    showOnlineHint: 'يسري هذا في الاتجاهين: عند إخفائه لا يظهر لك حضور الآخرين أيضًا.',
    notSet: 'لم يتغير ذلك. يمكن إعادة المحاولة بعد لحظة.',
  },
  password: {
    title: 'تغيير كلمة المرور',
    text: 'يتم تسجيل الخروج من جميع نوافذك وأجهزتك الأخرى.',
    current: 'كلمة المرور الحالية',
    next: 'كلمة المرور الجديدة',
    submit: 'تغيير كلمة المرور',
    submitting: 'جارٍ تغيير كلمة المرور',
    done: 'تم تغيير كلمة مرورك.',
  },

  keeping: {
    full: 'لا مساحة متبقية على هذا الجهاز: ما لم يُرسل بعد يضيع عند إغلاق هذا التبويب.',
    unavailable: 'لا يحتفظ هذا المتصفح بشيء هنا: ما لم يُرسل بعد يضيع عند إغلاق هذا التبويب.',
    recovered: 'تعذّرت قراءة شيء مما احتفظ به هذا الجهاز فتُرك. ويُحمَّل ما عداه من جديد.',
  },

  bulk: 'الرسائل الجماعية',

  shell: {
    toContent: 'الانتقال إلى المحتوى',
    toMessages: 'الانتقال إلى الرسائل',
    toComposer: 'الانتقال إلى كتابة رسالة',
    outdated: 'يوجد إصدار جديد من بارلي.',
    reload: 'إعادة التحميل',
    stopped: {
      title: 'توقف بارلي عن العمل',
      text: 'ما كتبته محفوظ. يمكن المتابعة بإعادة تحميل الصفحة.',
    },
    overlayBroken: 'توقف ذلك عن العمل. يمكن إعادة المحاولة بعد لحظة.',
  },

  person: {
    title: 'شخص',
    back: 'رجوع',
    isYou: 'هذا حسابك.',
    write: name => `الكتابة إلى ${isolated(name)}`,
    writing: 'جارٍ الفتح',
    conversations: name => `المحادثات مع ${isolated(name)}`,
    none: name => `لا توجد هنا محادثة مع ${isolated(name)}.`,
    missing: 'لا يوجد أحد هنا',
    missingText: 'ربما لم يعد هذا الشخص هنا، أو لا يمكنك الكتابة إليه.',
    failed: 'تعذّر تحميل هذا الشخص.',
    offline: 'ليس على هذا الجهاز بعد',
    offlineText: 'يظهر هذا الشخص فور إمكان الوصول إلى الخادم.',
  },

  palette: {
    title: 'بحث',
    open: 'البحث عن أشخاص ومحادثات وأوامر',
    hint: 'البحث عن شخص أو محادثة أو أمر',
    recent: 'أحدث المحادثات',
    conversations: 'المحادثات',
    people: 'الأشخاص',
    commands: 'الأوامر',
    nothing: query => `لم يُعثر على شيء باسم «${isolated(query)}».`,
    searching: 'جارٍ البحث عن أشخاص',
    offline: 'لا يوجد اتصال: يُبحث فقط فيما هو على هذا الجهاز.',
    failed: 'تعذّر البحث عن أشخاص. يمكن إعادة المحاولة بعد لحظة.',
    found: count => counted(count, results),
    appearance: theme => `المظهر: ${theme}`,
    language: name => `اللغة: ${isolated(name)}`,
  },

  archived: 'المحادثات المؤرشفة',

  open: {
    title: 'محادثة جديدة',
    job: 'الموضوع',
    noJob: 'لا مهمة بعينها',
    submit: 'بدء المحادثة',
    submitGroup: 'بدء المجموعة',
    submitting: 'جارٍ الفتح',
    failed: reason => `لم تُفتح المحادثة: ${shared.groupReasons[reason]}.`,
  },

  admin: {
    title: 'الاتصالات',
    notYours: 'هذه الصفحة للمسؤولين',
    notYoursText: 'لا ينقص شيء: محادثاتك حيث كانت.',
    asOf: time => `حتى ${time}`,
    failed: reason =>
      reason === 'NOT_FOUND'
        ? 'لا شخص ولا شيء بهذا المعرّف، أو لم يعد له وجود.'
        : `تعذّر ذلك: ${shared.reasons[reason]}.`,
    unknown: 'غير معروف',
    bytes: bytes =>
      bytes < 1024 ? `${numbered(bytes)} بايت` : `${numbered(Math.round(bytes / 1024))} ك.بايت`,

    nodes: 'العُقد',
    silentSince: time => `لا ردّ منذ ${time}`,
    silentNode: node => `لم تردّ العقدة ${isolated(node)}.`,
    incomplete: 'لم تردّ كل العُقد: ما هو متصل بغيرها لا يظهر هنا.',
    columns: {
      node: 'العقدة',
      upSince: 'تعمل منذ',
      connections: 'الاتصالات',
      peopleOnline: 'الحاضرون',
      conversations: 'المحادثات المتابَعة',
      queued: 'ما ينتظر الإرسال',
      connection: 'الاتصال',
      person: 'الشخص',
      since: 'منذ',
      transport: 'عبر',
      acts: 'إنهاء',
    },
    connectionsOf: (all, overHttp) =>
      overHttp > 0 ? `${numbered(all)}، منها عبر HTTP: ${numbered(overHttp)}` : numbered(all),
    transports: { ws: 'مقبس WebSocket', http: 'بروتوكول HTTP' },
    over: (transport, isAway) => (isAway ? `${transport}، بعيد` : transport),

    whom: 'شخص أو محادثة',
    whomHint: 'اسم أو معرّف ملصق',
    isConversation: 'مفتاح Enter يعرض المتصلين من هذه المحادثة.',
    asId: 'لا أحد بهذا الاسم. مفتاح Enter يبحث عنه كمعرّف.',
    connectionsOfPeople: names => `اتصالات ${names}`,
    theirConnections: 'الاتصالات التي عُثر عليها',
    nobodyConnected: 'لا أحد متصل.',

    signal: 'إرسال إشارة تجربة',
    signalNobody: name => `لا اتصال لدى ${isolated(name)} بأي عقدة.`,
    signalTook: ms => `استغرقت ${numbered(ms)} مللي ثانية.`,
    signalCame: (node, all, answered) =>
      `سمعتها العقدة ${isolated(node)}؛ وردّ ${numbered(answered)} من أصل ${counted(all, connections)}.`,
    signalLost: node => `لم تسمعها العقدة ${isolated(node)}.`,

    endConnection: 'الاتصال',
    endConnectionLabel: id => `إنهاء الاتصال ${isolated(id)}`,
    endSession: 'الجلسة',
    endSessionLabel: id => `إنهاء جلسة الاتصال ${isolated(id)}`,
    endSessions: 'إنهاء كل الجلسات',
    ends: {
      connection: {
        title: name => `إنهاء هذا الاتصال لدى ${isolated(name)}؟`,
        text: 'يتصل الجهاز من جديد من تلقاء نفسه خلال ثوانٍ؛ ولا يضيع شيء.',
        act: 'إنهاء الاتصال',
      },
      session: {
        title: name => `إنهاء هذه الجلسة لدى ${isolated(name)}؟`,
        text: 'يتم تسجيل الخروج من كل نوافذ هذا المتصفح خلال ثوانٍ.',
        act: 'إنهاء الجلسة',
      },
      person: {
        title: name => `إنهاء كل الجلسات لدى ${isolated(name)}؟`,
        text: 'يتم تسجيل الخروج من كل الأجهزة خلال ثوانٍ. ومن يأتي من منتج آخر قد يعود فور سماح ذلك المنتج به.',
        act: 'إنهاء كل الجلسات',
      },
    },
    ended: (ended, cut) =>
      ended > 0
        ? `تم إنهاء ${counted(ended, sessions)} و${counted(cut, connections)}.`
        : `تم إنهاء ${counted(cut, connections)}.`,
  },
}
