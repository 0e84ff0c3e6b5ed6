import type { UploadMessages } from '../../core/messages.ts'

const megabytes = (bytes: number) =>
  new Intl.NumberFormat('ar', {
    style: 'unit',
    unit: 'megabyte',
    unitDisplay: 'long',
    maximumFractionDigits: 1,
  }).format(bytes / 2 ** 20)
const megapixels = (pixels: number) =>
  `${new Intl.NumberFormat('ar', { maximumSignificantDigits: 2 }).format(pixels / 1_000_000)} ميغابكسل`

/** A name keeps its own direction. */
const named = (name: string) => `\u2068${name}\u2069`

/** What is on a key is not mirrored, as brackets would be. */
const key = (shown: string) => `\u2066${shown}\u2069`

export const arUpload: UploadMessages = {
  replaceImage: 'استبدال الصورة',
  addImage: 'إضافة صورة',
  dialogTitle: 'تعيين صورة الملف الشخصي',
  dialogDescription: (name) => `يُرجى اختيار صورة للمستخدم ${named(name)} والجزء الذي سيظهر منها.`,
  choose: 'اختيار صورة',
  chooseAnother: 'اختيار صورة أخرى',
  chooseHint: ({ bytes }) =>
    `يمكن أيضًا إفلات صورة هنا أو لصقها. PNG أو JPEG أو WebP أو GIF أو AVIF، بحجم لا يتجاوز ${megabytes(bytes)}.`,
  drop: 'إفلات الصورة هنا',
  reading: 'جارٍ فتح الصورة…',
  section: 'الجزء الظاهر من الصورة',
  sectionHint: `مفاتيح الأسهم لتحريك الصورة، والمفتاحان ${key('+')} و${key('−')} للتكبير والتصغير، والمفتاحان ${key('[')} و${key(']')} للتدوير، والمفتاح 0 للبدء من جديد.`,
  noEditor:
    'تعذّر تحميل أداة التحرير. يُرجى التحقق من الاتصال ثم إعادة المحاولة، أو تعيين الجزء الأوسط من الصورة كما هو.',
  zoom: 'التكبير',
  zoomIn: 'تكبير',
  zoomOut: 'تصغير',
  times: (value) => new Intl.NumberFormat('ar', { style: 'percent' }).format(value),
  rotation: 'التدوير',
  rotateLeft: 'تدوير إلى اليسار',
  rotateRight: 'تدوير إلى اليمين',
  degrees: (value) =>
    new Intl.NumberFormat('ar', { style: 'unit', unit: 'degree', unitDisplay: 'narrow' }).format(value),
  position: 'الموضع',
  moveLeft: 'تحريك إلى اليسار',
  moveRight: 'تحريك إلى اليمين',
  moveUp: 'تحريك إلى الأعلى',
  moveDown: 'تحريك إلى الأسفل',
  reset: 'البدء من جديد',
  preview: 'معاينة',
  save: 'تعيين الصورة',
  faults: {
    empty: () => 'هذا الملف فارغ. يُرجى اختيار ملف آخر.',
    'not-a-picture': () => 'هذا الملف ليس صورة. يُرجى اختيار ملف PNG أو JPEG أو WebP أو GIF أو AVIF.',
    svg: () => 'لا يمكن استخدام ملفات SVG لأنها قد تحتوي على نصوص برمجية. يُرجى اختيار ملف PNG أو JPEG أو WebP.',
    heic: () => 'لا يمكن استخدام صور HEIC. يُرجى تصدير الصورة بتنسيق JPEG ثم اختيارها.',
    damaged: () => 'تعذّر فتح هذه الصورة، وقد تكون تالفة. يُرجى اختيار صورة أخرى.',
    'too-many-bytes': ({ bytes }) => `حجم هذا الملف أكبر من ${megabytes(bytes)}. يُرجى اختيار ملف أصغر.`,
    'too-many-pixels': ({ pixels }) => `دقة هذه الصورة أعلى من ${megapixels(pixels)}. يُرجى اختيار صورة أصغر.`,
    'not-encoded': () => 'تعذّر على المتصفح إنشاء الصورة الجديدة. يُرجى إعادة المحاولة أو اختيار صورة أخرى.',
  },
  replaced: 'تم استبدال صورة الملف الشخصي',
  notReplaced: 'تعذّر استبدال الصورة',
  waiting: 'في الانتظار: ستُعيَّن الصورة الجديدة عند عودة الاتصال.',
  queued: 'في انتظار اكتمال تغيير سابق.',
  cancelled: 'لم تُعيَّن الصورة الجديدة',
  adjust: 'تعديل',
  errors: {
    forbidden: () => 'ليس لديك إذن باستبدال هذه الصورة. يُرجى طلب الإذن من أحد المشرفين.',
    'invalid-image': () => 'لم يقبل الخادم هذه الصورة. يُرجى اختيار صورة أخرى.',
    'time-out': () =>
      'استغرق الخادم وقتًا طويلاً في الرد. يُرجى إعادة تحميل الصفحة لمعرفة الصورة المعيَّنة، ثم إعادة المحاولة.',
    'unknown-outcome': () =>
      'لا يُعرف ما إذا كانت الصورة قد استُبدلت. يُرجى إعادة تحميل الصفحة للتأكد، ثم إعادة المحاولة إذا لم تُستبدل.',
    unavailable: () => 'موفّر الهوية غير متاح حاليًا. لا تزال الصورة القديمة موجودة؛ يُرجى إعادة المحاولة بعد قليل.',
  },
}
