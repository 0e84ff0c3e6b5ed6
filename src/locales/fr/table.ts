import type { TableMessages } from '../../core/messages.ts'

const number = new Intl.NumberFormat('fr')
const plural = new Intl.PluralRules('fr')

/** After a number; `many` is for whole millions: “1 000 000 d’utilisateurs”. */
function counted(count: number, forms: { one: string; many: string; other: string }): string {
  return `${number.format(count)}\u00a0${forms[plural.select(count) as keyof typeof forms]}`
}

const users = (count: number) => counted(count, { one: 'utilisateur', many: 'd’utilisateurs', other: 'utilisateurs' })

/** Words of `avatarkit/table`. */
export const frTable: TableMessages = {
  users: 'Utilisateurs',
  columns: {
    user: 'Utilisateur',
    email: 'Adresse e-mail',
    status: 'État',
    lastActive: 'Dernière activité',
    created: 'Création',
    actions: 'Actions',
  },
  search: 'Rechercher des utilisateurs',
  searchPlaceholder: 'Nom, nom d’utilisateur ou adresse e-mail',
  filters: 'Filtres',
  withImage: 'Avec photo',
  withoutImage: 'Sans photo',
  changedLately: 'Modifiés au cours des 7\u00a0derniers jours',
  clearFilters: 'Effacer la recherche et les filtres',
  sortBy: 'Trier par',
  defaultOrder: 'Ordre par défaut',
  orders: {
    name: 'Nom, de A à Z',
    '-name': 'Nom, de Z à A',
    createdAt: 'Les plus anciens d’abord',
    '-createdAt': 'Les plus récents d’abord',
    lastActiveAt: 'Activité la plus ancienne d’abord',
    '-lastActiveAt': 'Activité la plus récente d’abord',
  },
  active: 'Actif',
  banned: 'Banni',
  isNew: 'Nouveau',
  never: 'Jamais',
  selection: 'Sélection',
  selectAll: 'Tout sélectionner sur cette page',
  selectUser: (name) => `Sélectionner ${name}`,
  selected: (count) => counted(count, { one: 'sélectionné', many: 'sélectionnés', other: 'sélectionnés' }),
  clearSelection: 'Tout désélectionner',
  selectionActions: 'Utilisateurs sélectionnés',
  pages: 'Pages',
  page: (page) => `Page ${number.format(page)}`,
  pageOf: (page, count) => `Page ${number.format(page)} sur ${number.format(count)}`,
  firstPage: 'Première page',
  previousPage: 'Page précédente',
  nextPage: 'Page suivante',
  lastPage: 'Dernière page',
  rowsPerPage: 'Lignes par page',
  range: (from, to, total) => `${number.format(from)}–${number.format(to)} sur ${users(total)}`,
  total: users,
  nobody: 'Aucun utilisateur pour le moment',
  nobodyHint: 'Les personnes apparaissent ici dès leur inscription.',
  nobodyFound: 'Aucun utilisateur trouvé',
  nobodyFoundHint: 'Essayez une autre orthographe ou moins de filtres.',
  notLoaded: 'Les utilisateurs n’ont pas pu être chargés',
  loadingUsers: 'Chargement des utilisateurs…',
  others: (count) => counted(count, { one: 'autre', many: 'd’autres', other: 'autres' }),
}
