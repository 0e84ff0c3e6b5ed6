import type { TableMessages } from '../../core/messages.ts'

const number = new Intl.NumberFormat('ru')
const rules = new Intl.PluralRules('ru')

type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }

const counted = (count: number, forms: Forms) =>
  `${number.format(count)}\u00a0${forms[rules.select(count)] ?? forms.other}`
const users = (count: number) =>
  counted(count, { one: 'пользователь', few: 'пользователя', many: 'пользователей', other: 'пользователя' })
/** After «из». */
const ofUsers = (count: number) =>
  counted(count, { one: 'пользователя', few: 'пользователей', many: 'пользователей', other: 'пользователя' })

/** Words of `avatarkit/table`. */
export const ruTable: TableMessages = {
  users: 'Пользователи',
  columns: {
    user: 'Пользователь',
    email: 'Эл.\u00a0почта',
    status: 'Статус',
    lastActive: 'Последняя активность',
    created: 'Регистрация',
    actions: 'Действия',
  },
  search: 'Поиск пользователей',
  searchPlaceholder: 'Имя, логин или эл.\u00a0почта',
  filters: 'Фильтры',
  withImage: 'С аватаром',
  withoutImage: 'Без аватара',
  changedLately: 'Изменённые за последние 7\u00a0дней',
  clearFilters: 'Сбросить поиск и фильтры',
  sortBy: 'Сортировка',
  defaultOrder: 'По умолчанию',
  orders: {
    name: 'Имя, А–Я',
    '-name': 'Имя, Я–А',
    createdAt: 'Сначала старые',
    '-createdAt': 'Сначала новые',
    lastActiveAt: 'Сначала давно неактивные',
    '-lastActiveAt': 'Сначала недавно активные',
  },
  active: 'Активен',
  banned: 'Заблокирован',
  isNew: 'Новый',
  never: 'Никогда',
  selection: 'Выбор',
  selectAll: 'Выбрать всех на странице',
  selectUser: (name) => `Выбрать пользователя ${name}`,
  selected: (count) => `Выбрано: ${number.format(count)}`,
  clearSelection: 'Сбросить выбор',
  selectionActions: 'Выбранные пользователи',
  pages: 'Страницы',
  page: (page) => `Страница ${number.format(page)}`,
  pageOf: (page, count) => `Страница ${number.format(page)} из ${number.format(count)}`,
  firstPage: 'Первая страница',
  previousPage: 'Предыдущая страница',
  nextPage: 'Следующая страница',
  lastPage: 'Последняя страница',
  rowsPerPage: 'Строк на странице',
  range: (from, to, total) => `${number.format(from)}–${number.format(to)} из ${ofUsers(total)}`,
  total: users,
  nobody: 'Пользователей пока нет',
  nobodyHint: 'Они появятся здесь сразу после регистрации.',
  nobodyFound: 'Никого не найдено',
  nobodyFoundHint: 'Измените запрос или уберите часть фильтров.',
  notLoaded: 'Не удалось загрузить пользователей',
  loadingUsers: 'Загрузка пользователей…',
  others: (count) => `ещё ${counted(count, { one: 'человек', few: 'человека', many: 'человек', other: 'человека' })}`,
}
