import type { TableMessages } from '../../core/messages.ts'

const number = new Intl.NumberFormat('pl')
const rules = new Intl.PluralRules('pl')

type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }

const counted = (count: number, forms: Forms) =>
  `${number.format(count)}\u00a0${forms[rules.select(count)] ?? forms.other}`
const users = (count: number) =>
  counted(count, { one: 'użytkownik', few: 'użytkownicy', many: 'użytkowników', other: 'użytkownika' })
/** After „z”. */
const ofUsers = (count: number) =>
  counted(count, { one: 'użytkownika', few: 'użytkowników', many: 'użytkowników', other: 'użytkownika' })

/** Words of `avatarkit/table`. */
export const plTable: TableMessages = {
  users: 'Użytkownicy',
  columns: {
    user: 'Użytkownik',
    email: 'E-mail',
    status: 'Stan',
    lastActive: 'Ostatnia aktywność',
    created: 'Rejestracja',
    actions: 'Działania',
  },
  search: 'Szukaj użytkowników',
  searchPlaceholder: 'Imię i\u00a0nazwisko, nazwa użytkownika lub e-mail',
  filters: 'Filtry',
  withImage: 'Ze zdjęciem',
  withoutImage: 'Bez zdjęcia',
  changedLately: 'Zmienieni w\u00a0ciągu ostatnich 7\u00a0dni',
  clearFilters: 'Wyczyść wyszukiwanie i\u00a0filtry',
  sortBy: 'Sortuj według',
  defaultOrder: 'Kolejność domyślna',
  orders: {
    name: 'Nazwa, A–Z',
    '-name': 'Nazwa, Z–A',
    createdAt: 'Od najstarszych',
    '-createdAt': 'Od najnowszych',
    lastActiveAt: 'Od najdłużej nieaktywnych',
    '-lastActiveAt': 'Od ostatnio aktywnych',
  },
  active: 'Aktywny',
  banned: 'Zablokowany',
  isNew: 'Nowy',
  never: 'Nigdy',
  selection: 'Zaznaczenie',
  selectAll: 'Zaznacz wszystkich na tej stronie',
  selectUser: (name) => `Zaznacz użytkownika ${name}`,
  selected: (count) => `Zaznaczono: ${number.format(count)}`,
  clearSelection: 'Wyczyść zaznaczenie',
  selectionActions: 'Zaznaczeni użytkownicy',
  pages: 'Strony',
  page: (page) => `Strona ${number.format(page)}`,
  pageOf: (page, count) => `Strona ${number.format(page)} z\u00a0${number.format(count)}`,
  firstPage: 'Pierwsza strona',
  previousPage: 'Poprzednia strona',
  nextPage: 'Następna strona',
  lastPage: 'Ostatnia strona',
  rowsPerPage: 'Wiersze na stronie',
  range: (from, to, total) => `${number.format(from)}–${number.format(to)} z\u00a0${ofUsers(total)}`,
  total: users,
  nobody: 'Nie ma jeszcze użytkowników',
  nobodyHint: 'Pojawią się tutaj zaraz po rejestracji.',
  nobodyFound: 'Nikogo nie znaleziono',
  nobodyFoundHint: 'Spróbuj innej pisowni lub usuń część filtrów.',
  notLoaded: 'Nie udało się wczytać użytkowników',
  loadingUsers: 'Wczytywanie użytkowników…',
  others: (count) =>
    counted(count, { one: 'inna osoba', few: 'inne osoby', many: 'innych osób', other: 'innej osoby' }),
}
