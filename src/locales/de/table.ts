import type { TableMessages } from '../../core/messages.ts'

const number = new Intl.NumberFormat('de')
const plural = new Intl.PluralRules('de')
const counted = (count: number, one: string, other: string) =>
  `${number.format(count)} ${plural.select(count) === 'one' ? one : other}`

/** Words of `avatarkit/table`. */
export const deTable: TableMessages = {
  users: 'Nutzer',
  columns: {
    user: 'Nutzer',
    email: 'E-Mail',
    status: 'Status',
    lastActive: 'Zuletzt aktiv',
    created: 'Erstellt',
    actions: 'Aktionen',
  },
  search: 'Nutzer suchen',
  searchPlaceholder: 'Name, Nutzername oder E-Mail',
  filters: 'Filter',
  withImage: 'Mit Bild',
  withoutImage: 'Ohne Bild',
  changedLately: 'In den letzten 7 Tagen geändert',
  clearFilters: 'Suche und Filter zurücksetzen',
  sortBy: 'Sortieren nach',
  defaultOrder: 'Standardreihenfolge',
  orders: {
    name: 'Name, A bis Z',
    '-name': 'Name, Z bis A',
    createdAt: 'Älteste zuerst',
    '-createdAt': 'Neueste zuerst',
    lastActiveAt: 'Am längsten inaktive zuerst',
    '-lastActiveAt': 'Zuletzt aktive zuerst',
  },
  active: 'Aktiv',
  banned: 'Gesperrt',
  isNew: 'Neu',
  never: 'Nie',
  selection: 'Auswahl',
  selectAll: 'Alle auf dieser Seite auswählen',
  selectUser: (name) => `${name} auswählen`,
  selected: (count) => `${number.format(count)} ausgewählt`,
  clearSelection: 'Auswahl aufheben',
  selectionActions: 'Ausgewählte Nutzer',
  pages: 'Seiten',
  page: (page) => `Seite ${number.format(page)}`,
  pageOf: (page, count) => `Seite ${number.format(page)} von ${number.format(count)}`,
  firstPage: 'Erste Seite',
  previousPage: 'Vorherige Seite',
  nextPage: 'Nächste Seite',
  lastPage: 'Letzte Seite',
  rowsPerPage: 'Zeilen pro Seite',
  range: (from, to, total) => `${number.format(from)}–${number.format(to)} von ${counted(total, 'Nutzer', 'Nutzern')}`,
  total: (count) => counted(count, 'Nutzer', 'Nutzer'),
  nobody: 'Noch keine Nutzer',
  nobodyHint: 'Personen erscheinen hier, sobald sie sich registrieren.',
  nobodyFound: 'Keine Nutzer gefunden',
  nobodyFoundHint: 'Versuchen Sie eine andere Schreibweise oder weniger Filter.',
  notLoaded: 'Die Nutzer konnten nicht geladen werden',
  loadingUsers: 'Nutzer werden geladen\u00a0…',
  others: (count) => counted(count, 'weitere Person', 'weitere Personen'),
}
