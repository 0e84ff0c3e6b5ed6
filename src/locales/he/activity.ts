import type { ActivityMessages } from '../../core/messages.ts'

const number = new Intl.NumberFormat('he')
const rules = new Intl.PluralRules('he')

/** One, two, and any other number: `other` is given the number as it is shown. */
const plural = (count: number, one: string, two: string, other: (shown: string) => string) => {
  const rule = rules.select(count)
  if (rule === 'one') return one
  return rule === 'two' ? two : other(number.format(count))
}

/** A name keeps its own direction. */
const named = (name: string) => `\u2068${name}\u2069`
const characters = (count: number) => plural(count, 'תו אחד', 'שני תווים', (shown) => `${shown} תווים`)

/** Words of `avatarkit/activity`. In a module of its own: what a dialog loads later brings its words with it. */
export const heActivity: ActivityMessages = {
  reasons: {
    nudity: 'עירום או תוכן מיני',
    violence: 'אלימות או תוכן גרפי קשה',
    hate: 'שנאה או הטרדה',
    impersonation: 'התחזות',
    spam: 'ספאם או פרסומות',
    copyright: 'זכויות יוצרים',
    other: 'סיבה אחרת',
  },
  reason: 'סיבה',
  noReason: 'ללא סיבה',
  chooseReason: 'בחירת סיבה',
  reasonMissing: 'יש לבחור סיבה.',
  note: 'הערה',
  optional: (label) => `${label} (לא חובה)`,
  noteHint: 'לתיעוד בלבד. ההערה לא מוצגת למשתמש.',
  noteMissing: 'יש לכתוב הערה.',
  noteMissingFor: (reason) => `הסיבה ”${named(reason)}” מחייבת הערה שמסבירה אותה.`,
  noteCount: ({ used, max }) => `${number.format(used)} מתוך ${characters(max)}`,
  noteTooLong: ({ over, max }) => `אורך ההערה הוא ${characters(max)} לכל היותר. יש למחוק ${characters(over)}.`,
  tellUser: ({ users }) =>
    plural(users, 'שליחת הודעה למשתמש', 'שליחת הודעה לשני המשתמשים', (shown) => `שליחת הודעה ל־${shown} המשתמשים`),
  preview: (name) => `ההודעה שתוצג למשתמש ${named(name)}`,
  previewExample: (name) => `לדוגמה, ההודעה שתוצג למשתמש ${named(name)}`,
  previewLoading: 'טוענים את התצוגה המקדימה…',
  previewFailed: 'לא ניתן היה לטעון את התצוגה המקדימה. הבחירה נשארת בתוקף.',
  activity: 'פעילות',
  did: {
    removed: (by) => `התמונה הוסרה על ידי ${named(by)}`,
    set: (by) => `התמונה הוגדרה על ידי ${named(by)}`,
    restored: (by) => `התמונה שוחזרה על ידי ${named(by)}`,
  },
  today: 'היום',
  yesterday: 'אתמול',
  told: 'נשלחה הודעה למשתמש',
  activityLoading: 'טוענים את הפעילות…',
  activityNotLoaded: 'לא ניתן היה לטעון את הפעילות',
  noActivity: 'עדיין לא בוצעו פעולות.',
  noActivityOfUser: 'עדיין לא בוצעו פעולות בתמונה של המשתמש הזה.',
  showMore: 'הצגת עוד',
  loadingMore: 'טוענים עוד…',
  shown: ({ shown, total }) => `מוצגות: ${number.format(shown)} מתוך ${number.format(total)}`,
  showPicture: (name) => `הצגה: התמונה שהוסרה של ${named(name)}`,
  hidePicture: (name) => `הסתרה: התמונה שהוסרה של ${named(name)}`,
  show: 'הצגה',
  hide: 'הסתרה',
  pictureGone: 'לא נשמרה',
  removedImages: 'תמונות שהוסרו לאחרונה',
  keptNotice:
    'תמונות שהוסרו הן מידע אישי. הן נשמרות רק כדי לאפשר תיקון של טעויות, כל אחת עד המועד שמופיע לידה, ולאחר מכן נמחקות לצמיתות.',
  keptUntil: (date) => `נשמרת עד ${named(date)}`,
  left: ({ value, unit }) => {
    if (unit === 'day') return plural(value, 'נותר יום אחד', 'נותרו יומיים', (shown) => `נותרו ${shown} ימים`)
    if (unit === 'hour') return plural(value, 'נותרה שעה אחת', 'נותרו שעתיים', (shown) => `נותרו ${shown} שעות`)
    return plural(value, 'נותרה דקה אחת', 'נותרו שתי דקות', (shown) => `נותרו ${shown} דקות`)
  },
  noRemovedImages: 'כרגע לא נשמרות תמונות שהוסרו.',
  removedImagesLoading: 'טוענים את התמונות שהוסרו…',
  removedImagesNotLoaded: 'לא ניתן היה לטעון את התמונות שהוסרו',
  restore: 'שחזור התמונה',
  restoring: 'משחזרים את התמונה…',
  restoreWaiting: 'בהמתנה: התמונה תשוחזר כשהחיבור יחזור.',
  restored: (name) => `תמונת הפרופיל של ${named(name)} שוחזרה`,
  imageRestored: 'התמונה שוחזרה',
  removeAgain: 'הסרה חוזרת',
  notRestored: 'לא ניתן היה לשחזר את התמונה',
  restoreErrors: {
    forbidden: () => 'אין לך הרשאה לשחזר את התמונה הזו. אפשר לבקש הרשאה ממנהלי המערכת.',
    'user-not-found': () => 'התמונה כבר לא נשמרת, או שהמשתמש כבר לא קיים. הרשימה מתרעננת.',
    'time-out': () => 'השרת לא הגיב בזמן. יש לטעון מחדש את הדף כדי לבדוק אם התמונה שוחזרה, ואם לא – לנסות שוב.',
    'unknown-outcome': () => 'לא ידוע אם התמונה שוחזרה. יש לטעון מחדש את הדף כדי לבדוק, ואם לא – לנסות שוב.',
    undone: () => 'התמונה לא שוחזרה.',
    aborted: () => 'התמונה לא שוחזרה.',
  },
  readErrors: {
    forbidden: () => 'אין לך הרשאה לראות את התוכן הזה. אפשר לבקש הרשאה ממנהלי המערכת.',
    'user-not-found': () => 'המשתמש הזה כבר לא קיים.',
    'time-out': () => 'השרת לא הגיב בזמן. יש לנסות שוב.',
    unavailable: () => 'השרת לא זמין כרגע. יש לנסות שוב בעוד זמן קצר.',
  },
}
