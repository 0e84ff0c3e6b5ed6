import type { BulkMessages } from '../../core/messages.ts'

const number = new Intl.NumberFormat('he')
const signed = new Intl.NumberFormat('he', { signDisplay: 'always' })
/** Before a word a list of `Intl` would have ו-, which only stands before numbers and foreign letters. */
const listed = (clauses: string[]) => clauses.join(', ')
const rules = new Intl.PluralRules('he')

/** One, two, and any other number: `other` is given the number as it is shown. */
const plural = (count: number, one: string, two: string, other: (shown: string) => string) => {
  const rule = rules.select(count)
  if (rule === 'one') return one
  return rule === 'two' ? two : other(number.format(count))
}

/** A name keeps its own direction. */
const named = (name: string) => `\u2068${name}\u2069`
const images = (count: number) => plural(count, 'תמונה אחת', 'שתי תמונות', (shown) => `${shown} תמונות`)
const seconds = (count: number) => plural(count, 'שנייה אחת', 'שתי שניות', (shown) => `${shown} שניות`)
const failed = (count: number) => plural(count, 'אחת נכשלה', 'שתיים נכשלו', (shown) => `${shown} נכשלו`)
const notSent = (count: number) => plural(count, 'אחת לא נשלחה', 'שתיים לא נשלחו', (shown) => `${shown} לא נשלחו`)

/** Words of `avatarkit/bulk`. */
export const heBulk: BulkMessages = {
  removeImages: 'הסרת תמונות',
  removeCount: (count) => `הסרת ${images(count)}`,
  dialogTitle: (count) =>
    plural(count, 'להסיר תמונת פרופיל אחת?', 'להסיר שתי תמונות פרופיל?', (shown) => `להסיר ${shown} תמונות פרופיל?`),
  dialogDescription: (count) =>
    plural(
      count,
      'תמונת הפרופיל של משתמש אחד תוסר, ובמקומה יוצגו ראשי התיבות של השם. לא יחול שינוי אצל שאר המשתמשים.',
      'תמונות הפרופיל של שני משתמשים יוסרו, ובמקומן יוצגו ראשי התיבות של השמות. לא יחול שינוי אצל שאר המשתמשים.',
      (shown) =>
        `תמונות הפרופיל של ${shown} משתמשים יוסרו, ובמקומן יוצגו ראשי התיבות של השמות. לא יחול שינוי אצל שאר המשתמשים.`,
    ),
  withoutImage: (count) =>
    plural(
      count,
      'לאחד מהמשתמשים שנבחרו אין תמונה, ולכן המערכת תדלג עליו.',
      'לשניים מהמשתמשים שנבחרו אין תמונה, ולכן המערכת תדלג עליהם.',
      (shown) => `ל־${shown} מהמשתמשים שנבחרו אין תמונה, ולכן המערכת תדלג עליהם.`,
    ),
  notAllowed: (count) =>
    plural(
      count,
      'אין לך הרשאה לשנות את אחד מהמשתמשים שנבחרו, ולכן המערכת תדלג עליו.',
      'אין לך הרשאה לשנות שניים מהמשתמשים שנבחרו, ולכן המערכת תדלג עליהם.',
      (shown) => `אין לך הרשאה לשנות ${shown} מהמשתמשים שנבחרו, ולכן המערכת תדלג עליהם.`,
    ),
  imagesMayReturn: 'תמונות שמגיעות מחשבונות אחרים של המשתמשים, כמו חשבונות Google, עשויות לחזור בהתחברות הבאה.',
  faces: 'המשתמשים שהתמונות שלהם יוסרו',
  more: (count) => signed.format(count),
  moreSpoken: (count) => plural(count, 'ועוד משתמש אחד', 'ועוד שני משתמשים', (shown) => `ועוד ${shown} משתמשים`),
  running: (total) => plural(total, 'מסירים תמונה אחת', 'מסירים שתי תמונות', (shown) => `מסירים ${shown} תמונות`),
  progress: 'הסרות שהסתיימו',
  ended: (counts) =>
    listed([
      plural(counts.done, 'תמונה אחת הוסרה', 'שתי תמונות הוסרו', (shown) => `${shown} תמונות הוסרו`),
      ...(counts.failed > 0 ? [failed(counts.failed)] : []),
      ...(counts.notSent > 0 ? [notSent(counts.notSent)] : []),
    ]),
  soFar: (counts) => {
    const all = images(counts.total)
    const done = plural(
      counts.done,
      `הוסרה אחת מתוך ${all}`,
      `הוסרו שתיים מתוך ${all}`,
      (shown) => `הוסרו ${shown} מתוך ${all}`,
    )
    return listed([done, ...(counts.failed > 0 ? [failed(counts.failed)] : [])])
  },
  done: (count) => `הוסרו: ${number.format(count)}`,
  failed: (count) => `נכשלו: ${number.format(count)}`,
  waiting: (count) => `בהמתנה: ${number.format(count)}`,
  notSent: (count) => `לא נשלחו: ${number.format(count)}`,
  paused: (left) => `השרת ביקש להמתין. הפעולה תימשך בעוד ${seconds(left)}.`,
  offline: 'ממתינים לחיבור.',
  stopping: 'עוצרים. מה שכבר נשלח יושלם.',
  elsewhere: 'ההסרה הזו מתבצעת בכרטיסייה אחרת.',
  interrupted: ({ left, total }) => {
    const all = images(total)
    return plural(
      left,
      `הפעולה נקטעה: אחת מתוך ${all} עדיין לא הוסרה`,
      `הפעולה נקטעה: שתיים מתוך ${all} עדיין לא הוסרו`,
      (shown) => `הפעולה נקטעה: ${shown} מתוך ${all} עדיין לא הוסרו`,
    )
  },
  interruptedHint: 'הדף נטען מחדש. אם ממשיכים, שום תמונה לא תוסר פעמיים.',
  stop: 'עצירה',
  goOn: 'המשך',
  giveUp: 'ויתור',
  retryFailed: (count) =>
    plural(count, 'ניסיון חוזר (אחת שנכשלה)', 'ניסיון חוזר (שתיים שנכשלו)', (shown) => `ניסיון חוזר (${shown} שנכשלו)`),
  sendRest: (count) => `הסרת שאר התמונות (${number.format(count)})`,
  tryAgainFor: (name) => `ניסיון חוזר: ${named(name)}`,
  downloadReport: 'הורדת הדוח',
  downloadJson: 'הורדה כקובץ JSON',
  dismiss: 'סגירה',
  failures: 'ההסרות שנכשלו',
  showMore: (count) => `הצגת עוד ${number.format(count)}`,
  runs: 'הסרות של תמונות',
  minimise: 'הצגת פחות',
  restore: 'הצגת עוד',
  reportFile: 'תמונות-שהוסרו',
  reportColumns: { id: 'מזהה', name: 'שם', email: 'אימייל', outcome: 'תוצאה', error: 'שגיאה', time: 'מועד' },
  outcomes: { done: 'הוסרה', failed: 'נכשלה', 'not-sent': 'לא נשלחה', waiting: 'בהמתנה' },
}
