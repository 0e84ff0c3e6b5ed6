import type { UploadMessages } from '../../core/messages.ts'

/** Latin letters and signs, together and not mirrored, as brackets would be. */
const leftToRight = (shown: string) => `\u2066${shown}\u2069`

const megabytes = (bytes: number) =>
  leftToRight(
    new Intl.NumberFormat('he', { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 }).format(bytes / 2 ** 20),
  )
const megapixels = (pixels: number) =>
  `${new Intl.NumberFormat('he', { maximumSignificantDigits: 2 }).format(pixels / 1_000_000)} מגה־פיקסל`

/** A name keeps its own direction. */
const named = (name: string) => `\u2068${name}\u2069`

/** Words of `avatarkit/upload`. */
export const heUpload: UploadMessages = {
  replaceImage: 'החלפת התמונה',
  addImage: 'הוספת תמונה',
  dialogTitle: 'הגדרת תמונת פרופיל',
  dialogDescription: (name) => `יש לבחור תמונה עבור ${named(name)} ואת החלק שיוצג ממנה.`,
  choose: 'בחירת תמונה',
  chooseAnother: 'בחירת תמונה אחרת',
  chooseHint: ({ bytes }) =>
    `אפשר גם לגרור תמונה לכאן או להדביק אותה. PNG,\u200f JPEG,\u200f WebP,\u200f GIF או AVIF, עד ${megabytes(bytes)}.`,
  drop: 'אפשר לשחרר את התמונה כאן',
  reading: 'פותחים את התמונה…',
  section: 'החלק המוצג בתמונה',
  sectionHint: `מקשי החיצים מזיזים את התמונה, ${leftToRight('+')} ו־${leftToRight('−')} מגדילים ומקטינים, ${leftToRight('[')} ו־${leftToRight(']')} מסובבים אותה ו־0 מאפס.`,
  noEditor: 'לא ניתן היה לטעון את כלי העריכה. יש לבדוק את החיבור ולנסות שוב, או להגדיר את מרכז התמונה כמו שהוא.',
  zoom: 'זום',
  zoomIn: 'הגדלה',
  zoomOut: 'הקטנה',
  times: (value) => new Intl.NumberFormat('he', { style: 'percent' }).format(value),
  rotation: 'סיבוב',
  rotateLeft: 'סיבוב שמאלה',
  rotateRight: 'סיבוב ימינה',
  degrees: (value) =>
    new Intl.NumberFormat('he', { style: 'unit', unit: 'degree', unitDisplay: 'narrow' }).format(value),
  position: 'מיקום',
  moveLeft: 'הזזה שמאלה',
  moveRight: 'הזזה ימינה',
  moveUp: 'הזזה למעלה',
  moveDown: 'הזזה למטה',
  reset: 'איפוס',
  preview: 'תצוגה מקדימה',
  save: 'הגדרת התמונה',
  faults: {
    empty: () => 'הקובץ הזה ריק. יש לבחור קובץ אחר.',
    'not-a-picture': () => 'הקובץ הזה אינו תמונה. יש לבחור קובץ PNG,\u200f JPEG,\u200f WebP,\u200f GIF או AVIF.',
    svg: () => 'לא ניתן להשתמש בקובצי SVG כי הם עלולים להכיל סקריפטים. יש לבחור קובץ PNG,\u200f JPEG או WebP.',
    heic: () => 'לא ניתן להשתמש בתמונות HEIC. יש לייצא את התמונה כקובץ JPEG ולבחור בו.',
    damaged: () => 'לא ניתן היה לפתוח את התמונה הזו, וייתכן שהיא פגומה. יש לבחור תמונה אחרת.',
    'too-many-bytes': ({ bytes }) => `הקובץ הזה גדול מ־${megabytes(bytes)}. יש לבחור קובץ קטן יותר.`,
    'too-many-pixels': ({ pixels }) => `בתמונה הזו יש יותר מ־${megapixels(pixels)}. יש לבחור תמונה קטנה יותר.`,
    'not-encoded': () => 'הדפדפן לא הצליח ליצור את התמונה החדשה. יש לנסות שוב או לבחור תמונה אחרת.',
  },
  replaced: 'תמונת הפרופיל הוחלפה',
  notReplaced: 'לא ניתן היה להחליף את התמונה',
  waiting: 'בהמתנה: התמונה החדשה תוגדר כשהחיבור יחזור.',
  queued: 'ממתינים לסיום של שינוי קודם.',
  cancelled: 'התמונה החדשה לא הוגדרה',
  adjust: 'התאמה',
  errors: {
    forbidden: () => 'אין לך הרשאה להחליף את התמונה הזו. אפשר לבקש הרשאה ממנהלי המערכת.',
    'invalid-image': () => 'השרת לא קיבל את התמונה הזו. יש לבחור תמונה אחרת.',
    'time-out': () => 'השרת לא הגיב בזמן. יש לטעון מחדש את הדף כדי לראות איזו תמונה מוגדרת, ואז לנסות שוב.',
    'unknown-outcome': () => 'לא ידוע אם התמונה הוחלפה. יש לטעון מחדש את הדף כדי לבדוק, ואם היא לא הוחלפה – לנסות שוב.',
    unavailable: () => 'ספק הזהויות לא זמין כרגע. התמונה הישנה עדיין קיימת; יש לנסות שוב בעוד זמן קצר.',
  },
}
