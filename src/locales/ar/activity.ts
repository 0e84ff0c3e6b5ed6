import type { ActivityMessages } from '../../core/messages.ts'

const number = new Intl.NumberFormat('ar')
const rules = new Intl.PluralRules('ar')
const plural = (count: number, forms: Record<Intl.LDMLPluralRule, string>) => forms[rules.select(count)]

/** A name keeps its own direction. */
const named = (name: string) => `\u2068${name}\u2069`

/** In the oblique case, as after «حذف» and «يتجاوز». */
const characters = (count: number) => {
  const shown = number.format(count)
  return plural(count, {
    zero: `${shown} حرف`,
    one: 'حرف واحد',
    two: 'حرفَين',
    few: `${shown} أحرف`,
    many: `${shown} حرفًا`,
    other: `${shown} حرف`,
  })
}

/** Words of `avatarkit/activity`. In a module of its own: what a dialog loads later brings its words with it. */
export const arActivity: ActivityMessages = {
  reasons: {
    nudity: 'عُري أو محتوى جنسي',
    violence: 'عنف أو مشاهد دموية',
    hate: 'كراهية أو مضايقة',
    impersonation: 'انتحال شخصية',
    spam: 'محتوى غير مرغوب فيه أو إعلانات',
    copyright: 'حقوق الطبع والنشر',
    other: 'سبب آخر',
  },
  reason: 'السبب',
  noReason: 'بدون سبب',
  chooseReason: 'اختيار سبب',
  reasonMissing: 'يُرجى اختيار سبب.',
  note: 'ملاحظة',
  optional: (label) => `${label} (اختياري)`,
  noteHint: 'للسجلات فقط. لا تظهر للمستخدم.',
  noteMissing: 'يُرجى كتابة ملاحظة.',
  noteMissingFor: (reason) => `يتطلب السبب «${named(reason)}» ملاحظة توضّحه.`,
  noteCount: ({ used, max }) => `${number.format(used)} من ${characters(max)}`,
  noteTooLong: ({ over, max }) => `يجب ألا يتجاوز طول الملاحظة ${characters(max)}. يُرجى حذف ${characters(over)}.`,
  tellUser: ({ users }) => {
    const shown = number.format(users)
    return plural(users, {
      zero: 'إبلاغ المستخدمين',
      one: 'إبلاغ المستخدم',
      two: 'إبلاغ المستخدمَين',
      few: `إبلاغ المستخدمين (${shown})`,
      many: `إبلاغ المستخدمين (${shown})`,
      other: `إبلاغ المستخدمين (${shown})`,
    })
  },
  preview: (name) => `الرسالة التي ستظهر للمستخدم ${named(name)}`,
  previewExample: (name) => `مثال: الرسالة التي ستظهر للمستخدم ${named(name)}`,
  previewLoading: 'جارٍ تحميل المعاينة…',
  previewFailed: 'تعذّر تحميل المعاينة. يظل اختيارك ساريًا رغم ذلك.',
  activity: 'النشاط',
  did: {
    removed: (by) => `تمت إزالة الصورة بواسطة ${named(by)}`,
    set: (by) => `تم تعيين الصورة بواسطة ${named(by)}`,
    restored: (by) => `تمت استعادة الصورة بواسطة ${named(by)}`,
  },
  today: 'اليوم',
  yesterday: 'أمس',
  told: 'تم إبلاغ المستخدم',
  activityLoading: 'جارٍ تحميل النشاط…',
  activityNotLoaded: 'تعذّر تحميل النشاط',
  noActivity: 'لم يُتخذ أي إجراء بعد.',
  noActivityOfUser: 'لم يُتخذ أي إجراء بشأن صورة هذا المستخدم بعد.',
  showMore: 'عرض المزيد',
  loadingMore: 'جارٍ تحميل المزيد…',
  shown: ({ shown, total }) => `المعروض: ${number.format(shown)} من ${number.format(total)}`,
  showPicture: (name) => `عرض الصورة التي أُزيلت للمستخدم ${named(name)}`,
  hidePicture: (name) => `إخفاء الصورة التي أُزيلت للمستخدم ${named(name)}`,
  show: 'عرض',
  hide: 'إخفاء',
  pictureGone: 'غير محفوظة',
  removedImages: 'الصور التي أُزيلت مؤخرًا',
  keptNotice:
    'تُعدّ الصور التي أُزيلت بيانات شخصية، ولا يُحتفظ بها إلا لإتاحة تصحيح الأخطاء، وتبقى كل صورة حتى الموعد المبيَّن بجانبها، ثم تُحذف نهائيًا.',
  keptUntil: (date) => `محفوظة حتى ${named(date)}`,
  left: ({ value, unit }) =>
    `المتبقي: ${new Intl.NumberFormat('ar', { style: 'unit', unit, unitDisplay: 'long' }).format(value)}`,
  noRemovedImages: 'لا يُحتفظ حاليًا بأي صور أُزيلت.',
  removedImagesLoading: 'جارٍ تحميل الصور التي أُزيلت…',
  removedImagesNotLoaded: 'تعذّر تحميل الصور التي أُزيلت',
  restore: 'استعادة الصورة',
  restoring: 'جارٍ استعادة الصورة…',
  restoreWaiting: 'في الانتظار: ستُستعاد الصورة عند عودة الاتصال.',
  restored: (name) => `تمت استعادة صورة الملف الشخصي للمستخدم ${named(name)}`,
  imageRestored: 'تمت استعادة الصورة',
  removeAgain: 'إزالة مجددًا',
  notRestored: 'تعذّرت استعادة الصورة',
  restoreErrors: {
    forbidden: () => 'ليس لديك إذن باستعادة هذه الصورة. يُرجى طلب الإذن من أحد المشرفين.',
    'user-not-found': () => 'لم تعد الصورة محفوظة، أو لم يعد المستخدم موجودًا. جارٍ تحديث القائمة.',
    'time-out': () =>
      'استغرق الخادم وقتًا طويلاً في الرد. يُرجى إعادة تحميل الصفحة لمعرفة ما إذا كانت الصورة قد عادت، ثم إعادة المحاولة إذا لم تعد.',
    'unknown-outcome': () =>
      'لا يُعرف ما إذا كانت الصورة قد استُعيدت. يُرجى إعادة تحميل الصفحة للتأكد، ثم إعادة المحاولة إذا لم تُستعَد.',
    undone: () => 'لم تُستعَد الصورة.',
    aborted: () => 'لم تُستعَد الصورة.',
  },
  readErrors: {
    forbidden: () => 'ليس لديك إذن بالاطلاع على هذا المحتوى. يُرجى طلب الإذن من أحد المشرفين.',
    'user-not-found': () => 'لم يعد هذا المستخدم موجودًا.',
    'time-out': () => 'استغرق الخادم وقتًا طويلاً في الرد. يُرجى إعادة المحاولة.',
    unavailable: () => 'الخادم غير متاح حاليًا. يُرجى إعادة المحاولة بعد قليل.',
  },
}
