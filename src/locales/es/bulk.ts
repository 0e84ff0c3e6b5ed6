import type { BulkMessages } from '../../core/messages.ts'

const number = new Intl.NumberFormat('es')
const plural = new Intl.PluralRules('es')
const seconds = new Intl.NumberFormat('es', { style: 'unit', unit: 'second', unitDisplay: 'long' })
const listed = new Intl.ListFormat('es', { type: 'unit' })

/** `many` is for whole millions: “1.000.000 de fotos”. */
type Forms = { one: string; many: string; other: string }
const either = (count: number, forms: Forms) => forms[plural.select(count) as keyof Forms]
const counted = (count: number, forms: Forms) => `${number.format(count)} ${either(count, forms)}`
const photos = (count: number) => counted(count, { one: 'foto', many: 'de fotos', other: 'fotos' })
const removed = (count: number) =>
  counted(count, { one: 'foto eliminada', many: 'de fotos eliminadas', other: 'fotos eliminadas' })
const failures = (count: number) => `${number.format(count)} con error`
const unsent = (count: number) => counted(count, { one: 'no enviada', many: 'no enviadas', other: 'no enviadas' })
const selectedUsers = (count: number) =>
  counted(count, { one: 'usuario seleccionado', many: 'de usuarios seleccionados', other: 'usuarios seleccionados' })
const untouched = 'El resto de los usuarios no se verá afectado.'

/** Words of `avatarkit/bulk`. */
export const esBulk: BulkMessages = {
  removeImages: 'Eliminar fotos',
  removeCount: (count) => `Eliminar ${photos(count)}`,
  dialogTitle: (count) =>
    `¿Eliminar ${counted(count, { one: 'foto de perfil', many: 'de fotos de perfil', other: 'fotos de perfil' })}?`,
  dialogDescription: (count) =>
    either(count, {
      one: `La foto de perfil de un usuario se eliminará y se reemplazará por iniciales. ${untouched}`,
      many: `Las fotos de perfil de ${number.format(count)} de usuarios se eliminarán y se reemplazarán por iniciales. ${untouched}`,
      other: `Las fotos de perfil de ${number.format(count)} usuarios se eliminarán y se reemplazarán por iniciales. ${untouched}`,
    }),
  withoutImage: (count) =>
    either(count, {
      one: `${selectedUsers(count)} no tiene foto y se omitirá.`,
      many: `${selectedUsers(count)} no tienen foto y se omitirán.`,
      other: `${selectedUsers(count)} no tienen foto y se omitirán.`,
    }),
  notAllowed: (count) =>
    either(count, {
      one: `${selectedUsers(count)} se omitirá porque usted no tiene permiso para modificarlo.`,
      many: `${selectedUsers(count)} se omitirán porque usted no tiene permiso para modificarlos.`,
      other: `${selectedUsers(count)} se omitirán porque usted no tiene permiso para modificarlos.`,
    }),
  imagesMayReturn:
    'Las fotos que proceden de otra cuenta de estas personas, como la de Google, pueden volver a aparecer cuando vuelvan a iniciar sesión.',
  faces: 'Usuarios cuya foto se eliminará',
  more: (count) => `+${number.format(count)}`,
  moreSpoken: (count) => `y ${number.format(count)} más`,
  running: (total) => `Eliminando ${photos(total)}`,
  progress: 'Progreso de la eliminación',
  ended: ({ done, failed, notSent }) =>
    listed.format([
      removed(done),
      ...(failed > 0 ? [failures(failed)] : []),
      ...(notSent > 0 ? [unsent(notSent)] : []),
    ]),
  soFar: ({ done, failed, total }) =>
    listed.format([`${number.format(done)} de ${removed(total)}`, ...(failed > 0 ? [failures(failed)] : [])]),
  done: (count) => counted(count, { one: 'eliminada', many: 'eliminadas', other: 'eliminadas' }),
  failed: failures,
  waiting: (count) => counted(count, { one: 'pendiente', many: 'pendientes', other: 'pendientes' }),
  notSent: unsent,
  paused: (left) => `El servidor pide esperar. Se reanudará dentro de ${seconds.format(left)}.`,
  offline: 'Esperando la conexión.',
  stopping: 'Deteniendo. Las eliminaciones ya enviadas se completarán.',
  elsewhere: 'Esta eliminación se está ejecutando en otra pestaña.',
  interrupted: ({ left, total }) => `Eliminación interrumpida: ${number.format(left)} de ${photos(total)} por eliminar`,
  interruptedHint: 'La página se volvió a cargar. Si continúa, no se eliminará nada dos veces.',
  stop: 'Detener',
  goOn: 'Continuar',
  giveUp: 'Abandonar',
  retryFailed: (count) => `Reintentar ${failures(count)}`,
  sendRest: (count) => (count === 1 ? 'Eliminar la foto restante' : `Eliminar las ${number.format(count)} restantes`),
  tryAgainFor: (name) => `Reintentar: ${name}`,
  downloadReport: 'Descargar informe',
  downloadJson: 'Descargar como JSON',
  dismiss: 'Cerrar',
  failures: 'Eliminaciones con error',
  showMore: (count) => `Mostrar ${number.format(count)} más`,
  runs: 'Eliminación de fotos',
  minimise: 'Mostrar menos',
  restore: 'Mostrar más',
  reportFile: 'fotos-eliminadas',
  reportColumns: {
    id: 'identificador',
    name: 'nombre',
    email: 'correo electrónico',
    outcome: 'resultado',
    error: 'error',
    time: 'fecha y hora',
  },
  outcomes: { done: 'eliminada', failed: 'con error', 'not-sent': 'no enviada', waiting: 'pendiente' },
}
