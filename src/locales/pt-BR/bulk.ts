import type { BulkMessages } from '../../core/messages.ts'

const number = new Intl.NumberFormat('pt-BR')
const plural = new Intl.PluralRules('pt-BR')
const seconds = new Intl.NumberFormat('pt-BR', { style: 'unit', unit: 'second', unitDisplay: 'long' })
const listed = new Intl.ListFormat('pt-BR', { type: 'unit' })

/** `many` is for whole millions: “1.000.000 de fotos”. */
type Forms = { one: string; many: string; other: string }
const either = (count: number, forms: Forms) => forms[plural.select(count) as keyof Forms]
const counted = (count: number, forms: Forms) => `${number.format(count)} ${either(count, forms)}`
const photos = (count: number) => counted(count, { one: 'foto', many: 'de fotos', other: 'fotos' })
const removed = (count: number) =>
  counted(count, { one: 'foto removida', many: 'de fotos removidas', other: 'fotos removidas' })
const failures = (count: number) => counted(count, { one: 'falha', many: 'de falhas', other: 'falhas' })
const unsent = (count: number) => counted(count, { one: 'não enviada', many: 'não enviadas', other: 'não enviadas' })
const selectedUsers = (count: number) =>
  counted(count, { one: 'usuário selecionado', many: 'de usuários selecionados', other: 'usuários selecionados' })
const untouched = 'Os demais usuários não serão afetados.'

/** Words of `avatarkit/bulk`. */
export const ptBRBulk: BulkMessages = {
  removeImages: 'Remover fotos',
  removeCount: (count) => `Remover ${photos(count)}`,
  dialogTitle: (count) =>
    `Remover ${counted(count, { one: 'foto de perfil', many: 'de fotos de perfil', other: 'fotos de perfil' })}?`,
  dialogDescription: (count) =>
    either(count, {
      one: `A foto de perfil de um usuário será removida e substituída por iniciais. ${untouched}`,
      many: `As fotos de perfil de ${number.format(count)} de usuários serão removidas e substituídas por iniciais. ${untouched}`,
      other: `As fotos de perfil de ${number.format(count)} usuários serão removidas e substituídas por iniciais. ${untouched}`,
    }),
  withoutImage: (count) =>
    either(count, {
      one: `${selectedUsers(count)} não tem foto e será ignorado.`,
      many: `${selectedUsers(count)} não têm foto e serão ignorados.`,
      other: `${selectedUsers(count)} não têm foto e serão ignorados.`,
    }),
  notAllowed: (count) =>
    either(count, {
      one: `${selectedUsers(count)} será ignorado porque você não tem permissão para alterá-lo.`,
      many: `${selectedUsers(count)} serão ignorados porque você não tem permissão para alterá-los.`,
      other: `${selectedUsers(count)} serão ignorados porque você não tem permissão para alterá-los.`,
    }),
  imagesMayReturn: 'Fotos que vêm de outra conta dessas pessoas, como a do Google, podem reaparecer no próximo login.',
  faces: 'Usuários cujas fotos serão removidas',
  more: (count) => `+${number.format(count)}`,
  moreSpoken: (count) => `e mais ${number.format(count)}`,
  running: (total) => `Removendo ${photos(total)}`,
  progress: 'Progresso da remoção',
  ended: ({ done, failed, notSent }) =>
    listed.format([
      removed(done),
      ...(failed > 0 ? [failures(failed)] : []),
      ...(notSent > 0 ? [unsent(notSent)] : []),
    ]),
  soFar: ({ done, failed, total }) =>
    listed.format([`${number.format(done)} de ${removed(total)}`, ...(failed > 0 ? [failures(failed)] : [])]),
  done: (count) => counted(count, { one: 'removida', many: 'removidas', other: 'removidas' }),
  failed: failures,
  waiting: (count) => counted(count, { one: 'pendente', many: 'pendentes', other: 'pendentes' }),
  notSent: unsent,
  paused: (left) => `O servidor pediu para aguardar. A remoção continua em ${seconds.format(left)}.`,
  offline: 'Aguardando a conexão.',
  stopping: 'Parando. O que já foi enviado será concluído.',
  elsewhere: 'Esta remoção está em andamento em outra guia.',
  interrupted: ({ left, total }) => `Remoção interrompida: falta remover ${number.format(left)} de ${photos(total)}`,
  interruptedHint: 'A página foi recarregada. Se você continuar, nada será removido duas vezes.',
  stop: 'Parar',
  goOn: 'Continuar',
  giveUp: 'Desistir',
  retryFailed: (count) => `Tentar novamente (${number.format(count)})`,
  sendRest: (count) => (count === 1 ? 'Remover a foto restante' : `Remover as ${number.format(count)} restantes`),
  tryAgainFor: (name) => `Tentar novamente: ${name}`,
  downloadReport: 'Baixar relatório',
  downloadJson: 'Baixar como JSON',
  dismiss: 'Fechar',
  failures: 'Remoções que falharam',
  showMore: (count) => `Mostrar mais ${number.format(count)}`,
  runs: 'Remoções de fotos',
  minimise: 'Mostrar menos',
  restore: 'Mostrar mais',
  reportFile: 'fotos-removidas',
  reportColumns: {
    id: 'identificador',
    name: 'nome',
    email: 'e-mail',
    outcome: 'resultado',
    error: 'erro',
    time: 'data e hora',
  },
  outcomes: { done: 'removida', failed: 'falha', 'not-sent': 'não enviada', waiting: 'pendente' },
}
