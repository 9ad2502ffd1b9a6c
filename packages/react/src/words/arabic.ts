/**
 * The Arabic catalogue. People are spoken to without a gender where the language lets one: acts
 * are verbal nouns, and what somebody does is told so that it holds for all. It imports only
 * Arabic files: what the page has loaded already waits for it.
 */
import type { Reason } from '@parley/protocol/reasons'
import type { Role } from '@parley/protocol/user'
import {
  characters,
  counted,
  isolated,
  listed,
  messagesOf,
  numbered,
  others,
  people,
  peopleOf,
  seconds,
} from './arabicText.ts'
import type { Words } from './english.ts'

const you = 'أنت'

function called(title: string | undefined): string {
  return title ? `«${isolated(title)}»` : 'هذه المجموعة'
}

/** Who did it; of oneself it is an ending. */
function by(who: string): string {
  return who === you ? 'بواسطتك' : `بواسطة ${isolated(who)}`
}

const roles: Record<Role, string> = {
  customer: 'عميل',
  contractor: 'مقدّم خدمة',
  admin: 'مسؤول',
}

const reasons: Record<Reason, string> = {
  INVALID_INPUT: 'هذا شيء لا يقبله بارلي',
  UNAUTHENTICATED: 'انتهت جلستك',
  FORBIDDEN: 'ليس مسموحًا لك بذلك',
  NOT_FOUND: 'لم يعد موجودًا',
  CONFLICT: 'حدث تغيير في هذه الأثناء',
  RATE_LIMITED: 'كان ذلك أسرع مما يُسمح به، يلزم الانتظار لحظة',
  TOO_MANY_CONNECTIONS: 'أنت على اتصال من نوافذ كثيرة',
  TOO_LARGE: 'النص أطول مما يُسمح به',
  UNAVAILABLE: 'لا يمكن الوصول إلى الخادم',
  INTERNAL: 'حدث خطأ لدينا',
}

const groupReasons: Record<Reason, string> = {
  ...reasons,
  TOO_LARGE: 'لا مكان لهذا العدد من الأشخاص',
}

const fewNames = 4

