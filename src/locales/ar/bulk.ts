import type { BulkMessages } from '../../core/messages.ts'

const number = new Intl.NumberFormat('ar')
const signed = new Intl.NumberFormat('ar', { signDisplay: 'always' })
const listed = new Intl.ListFormat('ar', { type: 'unit' })
const rules = new Intl.PluralRules('ar')
const plural = (count: number, forms: Record<Intl.LDMLPluralRule, string>) => forms[rules.select(count)]

/** A name keeps its own direction. */
const named = (name: string) => `\u2068${name}\u2069`

/** These are in the oblique case, as after «إزالة» and «بعد». */
const images = (count: number) => {
  const shown = number.format(count)
  return plural(count, {
    zero: `${shown} صورة`,
    one: 'صورة واحدة',
    two: 'صورتين',
    few: `${shown} صور`,
    many: `${shown} صورة`,
    other: `${shown} صورة`,
  })
}
const users = (count: number) => {
  const shown = number.format(count)
  return plural(count, {
    zero: `${shown} مستخدم`,
    one: 'مستخدم واحد',
    two: 'مستخدمَين',
    few: `${shown} مستخدمين`,
    many: `${shown} مستخدمًا`,
    other: `${shown} مستخدم`,
  })
}
const requests = (count: number) => {
  const shown = number.format(count)
  return plural(count, {
    zero: `${shown} طلب`,
    one: 'طلب واحد',
    two: 'طلبَين',
    few: `${shown} طلبات`,
    many: `${shown} طلبًا`,
    other: `${shown} طلب`,
  })
}
const seconds = (count: number) => {
  const shown = number.format(count)
  return plural(count, {
    zero: `${shown} ثانية`,
    one: 'ثانية واحدة',
    two: 'ثانيتين',
    few: `${shown} ثوانٍ`,
    many: `${shown} ثانية`,
    other: `${shown} ثانية`,
  })
}

const removed = (count: number) => (count === 0 ? 'لم تتم إزالة أي صورة' : `تمت إزالة ${images(count)}`)
const notRemoved = (count: number) => `تعذّرت إزالة ${images(count)}`

