import type { BaseLocale } from '../../core/messages.ts'

const number = new Intl.NumberFormat('he')
const rules = new Intl.PluralRules('he')

/** A name keeps its own direction. */
const named = (name: string) => `\u2068${name}\u2069`

const seconds = (value: number) => {
  const rule = rules.select(value)
  if (rule === 'one') return 'שנייה אחת'
  return rule === 'two' ? 'שתי שניות' : `${number.format(value)} שניות`
}

/** Hebrew, as every panel needs it: each entry brings its own part with it. */
export const heBase: BaseLocale = {
  code: 'he',
  direction: 'rtl',
  messages: {
    removeImage: 'הסרת התמונה',
    cancel: 'ביטול',
    close: 'סגירה',
    tryAgain: 'ניסיון חוזר',
    dismiss: 'סגירה',
    dialogTitle: 'להסיר את תמונת הפרופיל?',
    dialogDescription: (name) => `תמונת הפרופיל של ${named(name)} תוסר, ובמקומה יוצגו ראשי התיבות של השם.`,
    imageMayReturn: 'אם התמונה מגיעה מחשבון אחר של המשתמש, כמו חשבון Google, היא עשויה לחזור בהתחברות הבאה.',
    removing: 'מסירים את התמונה…',
    uploading: 'מגדירים את התמונה החדשה…',
    verifying: 'בודקים אם התמונה הוסרה…',
    waiting: 'בהמתנה: התמונה תוסר כשהחיבור יחזור.',
    removed: 'תמונת הפרופיל הוסרה',
    heldHere: 'התמונה תוסר בעוד רגע.',
    held: (name) => `תמונת הפרופיל של ${named(name)} תוסר`,
    undo: 'ביטול הפעולה',
    undoHint: 'כדי לעבור להודעות ולבטל את ההסרה, יש להקיש על F8.',
    undone: 'ההסרה בוטלה',
    notice: 'הודעה',
    noticesLabel: 'הודעות ({hotkey})',
    notRemoved: 'לא ניתן היה להסיר את התמונה',
    noImage: 'אין תמונת פרופיל',
    loading: 'טוענים את פרטי המשתמש…',
    notFound: 'המשתמש הזה כבר לא קיים.',
    imageOf: (name) => `תמונת הפרופיל של ${named(name)}`,
    sentence: (title) => `${title}. `,
    errors: {
      unauthenticated: () => 'תוקף ההתחברות פג. יש להתחבר מחדש ולנסות שוב.',
      forbidden: () => 'אין לך הרשאה להסיר את התמונה הזו. אפשר לבקש הרשאה ממנהלי המערכת.',
      'user-not-found': ({ name }) => `החשבון של ${named(name)} כבר לא קיים. הרשימות מתרעננות.`,
      'rate-limited': (details) =>
        details.seconds === undefined
          ? 'נשלחו יותר מדי בקשות. יש להמתין רגע ולנסות שוב.'
          : `נשלחו יותר מדי בקשות. יש לנסות שוב בעוד ${seconds(details.seconds)}.`,
      'invalid-user-id': () => 'מזהה המשתמש לא תקין. יש לבדוק את הקישור או את ההגדרות.',
      'invalid-image': () => 'הקובץ הזה אינו תמונה שאפשר להשתמש בה. יש לבחור קובץ PNG,\u200f JPEG או WebP.',
      'too-large': () => 'התמונה הזו גדולה מדי. יש לבחור תמונה קטנה יותר.',
      unavailable: () => 'ספק הזהויות לא זמין כרגע. יש לנסות שוב בעוד זמן קצר.',
      'time-out': () => 'השרת לא הגיב בזמן. התמונה עדיין קיימת; יש לנסות שוב.',
      'unknown-outcome': () =>
        'לא ידוע אם התמונה הוסרה. יש לטעון מחדש את הדף כדי לבדוק, ואם היא עדיין קיימת – לנסות שוב.',
      superseded: () => 'שינוי מאוחר יותר החליף את השינוי הזה.',
      undone: () => 'ההסרה בוטלה.',
      misconfigured: () => 'השרת לא מוגדר כראוי לפעולה הזו. יש לפנות לאחראים על לוח הניהול.',
      aborted: () => 'ההסרה נעצרה לפני שנשלחה.',
      unexpected: () => 'אירעה שגיאה לא צפויה. יש לנסות שוב, ואם היא חוזרת – לפנות לאחראים על לוח הניהול.',
    },
  },
}
