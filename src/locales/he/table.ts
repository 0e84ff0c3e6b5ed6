import type { TableMessages } from '../../core/messages.ts'

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
const users = (count: number) => plural(count, 'משתמש אחד', 'שני משתמשים', (shown) => `${shown} משתמשים`)

/** Words of `avatarkit/table`. */
export const heTable: TableMessages = {
  users: 'משתמשים',
  columns: {
    user: 'משתמש',
    email: 'אימייל',
    status: 'סטטוס',
    lastActive: 'פעילות אחרונה',
    created: 'מועד היצירה',
    actions: 'פעולות',
  },
  search: 'חיפוש משתמשים',
  searchPlaceholder: 'שם, שם משתמש או אימייל',
  filters: 'מסננים',
  withImage: 'עם תמונה',
  withoutImage: 'ללא תמונה',
  changedLately: `שינויים ב־${number.format(7)} הימים האחרונים`,
  clearFilters: 'ניקוי החיפוש והמסננים',
  sortBy: 'מיון לפי',
  defaultOrder: 'סדר ברירת המחדל',
  orders: {
    name: 'שם, מא׳ עד ת׳',
    '-name': 'שם, מת׳ עד א׳',
    createdAt: 'מהישן לחדש',
    '-createdAt': 'מהחדש לישן',
    lastActiveAt: 'הפעילות המוקדמת ביותר תחילה',
    '-lastActiveAt': 'הפעילות המאוחרת ביותר תחילה',
  },
  active: 'פעיל',
  banned: 'חסום',
  isNew: 'חדש',
  never: 'אף פעם',
  selection: 'בחירה',
  selectAll: 'בחירת הכול בדף הזה',
  selectUser: (name) => `בחירה: ${named(name)}`,
  selected: (count) =>
    count === 0
      ? 'לא נבחרו משתמשים'
      : plural(count, 'נבחר משתמש אחד', 'נבחרו שני משתמשים', (shown) => `נבחרו ${shown} משתמשים`),
  clearSelection: 'ניקוי הבחירה',
  selectionActions: 'המשתמשים שנבחרו',
  pages: 'דפים',
  page: (page) => `דף ${number.format(page)}`,
  pageOf: (page, count) => `דף ${number.format(page)} מתוך ${number.format(count)}`,
  firstPage: 'הדף הראשון',
  previousPage: 'הדף הקודם',
  nextPage: 'הדף הבא',
  lastPage: 'הדף האחרון',
  rowsPerPage: 'שורות בדף',
  range: (from, to, total) => `${number.format(from)} עד ${number.format(to)} מתוך ${users(total)}`,
  total: (count) => (count === 0 ? 'אין משתמשים' : users(count)),
  nobody: 'עדיין אין משתמשים',
  nobodyHint: 'משתמשים יופיעו כאן מייד אחרי ההרשמה.',
  nobodyFound: 'לא נמצאו משתמשים',
  nobodyFoundHint: 'אפשר לנסות כתיב אחר או פחות מסננים.',
  notLoaded: 'לא ניתן היה לטעון את המשתמשים',
  loadingUsers: 'טוענים את המשתמשים…',
  others: (count) => plural(count, 'משתמש נוסף', 'שני משתמשים נוספים', (shown) => `${shown} משתמשים נוספים`),
}
