import type { TableMessages } from '../../core/messages.ts'

const number = new Intl.NumberFormat('pt-BR')
const plural = new Intl.PluralRules('pt-BR')

/** After a number; `many` is for whole millions: “1.000.000 de usuários”. */
function counted(count: number, forms: { one: string; many: string; other: string }): string {
  return `${number.format(count)} ${forms[plural.select(count) as keyof typeof forms]}`
}

const users = (count: number) => counted(count, { one: 'usuário', many: 'de usuários', other: 'usuários' })

/** Words of `avatarkit/table`. */
export const ptBRTable: TableMessages = {
  users: 'Usuários',
  columns: {
    user: 'Usuário',
    email: 'E-mail',
    status: 'Status',
    lastActive: 'Última atividade',
    created: 'Criação',
    actions: 'Ações',
  },
  search: 'Pesquisar usuários',
  searchPlaceholder: 'Nome, nome de usuário ou e-mail',
  filters: 'Filtros',
  withImage: 'Com foto',
  withoutImage: 'Sem foto',
  changedLately: 'Alterados nos últimos 7 dias',
  clearFilters: 'Limpar pesquisa e filtros',
  sortBy: 'Ordenar por',
  defaultOrder: 'Ordem padrão',
  orders: {
    name: 'Nome, de A a Z',
    '-name': 'Nome, de Z a A',
    createdAt: 'Mais antigos primeiro',
    '-createdAt': 'Mais recentes primeiro',
    lastActiveAt: 'Inativos há mais tempo primeiro',
    '-lastActiveAt': 'Ativos mais recentemente primeiro',
  },
  active: 'Ativo',
  banned: 'Banido',
  isNew: 'Novo',
  never: 'Nunca',
  selection: 'Seleção',
  selectAll: 'Selecionar tudo nesta página',
  selectUser: (name) => `Selecionar ${name}`,
  selected: (count) => counted(count, { one: 'selecionado', many: 'selecionados', other: 'selecionados' }),
  clearSelection: 'Limpar seleção',
  selectionActions: 'Usuários selecionados',
  pages: 'Páginas',
  page: (page) => `Página ${number.format(page)}`,
  pageOf: (page, count) => `Página ${number.format(page)} de ${number.format(count)}`,
  firstPage: 'Primeira página',
  previousPage: 'Página anterior',
  nextPage: 'Próxima página',
  lastPage: 'Última página',
  rowsPerPage: 'Linhas por página',
  range: (from, to, total) => `${number.format(from)}–${number.format(to)} de ${users(total)}`,
  total: users,
  nobody: 'Ainda não há usuários',
  nobodyHint: 'As pessoas aparecem aqui assim que se cadastram.',
  nobodyFound: 'Nenhum usuário encontrado',
  nobodyFoundHint: 'Tente outra grafia ou use menos filtros.',
  notLoaded: 'Não foi possível carregar os usuários',
  loadingUsers: 'Carregando usuários…',
  others: (count) => `mais ${number.format(count)}`,
}
