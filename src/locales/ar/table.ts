import type { TableMessages } from '../../core/messages.ts'

const number = new Intl.NumberFormat('ar')
const rules = new Intl.PluralRules('ar')
const plural = (count: number, forms: Record<Intl.LDMLPluralRule, string>) => forms[rules.select(count)]

/** A name keeps its own direction. */
const named = (name: string) => `\u2068${name}\u2069`

/** Words of `avatarkit/table`. */
export const arTable: TableMessages = {
  users: 'المستخدمون',
  columns: {
    user: 'المستخدم',
    email: 'البريد الإلكتروني',
    status: 'الحالة',
    lastActive: 'آخر نشاط',
    created: 'تاريخ الإنشاء',
    actions: 'الإجراءات',
  },
  search: 'البحث عن مستخدمين',
  searchPlaceholder: 'الاسم أو اسم المستخدم أو البريد الإلكتروني',
  filters: 'الفلاتر',
  withImage: 'لديهم صورة',
  withoutImage: 'ليست لديهم صورة',
  changedLately: `تغييرات خلال آخر ${number.format(7)} أيام`,
  clearFilters: 'محو البحث والفلاتر',
  sortBy: 'الترتيب حسب',
  defaultOrder: 'الترتيب التلقائي',
  orders: {
    name: 'الاسم، من أ إلى ي',
    '-name': 'الاسم، من ي إلى أ',
    createdAt: 'الأقدم أولاً',
    '-createdAt': 'الأحدث أولاً',
    lastActiveAt: 'الأقدم نشاطًا أولاً',
    '-lastActiveAt': 'الأحدث نشاطًا أولاً',
  },
  active: 'نشط',
  banned: 'محظور',
  isNew: 'جديد',
  never: 'لا يوجد نشاط',
  selection: 'التحديد',
  selectAll: 'تحديد الكل في هذه الصفحة',
  selectUser: (name) => `تحديد ${named(name)}`,
  selected: (count) => {
    const shown = number.format(count)
    return plural(count, {
      zero: 'لم يتم تحديد أي مستخدم',
      one: 'تم تحديد مستخدم واحد',
      two: 'تم تحديد مستخدمَين',
      few: `تم تحديد ${shown} مستخدمين`,
      many: `تم تحديد ${shown} مستخدمًا`,
      other: `تم تحديد ${shown} مستخدم`,
    })
  },
  clearSelection: 'إلغاء التحديد',
  selectionActions: 'المستخدمون المحددون',
  pages: 'الصفحات',
  page: (page) => `الصفحة ${number.format(page)}`,
  pageOf: (page, count) => `الصفحة ${number.format(page)} من ${number.format(count)}`,
  firstPage: 'الصفحة الأولى',
  previousPage: 'الصفحة السابقة',
  nextPage: 'الصفحة التالية',
  lastPage: 'الصفحة الأخيرة',
  rowsPerPage: 'عدد الصفوف في الصفحة',
  range: (from, to, total) =>
    `المستخدمون من ${number.format(from)} إلى ${number.format(to)} من أصل ${number.format(total)}`,
  total: (count) => {
    const shown = number.format(count)
    return plural(count, {
      zero: 'لا يوجد مستخدمون',
      one: 'مستخدم واحد',
      two: 'مستخدمان',
      few: `${shown} مستخدمين`,
      many: `${shown} مستخدمًا`,
      other: `${shown} مستخدم`,
    })
  },
  nobody: 'لا يوجد مستخدمون بعد',
  nobodyHint: 'يظهر المستخدمون هنا فور اشتراكهم.',
  nobodyFound: 'لم يتم العثور على أي مستخدم',
  nobodyFoundHint: 'يُرجى تجربة تهجئة أخرى أو تقليل عدد الفلاتر.',
  notLoaded: 'تعذّر تحميل المستخدمين',
  loadingUsers: 'جارٍ تحميل المستخدمين…',
  others: (count) => {
    const shown = number.format(count)
    return plural(count, {
      zero: `${shown} مستخدم آخر`,
      one: 'مستخدم آخر',
      two: 'مستخدمان آخران',
      few: `${shown} مستخدمين آخرين`,
      many: `${shown} مستخدمًا آخر`,
      other: `${shown} مستخدم آخر`,
    })
  },
}
