import type { ReviewMessages } from '../../core/messages.ts'

const number = new Intl.NumberFormat('pt-BR')
const plural = new Intl.PluralRules('pt-BR')
const day = new Intl.DateTimeFormat('pt-BR', { dateStyle: 'medium' })

/** `many` is for whole millions: “1.000.000 de fotos”. */
type Forms = { one: string; many: string; other: string }
const either = (count: number, forms: Forms) => forms[plural.select(count) as keyof Forms]
const counted = (count: number, forms: Forms) => `${number.format(count)} ${either(count, forms)}`

/** Words of `avatarkit/review`. */
export const ptBRReview: ReviewMessages = {
  label: 'Revisão de fotos',
  grid: 'Fotos para revisar',
  left: ({ count }) => counted(count, { one: 'pendente', many: 'pendentes', other: 'pendentes' }),
  done: ({ count }) => counted(count, { one: 'revisada', many: 'revisadas', other: 'revisadas' }),
  waiting: ({ count }) =>
    either(count, {
      one: `Sem conexão: ${number.format(count)} remoção em espera`,
      many: `Sem conexão: ${number.format(count)} de remoções em espera`,
      other: `Sem conexão: ${number.format(count)} remoções em espera`,
    }),
  keep: 'Manter',
  remove: 'Remover',
  skip: 'Pular',
  undo: 'Desfazer',
  undoOne: (name) => `Desfazer para ${name}`,
  kept: 'Mantida',
  removed: 'Removida',
  removedFor: (reason) => `Removida: ${reason}`,
  removedForGood: 'Removida, não é mais possível desfazer',
  skipped: 'Pulada',
  saidKept: (name) => `Foto mantida: ${name}`,
  saidRemoved: (name) => `Foto removida: ${name}`,
  saidSkipped: (name) => `Foto pulada: ${name}`,
  saidUndone: (name) => `Decisão desfeita: ${name}`,
  saidFinal: (name) => `A remoção da foto de ${name} já foi enviada e não pode mais ser desfeita.`,
  saidFailed: (name) => `Não foi possível remover a foto de ${name}. Ela voltou para as fotos a revisar.`,
  saidNotRestored: (name) => `Não foi possível restaurar a foto de ${name}.`,
  toolbar: 'Desfazer e visualização',
  reveal: 'Mostrar',
  revealAll: 'Mostrar todas',
  enlarge: 'Ampliar',
  blur: 'Desfoque',
  blurs: { none: 'Nenhum', light: 'Leve', medium: 'Médio', strong: 'Forte' },
  grey: 'Tons de cinza',
  broken: 'Não foi possível carregar a foto',
  reason: 'Motivo',
  legend: 'Teclas',
  commands: { keep: 'manter', remove: 'remover', skip: 'pular', undo: 'desfazer', reveal: 'mostrar ou ocultar' },
  keyReason: 'motivo, 0 para nenhum',
  keyHold: 'segurar para mostrar',
  keyEnlarge: 'ampliar',
  keyMove: 'navegar',
  keyNames: { ' ': 'Espaço', Enter: 'Enter', Delete: 'Del', Arrows: '← ↑ ↓ →' },
  singleKeys: 'Decidir com uma única tecla',
  context: 'Sobre esta pessoa',
  email: 'E-mail',
  username: 'Nome de usuário',
  status: 'Status',
  active: 'Ativo',
  banned: 'Banido',
  joined: 'Cadastro',
  lastActive: 'Última atividade',
  previousPictures: 'Fotos anteriores',
  event: ({ type, at, reason }) => {
    const date = day.format(at)
    const what = { removed: `Removida em ${date}`, set: `Definida em ${date}`, restored: `Restaurada em ${date}` }[type]
    return reason ? `${what} (${reason})` : what
  },
  pages: 'Páginas',
  previousPage: 'Página anterior',
  nextPage: 'Próxima página',
  goToUndecided: ({ count }) =>
    either(count, {
      one: 'Ir para a foto sem decisão',
      many: `Ir para o ${number.format(count)} de fotos sem decisão`,
      other: `Ir para as ${number.format(count)} fotos sem decisão`,
    }),
  loading: 'Carregando fotos…',
  offline: 'Sem conexão. As fotos serão carregadas quando ela voltar.',
  loadFailed: 'Não foi possível carregar as fotos.',
  loadErrors: {
    unauthenticated: 'Sua sessão expirou. Faça login e tente novamente.',
    forbidden: 'Você não tem permissão para vê-las. Solicite a permissão a um administrador.',
    'rate-limited': 'Muitas solicitações. Aguarde um momento e tente novamente.',
    unavailable: 'O provedor de identidade não está disponível no momento. Tente novamente em breve.',
    'time-out': 'O servidor demorou demais para responder. Tente novamente.',
    misconfigured:
      'O servidor não está configurado corretamente para esta operação. Avise a equipe responsável por este painel.',
  },
  allDone: 'Tudo pronto',
  allDoneText: ({ count }) =>
    either(count, {
      one: `${number.format(count)} foto foi revisada.`,
      many: `${number.format(count)} de fotos foram revisadas.`,
      other: `${number.format(count)} fotos foram revisadas.`,
    }),
  nothing: 'Nada para revisar',
  nothingText: 'Nenhuma foto está aguardando sua revisão.',
  revisitSkipped: ({ count }) =>
    either(count, {
      one: 'Revisar a foto pulada',
      many: `Revisar o ${number.format(count)} de fotos puladas`,
      other: `Revisar as ${number.format(count)} fotos puladas`,
    }),
  lookAgain: 'Procurar novas fotos',
}