/** Words of `avatarkit/bulk`. */
export const arBulk: BulkMessages = {
  removeImages: 'إزالة الصور',
  removeCount: (count) => `إزالة ${images(count)}`,
  dialogTitle: (count) => {
    const shown = number.format(count)
    return plural(count, {
      zero: `إزالة ${shown} صورة ملف شخصي؟`,
      one: 'إزالة صورة ملف شخصي واحدة؟',
      two: 'إزالة صورتَي ملف شخصي؟',
      few: `إزالة ${shown} صور ملفات شخصية؟`,
      many: `إزالة ${shown} صورة ملف شخصي؟`,
      other: `إزالة ${shown} صورة ملف شخصي؟`,
    })
  },
  dialogDescription: (count) => {
    const several = `ستُزال صور الملفات الشخصية لعدد ${users(count)}، وستظهر الأحرف الأولى من الأسماء بدلاً منها. ولن يتأثر أي مستخدم آخر.`
    return plural(count, {
      zero: several,
      one: 'ستُزال صورة الملف الشخصي لمستخدم واحد، وستظهر الأحرف الأولى من الاسم بدلاً منها. ولن يتأثر أي مستخدم آخر.',
      two: 'ستُزال صورتا الملف الشخصي لمستخدمَين، وستظهر الأحرف الأولى من الاسمَين بدلاً منهما. ولن يتأثر أي مستخدم آخر.',
      few: several,
      many: several,
      other: several,
    })
  },
  withoutImage: (count) => {
    const several = `${number.format(count)} من المستخدمين المحددين ليست لديهم صور، وسيتم تخطّيهم.`
    return plural(count, {
      zero: 'لدى جميع المستخدمين المحددين صور.',
      one: 'أحد المستخدمين المحددين ليست لديه صورة، وسيتم تخطّيه.',
      two: 'اثنان من المستخدمين المحددين ليست لديهما صور، وسيتم تخطّيهما.',
      few: several,
      many: several,
      other: several,
    })
  },
  notAllowed: (count) => {
    const several = `لا يُسمح لك بتعديل ${number.format(count)} من المستخدمين المحددين، وسيتم تخطّيهم.`
    return plural(count, {
      zero: 'يُسمح لك بتعديل جميع المستخدمين المحددين.',
      one: 'لا يُسمح لك بتعديل أحد المستخدمين المحددين، وسيتم تخطّيه.',
      two: 'لا يُسمح لك بتعديل اثنين من المستخدمين المحددين، وسيتم تخطّيهما.',
      few: several,
      many: several,
      other: several,
    })
  },
  imagesMayReturn:
    'الصور التي مصدرها حسابات أخرى للمستخدمين، مثل حسابات Google، قد تظهر مجددًا عند تسجيل الدخول في المرة القادمة.',
  faces: 'المستخدمون الذين ستُزال صورهم',
  more: (count) => signed.format(count),
  moreSpoken: (count) => {
    const shown = number.format(count)
    return plural(count, {
      zero: `و${shown} مستخدم آخر`,
      one: 'ومستخدم واحد آخر',
      two: 'ومستخدمان آخران',
      few: `و${shown} مستخدمين آخرين`,
      many: `و${shown} مستخدمًا آخر`,
      other: `و${shown} مستخدم آخر`,
    })
  },
  running: (total) => `جارٍ إزالة ${images(total)}`,
  progress: 'عمليات الإزالة المنتهية',
  ended: ({ done, failed, notSent }) =>
    listed.format([
      removed(done),
      ...(failed > 0 ? [notRemoved(failed)] : []),
      ...(notSent > 0 ? [`لم يتم إرسال ${requests(notSent)}`] : []),
    ]),
  soFar: ({ done, failed, total }) =>
    listed.format([
      `تمت إزالة ${number.format(done)} من أصل ${images(total)}`,
      ...(failed > 0 ? [notRemoved(failed)] : []),
    ]),
  done: (count) => `تمت إزالتها: ${number.format(count)}`,
  failed: (count) => `تعذّرت إزالتها: ${number.format(count)}`,
  waiting: (count) => `في الانتظار: ${number.format(count)}`,
  notSent: (count) => `طلبات لم تُرسَل: ${number.format(count)}`,
  paused: (left) => `طلب الخادم الانتظار. ستُستأنف العملية بعد ${seconds(left)}.`,
  offline: 'في انتظار عودة الاتصال.',
  stopping: 'جارٍ الإيقاف. ستكتمل الطلبات التي سبق إرسالها.',
  elsewhere: 'عملية الإزالة هذه جارية في علامة تبويب أخرى.',
  interrupted: ({ left, total }) => `انقطعت العملية: لم تتم بعد إزالة ${number.format(left)} من أصل ${images(total)}`,
  interruptedHint: 'أُعيد تحميل الصفحة. لن تُزال أي صورة مرتين عند المتابعة.',
  stop: 'إيقاف',
  goOn: 'متابعة',
  giveUp: 'عدم المتابعة',
  retryFailed: (count) => `إعادة محاولة ما تعذّر (${number.format(count)})`,
  sendRest: (count) => `إزالة الصور المتبقية (${number.format(count)})`,
  tryAgainFor: (name) => `إعادة المحاولة: ${named(name)}`,
  downloadReport: 'تنزيل التقرير',
  downloadJson: 'تنزيل بصيغة JSON',
  dismiss: 'إغلاق',
  failures: 'العمليات التي تعذّرت',
  showMore: (count) => `عرض المزيد (${number.format(count)})`,
  runs: 'عمليات إزالة الصور',
  minimise: 'عرض أقل',
  restore: 'عرض المزيد',
  reportFile: 'الصور-المزالة',
  reportColumns: {
    id: 'المعرّف',
    name: 'الاسم',
    email: 'البريد الإلكتروني',
    outcome: 'النتيجة',
    error: 'الخطأ',
    time: 'الوقت',
  },
  outcomes: { done: 'تمت الإزالة', failed: 'تعذّرت الإزالة', 'not-sent': 'لم يُرسَل الطلب', waiting: 'في الانتظار' },
}
