import type { ReviewMessages } from '../../core/messages.ts'

const number = new Intl.NumberFormat('he')
const day = new Intl.DateTimeFormat('he', { dateStyle: 'medium' })
const rules = new Intl.PluralRules('he')

/** One, two, and any other number: `other` is given the number as it is shown. */
const plural = (count: number, one: string, two: string, other: (shown: string) => string) => {
  const rule = rules.select(count)
  if (rule === 'one') return one
  return rule === 'two' ? two : other(number.format(count))
}

/** A name keeps its own direction. */
const named = (name: string) => `\u2068${name}\u2069`

/** Words of `avatarkit/review`. */
export const heReview: ReviewMessages = {
  label: 'בדיקת תמונות',
  grid: 'תמונות לבדיקה',
  left: ({ count }) => `נותרו: ${number.format(count)}`,
  done: ({ count }) => `טופלו: ${number.format(count)}`,
  waiting: ({ count }) =>
    plural(
      count,
      'אין חיבור: הסרה אחת ממתינה',
      'אין חיבור: שתי הסרות ממתינות',
      (shown) => `אין חיבור: ${shown} הסרות ממתינות`,
    ),
  keep: 'השארה',
  remove: 'הסרה',
  skip: 'דילוג',
  undo: 'ביטול הפעולה',
  undoOne: (name) => `ביטול הפעולה: ${named(name)}`,
  kept: 'הושארה',
  removed: 'הוסרה',
  removedFor: (reason) => `הוסרה: ${named(reason)}`,
  removedForGood: 'הוסרה, כבר לא ניתן לבטל',
  skipped: 'דילוג',
  saidKept: (name) => `הושארה: ${named(name)}`,
  saidRemoved: (name) => `הוסרה: ${named(name)}`,
  saidSkipped: (name) => `דילוג: ${named(name)}`,
  saidUndone: (name) => `הפעולה בוטלה: ${named(name)}`,
  saidFinal: (name) => `ההסרה של התמונה של ${named(name)} כבר נשלחה ולא ניתן לבטל אותה.`,
  saidFailed: (name) => `לא ניתן היה להסיר את התמונה של ${named(name)}. היא חזרה לתמונות שממתינות לבדיקה.`,
  saidNotRestored: (name) => `לא ניתן היה לשחזר את התמונה של ${named(name)}.`,
  toolbar: 'ביטול הפעולה ותצוגה',
  reveal: 'חשיפה',
  revealAll: 'חשיפת הכול',
  enlarge: 'הגדלה',
  blur: 'טשטוש',
  blurs: { none: 'ללא', light: 'קל', medium: 'בינוני', strong: 'חזק' },
  grey: 'גווני אפור',
  broken: 'לא ניתן היה לטעון את התמונה',
  reason: 'סיבה',
  legend: 'מקשים',
  commands: { keep: 'השארה', remove: 'הסרה', skip: 'דילוג', undo: 'ביטול הפעולה', reveal: 'חשיפה או כיסוי' },
  keyReason: 'סיבה, 0 לביטול הבחירה',
  keyHold: 'לחיצה ארוכה לחשיפה',
  keyEnlarge: 'הגדלה',
  keyMove: 'ניווט',
  keyNames: { ' ': 'רווח', Enter: 'Enter', Delete: 'Del', Arrows: '\u2066← ↑ ↓ →\u2069' },
  singleKeys: 'החלטה בהקשה על מקש יחיד',
  context: 'פרטים על המשתמש',
  email: 'אימייל',
  username: 'שם משתמש',
  status: 'סטטוס',
  active: 'פעיל',
  banned: 'חסום',
  joined: 'מועד ההצטרפות',
  lastActive: 'פעילות אחרונה',
  previousPictures: 'תמונות קודמות',
  event: ({ type, at, reason }) => {
    const what = { removed: 'הוסרה בתאריך', set: 'הוגדרה בתאריך', restored: 'שוחזרה בתאריך' }[type]
    return `${what} ${day.format(at)}${reason ? ` (${named(reason)})` : ''}`
  },
  pages: 'דפים',
  previousPage: 'הדף הקודם',
  nextPage: 'הדף הבא',
  goToUndecided: ({ count }) => `מעבר לתמונות שנותרו (${number.format(count)})`,
  loading: 'טוענים תמונות…',
  offline: 'אין חיבור. התמונות ייטענו כשהוא יחזור.',
  loadFailed: 'לא ניתן היה לטעון את התמונות.',
  loadErrors: {
    unauthenticated: 'תוקף ההתחברות פג. יש להתחבר מחדש ולנסות שוב.',
    forbidden: 'אין לך הרשאה לראות אותן. אפשר לבקש הרשאה ממנהלי המערכת.',
    'rate-limited': 'נשלחו יותר מדי בקשות. יש להמתין רגע ולנסות שוב.',
    unavailable: 'ספק הזהויות לא זמין כרגע. יש לנסות שוב בעוד זמן קצר.',
    'time-out': 'השרת לא הגיב בזמן. יש לנסות שוב.',
    misconfigured: 'השרת לא מוגדר כראוי לפעולה הזו. יש לפנות לאחראים על לוח הניהול.',
  },
  allDone: 'הבדיקה הושלמה',
  allDoneText: ({ count }) =>
    plural(count, 'נבדקה תמונה אחת.', 'נבדקו שתי תמונות.', (shown) => `נבדקו ${shown} תמונות.`),
  nothing: 'אין תמונות לבדיקה',
  nothingText: 'אין תמונות של משתמשים שממתינות לבדיקה שלך.',
  revisitSkipped: ({ count }) =>
    plural(
      count,
      'בדיקת התמונה שדילגת עליה',
      'בדיקת שתי התמונות שדילגת עליהן',
      (shown) => `בדיקת ${shown} התמונות שדילגת עליהן`,
    ),
  lookAgain: 'חיפוש תמונות חדשות',
}
