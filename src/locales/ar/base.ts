import type { BaseLocale } from '../../core/messages.ts'

const number = new Intl.NumberFormat('ar')
const rules = new Intl.PluralRules('ar')

/** A name keeps its own direction. */
const named = (name: string) => `\u2068${name}\u2069`

/** In the oblique case, as after «خلال». */
const seconds = (value: number) => {
  const shown = number.format(value)
  const forms = {
    zero: `${shown} ثانية`,
    one: 'ثانية واحدة',
    two: 'ثانيتين',
    few: `${shown} ثوانٍ`,
    many: `${shown} ثانية`,
    other: `${shown} ثانية`,
  }
  return forms[rules.select(value)]
}

/** Arabic, as every panel needs it: each entry brings its own part with it. */
export const arBase: BaseLocale = {
  code: 'ar',
  direction: 'rtl',
  messages: {
    removeImage: 'إزالة الصورة',
    cancel: 'إلغاء',
    close: 'إغلاق',
    tryAgain: 'إعادة المحاولة',
    dismiss: 'تجاهل',
    dialogTitle: 'إزالة صورة الملف الشخصي؟',
    dialogDescription: (name) =>
      `ستُزال صورة الملف الشخصي للمستخدم ${named(name)}، وستظهر الأحرف الأولى من الاسم بدلاً منها.`,
    imageMayReturn:
      'إذا كان مصدر الصورة حسابًا آخر لهذا المستخدم، مثل حساب Google، فقد تظهر مجددًا عند تسجيل الدخول في المرة القادمة.',
    removing: 'جارٍ إزالة الصورة…',
    uploading: 'جارٍ تعيين الصورة الجديدة…',
    verifying: 'جارٍ التحقق من إزالة الصورة…',
    waiting: 'في الانتظار: ستُزال الصورة عند عودة الاتصال.',
    removed: 'تمت إزالة صورة الملف الشخصي',
    heldHere: 'ستُزال الصورة بعد لحظات.',
    held: (name) => `ستُزال صورة الملف الشخصي للمستخدم ${named(name)}`,
    undo: 'تراجع',
    undoHint: 'للتراجع عن الإزالة، يُرجى الضغط على F8 للانتقال إلى الإشعارات.',
    undone: 'تم التراجع عن الإزالة',
    notice: 'إشعار',
    noticesLabel: 'الإشعارات ({hotkey})',
    notRemoved: 'تعذّرت إزالة الصورة',
    noImage: 'لا توجد صورة للملف الشخصي',
    loading: 'جارٍ تحميل بيانات المستخدم…',
    notFound: 'لم يعد هذا المستخدم موجودًا.',
    imageOf: (name) => `صورة الملف الشخصي للمستخدم ${named(name)}`,
    sentence: (title) => `${title}. `,
    errors: {
      unauthenticated: () => 'انتهت جلستك. يُرجى تسجيل الدخول من جديد ثم إعادة المحاولة.',
      forbidden: () => 'ليس لديك إذن بإزالة هذه الصورة. يُرجى طلب الإذن من أحد المشرفين.',
      'user-not-found': ({ name }) => `لم يعد المستخدم ${named(name)} موجودًا. جارٍ تحديث القوائم.`,
      'rate-limited': (details) =>
        details.seconds === undefined
          ? 'عدد الطلبات كبير جدًا. يُرجى الانتظار قليلاً ثم إعادة المحاولة.'
          : `عدد الطلبات كبير جدًا. يُرجى إعادة المحاولة بعد ${seconds(details.seconds)}.`,
      'invalid-user-id': () => 'معرّف المستخدم هذا غير صالح. يُرجى التحقق من الرابط أو من الإعدادات.',
      'invalid-image': () => 'هذا الملف ليس صورة يمكن استخدامها. يُرجى اختيار ملف PNG أو JPEG أو WebP.',
      'too-large': () => 'هذه الصورة كبيرة جدًا. يُرجى اختيار صورة أصغر.',
      unavailable: () => 'موفّر الهوية غير متاح حاليًا. يُرجى إعادة المحاولة بعد قليل.',
      'time-out': () => 'استغرق الخادم وقتًا طويلاً في الرد. لا تزال الصورة موجودة؛ يُرجى إعادة المحاولة.',
      'unknown-outcome': () =>
        'لا يُعرف ما إذا كانت الصورة قد أُزيلت. يُرجى إعادة تحميل الصفحة للتأكد، ثم إعادة المحاولة إذا كانت لا تزال موجودة.',
      superseded: () => 'حلّ تغيير لاحق محل هذا التغيير.',
      undone: () => 'تم التراجع عن الإزالة.',
      misconfigured: () => 'لم يتم إعداد الخادم بشكل صحيح لهذا الإجراء. يُرجى إبلاغ المسؤولين عن هذه اللوحة.',
      aborted: () => 'أُوقفت الإزالة قبل إرسالها.',
      unexpected: () => 'حدث خطأ غير متوقع. يُرجى إعادة المحاولة، وإذا تكرر الخطأ فيُرجى إبلاغ المسؤولين عن هذه اللوحة.',
    },
  },
}