export const arabic: Words = {
  roles,
  reasons,
  groupReasons,
  you,
  somebody: 'شخص ما',
  personAs: (name, role) => `${isolated(name)}، ${roles[role]}`,
  close: 'إغلاق',
  cancel: 'إلغاء',
  loading: 'جارٍ التحميل',
  tryAgain: 'إعادة المحاولة',
  waitsForServer:
    'لا يوجد اتصال. سيتم هذا فور إمكان الوصول إلى الخادم، ما لم يُغلق هذا المربع قبل ذلك.',
  nothingHere: {
    title: 'لا شيء هنا',
    text: 'لم يكن هنا قط، أو لم يكن لك قط.',
  },
  notFetched: 'تعذّر التحميل. يمكن إعادة المحاولة بعد لحظة.',
  moment: (day, time) => `${day}، ${time}`,
  number: numbered,
  list: listed,
  few: names =>
    names.length > fewNames
      ? listed([...names.slice(0, 3), counted(names.length - 3, others)])
      : listed(names),

  broken: {
    title: 'توقّف هذا الجزء عن العمل',
    text: 'أما بقية الصفحة فلا تزال تعمل.',
  },

  connection: {
    label: 'الاتصال',
    offline: 'لا يوجد اتصال: لا ردّ من الخادم. الرسائل تنتظر هنا.',
    noNetwork: 'لا يوجد اتصال: لا توجد شبكة. الرسائل تنتظر هنا.',
    retryIn: count => `محاولة جديدة بعد ${counted(count, seconds)}.`,
    retrying: 'تجري محاولة جديدة الآن.',
    refused: reason =>
      reason === 'TOO_MANY_CONNECTIONS'
        ? 'بارلي مفتوح لديك في نوافذ كثيرة. عند إغلاق إحداها تتصل هذه النافذة من تلقاء نفسها.'
        : `لا يوجد اتصال: ${reasons[reason]}.`,
    retryNow: 'المحاولة الآن',
    slow: 'شبكتك تحجب WebSocket؛ يُستخدم اتصال أبطأ.',
  },

  conversations: {
    title: 'المحادثات',
    open: 'محادثة جديدة',
    empty: 'لا محادثات بعد',
    emptyText: 'البداية بالعثور على شخص وإخباره بالموضوع.',
    find: 'البحث عن شخص',
    failed: 'تعذّر تحميل المحادثات.',
    choose: 'اختيار محادثة',
    unread: count =>
      counted(count, {
        zero: 'لا رسائل غير مقروءة',
        one: 'رسالة واحدة غير مقروءة',
        two: 'رسالتان غير مقروءتين',
        few: '# رسائل غير مقروءة',
        many: '# رسالة غير مقروءة',
        other: '# رسالة غير مقروءة',
      }),
    unreadBadge: count => (count >= 100 ? `${numbered(99)}+` : numbered(count)),
    nothingYet: 'لم يُكتب شيء بعد',
    mine: text => `${you}: ${isolated(text)}`,
    draft: 'مسودة',
    notSent: 'لم تُرسل',
    offline: 'تظهر محادثاتك فور إمكان الوصول إلى الخادم.',
    pinned: 'مثبّتة',
    muted: 'مكتومة',
    markedUnread: 'معلّمة كغير مقروءة',
    mentioned: 'ذُكر اسمك',
    alone: 'أنت وحدك',
    loadingMore: 'يجري تحميل المزيد',
    moreFailed: 'تعذّر تحميل المزيد.',

    filter: 'أي المحادثات',
    all: 'الكل',
    unreadOnly: 'غير المقروءة',
    noneUnread: 'كل شيء مقروء',
    showAll: 'عرض الكل',
    further: 'البحث في الأقدم',

    options: name => `خيارات ${isolated(name)}`,
    pin: 'تثبيت',
    unpin: 'إلغاء التثبيت',
    mute: 'كتم',
    unmute: 'إلغاء الكتم',
    markUnread: 'تعليم كغير مقروءة',
    markRead: 'تعليم كمقروءة',
    archive: 'أرشفة',
    bringBack: 'إخراج من الأرشيف',

    archived: 'الأرشيف',
    isArchived: 'هذه المحادثة في الأرشيف.',
    nowArchived: name => `نُقلت «${isolated(name)}» إلى الأرشيف.`,
    noneArchived: 'لا شيء في الأرشيف',
    noneArchivedText: 'ما يُؤرشف يغادر القائمة وينتظر هنا، حتى عندما يصل جديد.',
  },

  people: {
    find: 'البحث عن أشخاص',
    findHint: 'اسم الشخص',
    found: 'الأشخاص',
    chosen: 'الأشخاص المختارون',
    areChosen: names => `تم اختيار: ${listed(names)}`,
    takeOut: name => `استبعاد ${isolated(name)}`,
    nobody: query => `لا أحد باسم «${isolated(query)}» تمكن مراسلته.`,
    nobodyAtAll: 'لا أحد تمكن مراسلته بعد.',
    nobodyElse: 'كل من عُثر عليه موجود فيها بالفعل.',
    notFound: 'تعذّر البحث. يمكن الكتابة من جديد بعد لحظة.',
    offline: 'لا يوجد اتصال. يمكن البحث عن أشخاص فور إمكان الوصول إلى الخادم.',
  },

  group: {
    named: names =>
      names.length > 2
        ? listed([you, names[0] ?? '', counted(names.length - 1, others)])
        : listed([you, ...names]),
    count: count => counted(count, people),
    people: 'الأشخاص',
    openedBy: name => `فُتحت ${by(name)}`,
    openerAs: role => `${role}، فاتح المجموعة`,
    me: name => `${isolated(name)} (${you})`,
    name: 'اسم المجموعة',
    nameHint: 'من دون اسم تُسمّى بأسماء من فيها.',
    failed: reason => `تعذّر ذلك: ${groupReasons[reason]}.`,
    offline: 'لا يوجد اتصال. يمكن تغيير المجموعات فور إمكان الوصول إلى الخادم.',

    rename: 'تغيير اسم المجموعة',
    renameSubmit: 'حفظ',

    add: 'إضافة أشخاص',
    addTo: title => `إضافة أشخاص إلى ${called(title)}`,
    addToPair: 'تُفتح بهذا مجموعة جديدة تضمكما ومن تضيفه إليها. وتبقى هذه المحادثة كما هي.',
    pairHint: 'إضافة شخص تفتح مجموعة جديدة؛ وتبقى هذه المحادثة بينكما.',
    addSubmit: count => (count > 1 ? `إضافة ${counted(count, peopleOf)}` : 'إضافة'),
    openSubmit: 'فتح مجموعة',
    withHistory: 'إظهار ما كُتب من قبل لهم',
    fromNow: 'يظهر لهم ما يُكتب من الآن فصاعدًا.',
    fromBeginning: 'يظهر لهم كل شيء من البداية.',
    returning: 'من كان فيها من قبل لا يظهر له إلا ما يُكتب من الآن فصاعدًا.',

    remove: name => `إخراج ${isolated(name)}`,
    removeTitle: name => `إخراج ${isolated(name)} من المجموعة؟`,
    removeText: name =>
      `تختفي المجموعة وكل ما كُتب فيها لدى ${isolated(name)}. ويُخبَر الآخرون بأن ذلك تم بواسطتك.`,
    removeSubmit: 'إخراج',

    leave: 'مغادرة المجموعة',
    leaveTitle: title => `مغادرة ${called(title)}؟`,
    leaveText:
      'تختفي المجموعة من قائمتك مع ما كُتب فيها، ولا يصلك منها جديد. ويُخبَر الآخرون بمغادرتك. ويمكن لأي شخص فيها أن يضيفك من جديد.',
    leaveLastText: 'لم يبق فيها غيرك. تختفي من قائمتك مع ما كُتب فيها، ولا يمكن لأحد أن يعود إليها.',
    leaveSubmit: 'مغادرة',

    beginning: 'هنا تبدأ المجموعة بالنسبة إليك.',
    emptyText: 'يظهر ما يُكتب لكل من فيها على الفور.',

    gone: title => `لم تعد ${called(title)} من مجموعاتك`,
    goneText: 'غادرتها أو تم إخراجك منها. ويمكن لأي شخص فيها أن يضيفك من جديد.',
  },

  presence: {
    online: 'حاضر الآن',
    away: 'بعيد',
    seen: when => `آخر ظهور ${when}`,
    seenAt: time => `آخر ظهور عند ${time}`,
    seenJustNow: 'آخر ظهور قبل لحظات',
  },

  typing: {
    one: name => `${isolated(name)}: الكتابة جارية…`,
    two: (first, second) => `${listed([first, second])}: الكتابة جارية…`,
    many: count => `الكتابة جارية من ${counted(count, peopleOf)}…`,
  },

  event: {
    me: you,
    added: (who, whom) => `تمت إضافة: ${whom} (${by(who)})`,
    removed: (who, whom) => `تم إخراج: ${whom} (${by(who)})`,
    left: who => (who === you ? 'غادرت المجموعة' : `غادر المجموعة ${isolated(who)}`),
    named: (who, title) => `أصبح اسم المجموعة «${isolated(title)}» (${by(who)})`,
    unnamed: who => `تمت إزالة اسم المجموعة (${by(who)})`,
  },

  conversation: {
    label: name => `محادثة مع ${isolated(name)}`,
    log: name => `الرسائل مع ${isolated(name)}`,
    back: 'العودة إلى المحادثات',
    details: 'التفاصيل',
    beginning: name => `هنا تبدأ محادثتك مع ${isolated(name)}.`,
    loadingOlder: 'جارٍ تحميل رسائل أقدم',
    olderFailed: 'تعذّر تحميل الرسائل الأقدم.',
    loadingNewer: 'جارٍ تحميل رسائل أحدث',
    newerFailed: 'تعذّر تحميل الرسائل الأحدث.',
    seeking: 'جارٍ الانتقال إلى الرسالة',
    missing: 'هذه المحادثة غير موجودة',
    missingText: 'ربما أُغلقت، أو لم تكن لك قط.',
    failed: 'تعذّر تحميل الرسائل.',
    notOpened: reason =>
      reason === 'NOT_FOUND'
        ? 'لا يمكنك مراسلة هذا الشخص: لم يكن هنا بعد، أو أن ذلك غير مسموح.'
        : `تعذّر فتح المحادثة: ${reasons[reason]}.`,
    offline: 'ليست على هذا الجهاز بعد',
    offlineText: 'تظهر الرسائل فور إمكان الوصول إلى الخادم.',
    empty: 'التحية أول الكلام',
    emptyText: name => `يظهر ما يُكتب على الفور لدى ${isolated(name)}.`,
    fresh: 'جديد',
    pill: count =>
      counted(count, {
        zero: 'لا جديد',
        one: 'رسالة جديدة',
        two: 'رسالتان جديدتان',
        few: '# جديدة',
        many: '# جديدة',
        other: '# جديدة',
      }),
    pillLabel: count =>
      counted(count, {
        zero: 'لا رسائل جديدة',
        one: 'رسالة واحدة جديدة',
        two: 'رسالتان جديدتان',
        few: '# رسائل جديدة',
        many: '# رسالة جديدة',
        other: '# رسالة جديدة',
      }),
    latest: 'الانتقال إلى أحدث رسالة',
    announced: (name, text) => `${isolated(name)}: ${isolated(text)}`,
    notThere: 'تلك الرسالة ليست هنا: لا وجود لها، أو كُتبت قبل انضمامك.',
  },

  message: {
    label: (name, time) => `${isolated(name)}، ${time}`,
    removed: 'رسالة محذوفة',
    removing: 'تم الحذف',
    undo: 'تراجع',
    edited: 'معدّلة',
    bulk: 'أُرسلت إلى عدة أشخاص',
    options: 'خيارات الرسالة',
    reply: 'رد',
    edit: 'تعديل',
    remove: 'حذف',
    copy: 'نسخ النص',
    copyLink: 'نسخ الرابط',
    linkCopied: 'تم نسخ الرابط.',
    linkNotCopied: 'تعذّر نسخ الرابط.',
    reactMore: 'تفاعلات أخرى',
    showMore: 'عرض المزيد',
    readBy: 'قرأها',
    readByText: 'إلى أين وصلت هذه الرسالة.',
    readNobody: 'لم يقرأها أحد بعد.',
    gotBy: 'وصلت إلى',
    notYet: 'لم تصل بعد',
    react: emoji => `تفاعل بـ ${emoji}`,
    unreact: emoji => `سحب ${emoji}`,
    reactedWith: (emoji, count, names) => `${emoji} ${numbered(count)}: ${names}`,
    goTo: 'الانتقال إلى رسالة',
    quoteGone: 'رسالة',
    quoteMissing: 'لم تعد هنا',
    copied: 'تم النسخ.',
    notCopied: 'تعذّر نسخ النص.',
    refused: reason => `تعذّر ذلك: ${reasons[reason]}.`,
    ticks: {
      waiting: 'جارٍ الإرسال',
      sent: 'أُرسلت',
      delivered: 'وصلت',
      read: 'قُرئت',
      failed: 'لم تُرسل',
    },
    failed: reason => `لم تُرسل: ${reasons[reason]}.`,
    retry: 'إعادة الإرسال',
    discard: 'تجاهل',
    waits: 'تُرسل عند عودة الاتصال',
    manyFailed: count => `لم يتم إرسال ${counted(count, messagesOf)}.`,
    sendAllAgain: 'إعادة إرسال الكل',
    stranded: count =>
      `لم يتم إرسال ${counted(count, messagesOf)}: لم تعد تلك المحادثة من محادثاتك.`,
    showStranded: 'عرض',
  },

  messageKeys: {
    reach: 'من حقل الرسالة إلى الرسائل',
    previous: 'الرسالة السابقة',
    next: 'الرسالة التالية',
    pageUp: 'شاشة إلى الأعلى',
    pageDown: 'شاشة إلى الأسفل',
    first: 'أول رسالة',
    last: 'أحدث رسالة',
    menu: 'خيارات الرسالة',
    reply: 'رد',
    edit: 'تعديل رسالتك',
    copy: 'نسخ النص',
    remove: 'حذف رسالتك',
    leave: 'العودة إلى حقل الرسالة',
  },

  composer: {
    label: 'الرسالة',
    placeholderTo: name => `رسالة إلى ${isolated(name)}`,
    emoji: 'رموز تعبيرية',
    people: 'أشخاص للإشارة إليهم',
    suggestions: count => `الاقتراحات: ${numbered(count)}. الاختيار بالأسهم والأخذ بمفتاح الإدخال.`,
    inParts: parts => `إرسال كعدة رسائل: ${numbered(parts)}`,
    cut: most => `كان النص أطول مما يُسمح به، وأُخذ من الأحرف ${numbered(most)} فقط.`,
    send: 'إرسال',
    save: 'حفظ',
    replyingTo: name => `رد على ${isolated(name)}`,
    replyingToSelf: 'رد على رسالتك',
    editing: 'تعديل رسالتك',
    left: count => `المتبقي: ${counted(count, characters)}`,
    over: count => `الزائد: ${counted(count, characters)}`,
    heldUp: 'رسائل كثيرة دفعة واحدة.',
    againIn: count => `الإرسال من جديد بعد ${counted(count, seconds)}`,
  },

  emoji: {
    title: 'رموز تعبيرية',
    search: 'البحث في الرموز التعبيرية بالإنجليزية',
    searchHint: 'بحث بالإنجليزية',
    nothing: query => `لا رمز باسم «${isolated(query)}».`,
    found: count => `عدد الرموز: ${numbered(count)}`,
    groups: {
      recent: 'المستخدمة حديثًا',
      smileys: 'وجوه',
      people: 'أشخاص وإيماءات',
      nature: 'حيوانات وطبيعة',
      food: 'طعام وشراب',
      activities: 'أنشطة',
      travel: 'سفر وأماكن',
      objects: 'أشياء',
      symbols: 'رموز',
      flags: 'أعلام',
    },
    tone: 'لون البشرة',
    tones: ['أصفر', 'فاتح', 'فاتح متوسط', 'متوسط', 'داكن متوسط', 'داكن'],
    failed: 'تعذّر تحميل الرموز التعبيرية. إرسال الرسائل ممكن مع ذلك.',
  },

  job: {
    panel: 'التفاصيل',
    heading: 'المهمة',
    type: 'النوع',
    place: 'المكان',
    price: 'السعر',
    customer: 'العميل',
    none: 'هذه المحادثة ليست حول مهمة.',
    otherSide: 'الطرف الآخر',
    people: 'الأشخاص',
  },
}
