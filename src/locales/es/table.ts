import type { TableMessages } from '../../core/messages.ts'

const number = new Intl.NumberFormat('es')
const plural = new Intl.PluralRules('es')

/** After a number; `many` is for whole millions: “1.000.000 de usuarios”. */
function counted(count: number, forms: { one: string; many: string; other: string }): string {
  return `${number.format(count)} ${forms[plural.select(count) as keyof typeof forms]}`
}

const users = (count: number) => counted(count, { one: 'usuario', many: 'de usuarios', other: 'usuarios' })

/** Words of `avatarkit/table`. */
export const esTable: TableMessages = {
  users: 'Usuarios',
  columns: {
    user: 'Usuario',
    email: 'Correo electrónico',
    status: 'Estado',
    lastActive: 'Última actividad',
    created: 'Creación',
    actions: 'Acciones',
  },
  search: 'Buscar usuarios',
  searchPlaceholder: 'Nombre, nombre de usuario o correo electrónico',
  filters: 'Filtros',
  withImage: 'Con foto',
  withoutImage: 'Sin foto',
  changedLately: 'Modificados en los últimos 7 días',
  clearFilters: 'Borrar la búsqueda y los filtros',
  sortBy: 'Ordenar por',
  defaultOrder: 'Orden predeterminado',
  orders: {
    name: 'Nombre, de la A a la Z',
    '-name': 'Nombre, de la Z a la A',
    createdAt: 'Más antiguos primero',
    '-createdAt': 'Más recientes primero',
    lastActiveAt: 'Actividad más antigua primero',
    '-lastActiveAt': 'Actividad más reciente primero',
  },
  active: 'Activo',
  banned: 'Bloqueado',
  isNew: 'Nuevo',
  never: 'Nunca',
  selection: 'Selección',
  selectAll: 'Seleccionar todo en esta página',
  selectUser: (name) => `Seleccionar a ${name}`,
  selected: (count) => counted(count, { one: 'seleccionado', many: 'seleccionados', other: 'seleccionados' }),
  clearSelection: 'Anular la selección',
  selectionActions: 'Usuarios seleccionados',
  pages: 'Páginas',
  page: (page) => `Página ${number.format(page)}`,
  pageOf: (page, count) => `Página ${number.format(page)} de ${number.format(count)}`,
  firstPage: 'Primera página',
  previousPage: 'Página anterior',
  nextPage: 'Página siguiente',
  lastPage: 'Última página',
  rowsPerPage: 'Filas por página',
  range: (from, to, total) => `${number.format(from)}–${number.format(to)} de ${users(total)}`,
  total: users,
  nobody: 'Aún no hay usuarios',
  nobodyHint: 'Las personas aparecen aquí en cuanto se registran.',
  nobodyFound: 'No se encontraron usuarios',
  nobodyFoundHint: 'Pruebe a escribirlo de otra forma o use menos filtros.',
  notLoaded: 'No se pudieron cargar los usuarios',
  loadingUsers: 'Cargando usuarios…',
  others: (count) => `${number.format(count)} más`,
}
