import type { ReviewMessages } from '../../core/messages.ts'

const number = new Intl.NumberFormat('ar')
const day = new Intl.DateTimeFormat('ar', { dateStyle: 'medium' })
const rules = new Intl.PluralRules('ar')
const plural = (count: number, forms: Record<Intl.LDMLPluralRule, string>) => forms[rules.select(count)]

/** A name keeps its own direction. */
const named = (name: string) => `\u2068${name}\u2069`

/** Words of `avatarkit/review`. */
export const arReview: ReviewMessages = {
  label: 'مراجعة الصور',
  grid: 'الصور المطلوب مراجعتها',
  left: ({ count }) => `المتبقي: ${number.format(count)}`,
  done: ({ count }) => `المنجَز: ${number.format(count)}`,
  waiting: ({ count }) => {
    const shown = number.format(count)
    return plural(count, {
      zero: 'بلا اتصال: لا توجد عمليات إزالة في انتظار عودته',
      one: 'بلا اتصال: عملية إزالة واحدة في انتظار عودته',
      two: 'بلا اتصال: عمليتا إزالة في انتظار عودته',
      few: `بلا اتصال: ${shown} عمليات إزالة في انتظار عودته`,
      many: `بلا اتصال: ${shown} عملية إزالة في انتظار عودته`,
      other: `بلا اتصال: ${shown} عملية إزالة في انتظار عودته`,
    })
  },
  keep: 'إبقاء',
  remove: 'إزالة',
  skip: 'تخطّي',
  undo: 'تراجع',
  undoOne: (name) => `تراجع: ${named(name)}`,
  kept: 'تم الإبقاء',
  removed: 'تمت الإزالة',
  removedFor: (reason) => `تمت الإزالة: ${named(reason)}`,
  removedForGood: 'تمت الإزالة، ولم يعد التراجع ممكنًا',
  skipped: 'تم التخطّي',
  saidKept: (name) => `تم الإبقاء: ${named(name)}`,
  saidRemoved: (name) => `تمت الإزالة: ${named(name)}`,
  saidSkipped: (name) => `تم التخطّي: ${named(name)}`,
  saidUndone: (name) => `تم التراجع: ${named(name)}`,
  saidFinal: (name) => `سبق إرسال طلب إزالة صورة المستخدم ${named(name)} ولا يمكن التراجع عنه.`,
  saidFailed: (name) => `تعذّرت إزالة صورة المستخدم ${named(name)}، وعادت إلى الصور المطلوب مراجعتها.`,
  saidNotRestored: (name) => `تعذّرت استعادة صورة المستخدم ${named(name)}.`,
  toolbar: 'التراجع وطريقة العرض',
  reveal: 'إظهار',
  revealAll: 'إظهار الكل',
  enlarge: 'تكبير',
  blur: 'التمويه',
  blurs: { none: 'بدون', light: 'خفيف', medium: 'متوسط', strong: 'قوي' },
  grey: 'تدرّج الرمادي',
  broken: 'تعذّر تحميل الصورة',
  reason: 'السبب',
  legend: 'المفاتيح',
  commands: { keep: 'إبقاء', remove: 'إزالة', skip: 'تخطّي', undo: 'تراجع', reveal: 'إظهار أو إخفاء' },
  keyReason: 'السبب، 0 لعدم اختيار سبب',
  keyHold: 'ضغط مستمر للإظهار',
  keyEnlarge: 'تكبير',
  keyMove: 'تنقّل',
  keyNames: { ' ': 'مسافة', Enter: 'Enter', Delete: 'Del', Arrows: '\u2066← ↑ ↓ →\u2069' },
  singleKeys: 'اتخاذ القرار بمفتاح واحد',
  context: 'معلومات عن هذا الشخص',
  email: 'البريد الإلكتروني',
  username: 'اسم المستخدم',
  status: 'الحالة',
  active: 'نشط',
  banned: 'محظور',
  joined: 'تاريخ الانضمام',
  lastActive: 'آخر نشاط',
  previousPictures: 'الصور السابقة',
  event: ({ type, at, reason }) => {
    const what = { removed: 'تمت الإزالة في', set: 'تم التعيين في', restored: 'تمت الاستعادة في' }[type]
    return `${what} ${day.format(at)}${reason ? ` (${named(reason)})` : ''}`
  },
  pages: 'الصفحات',
  previousPage: 'الصفحة السابقة',
  nextPage: 'الصفحة التالية',
  goToUndecided: ({ count }) => `الانتقال إلى الصور المتبقية (${number.format(count)})`,
  loading: 'جارٍ تحميل الصور…',
  offline: 'لا يوجد اتصال. ستُحمَّل الصور عند عودته.',
  loadFailed: 'تعذّر تحميل الصور.',
  loadErrors: {
    unauthenticated: 'انتهت جلستك. يُرجى تسجيل الدخول من جديد ثم إعادة المحاولة.',
    forbidden: 'ليس لديك إذن بالاطلاع عليها. يُرجى طلب الإذن من أحد المشرفين.',
    'rate-limited': 'عدد الطلبات كبير جدًا. يُرجى الانتظار قليلاً ثم إعادة المحاولة.',
    unavailable: 'موفّر الهوية غير متاح حاليًا. يُرجى إعادة المحاولة بعد قليل.',
    'time-out': 'استغرق الخادم وقتًا طويلاً في الرد. يُرجى إعادة المحاولة.',
    misconfigured: 'لم يتم إعداد الخادم بشكل صحيح لهذا الإجراء. يُرجى إبلاغ المسؤولين عن هذه اللوحة.',
  },
  allDone: 'اكتملت المراجعة',
  allDoneText: ({ count }) => {
    const shown = number.format(count)
    return plural(count, {
      zero: 'لم تتم مراجعة أي صورة.',
      one: 'تمت مراجعة صورة واحدة.',
      two: 'تمت مراجعة صورتين.',
      few: `تمت مراجعة ${shown} صور.`,
      many: `تمت مراجعة ${shown} صورة.`,
      other: `تمت مراجعة ${shown} صورة.`,
    })
  },
  nothing: 'لا توجد صور للمراجعة',
  nothingText: 'لا توجد حاليًا صور مستخدمين في انتظار مراجعتك.',
  revisitSkipped: ({ count }) => {
    const several = `مراجعة الصور التي تم تخطّيها (${number.format(count)})`
    return plural(count, {
      zero: several,
      one: 'مراجعة الصورة التي تم تخطّيها',
      two: 'مراجعة الصورتين اللتين تم تخطّيهما',
      few: several,
      many: several,
      other: several,
    })
  },
  lookAgain: 'البحث عن صور جديدة',
}
