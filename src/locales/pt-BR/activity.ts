import type { ActivityMessages } from '../../core/messages.ts'

const number = new Intl.NumberFormat('pt-BR')
const plural = new Intl.PluralRules('pt-BR')

/** `many` is for whole millions: “1.000.000 de caracteres”. */
type Forms = { one: string; many: string; other: string }
const either = (count: number, forms: Forms) => forms[plural.select(count) as keyof Forms]
const characters = (count: number) =>
  `${number.format(count)} ${either(count, { one: 'caractere', many: 'de caracteres', other: 'caracteres' })}`

/** Words of `avatarkit/activity`. In a module of its own: what a dialog loads later brings its words with it. */
export const ptBRActivity: ActivityMessages = {
  reasons: {
    nudity: 'Nudez ou conteúdo sexual',
    violence: 'Violência ou conteúdo chocante',
    hate: 'Ódio ou assédio',
    impersonation: 'Falsificação de identidade',
    spam: 'Spam ou publicidade',
    copyright: 'Direitos autorais',
    other: 'Outro motivo',
  },
  reason: 'Motivo',
  noReason: 'Sem motivo',
  chooseReason: 'Escolher um motivo',
  reasonMissing: 'Escolha um motivo.',
  note: 'Observação',
  optional: (label) => `${label} (opcional)`,
  noteHint: 'Para uso interno. O usuário não vê isso.',
  noteMissing: 'Escreva uma observação.',
  noteMissingFor: (reason) => `“${reason}” exige uma observação que explique o motivo.`,
  noteCount: ({ used, max }) => `${number.format(used)} de ${characters(max)}`,
  noteTooLong: ({ over, max }) => `Uma observação pode ter no máximo ${characters(max)}. Apague ${characters(over)}.`,
  tellUser: ({ users }) =>
    either(users, {
      one: 'Informar o usuário',
      many: `Informar o ${number.format(users)} de usuários`,
      other: `Informar os ${number.format(users)} usuários`,
    }),
  preview: (name) => `Mensagem que ${name} vai ler`,
  previewExample: (name) => `Exemplo: mensagem que ${name} vai ler`,
  previewLoading: 'Carregando a prévia…',
  previewFailed: 'Não foi possível carregar a prévia. Sua escolha continua valendo.',
  activity: 'Atividade',
  did: {
    removed: (by) => `Foto removida por ${by}`,
    set: (by) => `Foto definida por ${by}`,
    restored: (by) => `Foto restaurada por ${by}`,
  },
  today: 'Hoje',
  yesterday: 'Ontem',
  told: 'Usuário informado',
  activityLoading: 'Carregando a atividade…',
  activityNotLoaded: 'Não foi possível carregar a atividade',
  noActivity: 'Ainda não há atividade.',
  noActivityOfUser: 'Ainda não há atividade relacionada à foto deste usuário.',
  showMore: 'Mostrar mais',
  loadingMore: 'Carregando mais…',
  shown: ({ shown, total }) => `Exibindo ${number.format(shown)} de ${number.format(total)}`,
  showPicture: (name) => `Mostrar a foto removida de ${name}`,
  hidePicture: (name) => `Ocultar a foto removida de ${name}`,
  show: 'Mostrar',
  hide: 'Ocultar',
  pictureGone: 'Não guardada',
  removedImages: 'Fotos removidas recentemente',
  keptNotice:
    'As fotos removidas são dados pessoais. Elas só ficam guardadas para que um erro possa ser corrigido, cada uma até a data indicada, e depois são excluídas definitivamente.',
  keptUntil: (date) => `Guardada até ${date}`,
  left: ({ value, unit }) =>
    `Tempo restante: ${new Intl.NumberFormat('pt-BR', { style: 'unit', unit, unitDisplay: 'long' }).format(value)}`,
  noRemovedImages: 'Nenhuma foto removida está guardada no momento.',
  removedImagesLoading: 'Carregando as fotos removidas…',
  removedImagesNotLoaded: 'Não foi possível carregar as fotos removidas',
  restore: 'Restaurar foto',
  restoring: 'Restaurando a foto…',
  restoreWaiting: 'Sem conexão: a foto será restaurada quando a conexão voltar.',
  restored: (name) => `Foto de perfil de ${name} restaurada`,
  imageRestored: 'Foto restaurada',
  removeAgain: 'Remover novamente',
  notRestored: 'Não foi possível restaurar a foto',
  restoreErrors: {
    forbidden: () => 'Você não tem permissão para restaurar esta foto. Solicite a permissão a um administrador.',
    'user-not-found': () =>
      'A foto não está mais guardada ou o usuário não existe mais. A lista está sendo atualizada.',
    'time-out': () =>
      'O servidor demorou demais para responder. Recarregue a página para ver se a foto foi restaurada e, se não tiver sido, tente novamente.',
    'unknown-outcome': () =>
      'Não se sabe se a foto foi restaurada. Recarregue a página para verificar e, se não tiver sido, tente novamente.',
    undone: () => 'A foto não foi restaurada.',
    aborted: () => 'A foto não foi restaurada.',
  },
  readErrors: {
    forbidden: () => 'Você não tem permissão para ver este conteúdo. Solicite a permissão a um administrador.',
    'user-not-found': () => 'Este usuário não existe mais.',
    'time-out': () => 'O servidor demorou demais para responder. Tente novamente.',
    unavailable: () => 'O servidor não está disponível no momento. Tente novamente em breve.',
  },
}
