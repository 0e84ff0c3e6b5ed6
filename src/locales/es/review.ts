import type { ReviewMessages } from '../../core/messages.ts'

const number = new Intl.NumberFormat('es')
const plural = new Intl.PluralRules('es')
const day = new Intl.DateTimeFormat('es', { dateStyle: 'medium' })

/** `many` is for whole millions: “1.000.000 de fotos”. */
type Forms = { one: string; many: string; other: string }
const either = (count: number, forms: Forms) => forms[plural.select(count) as keyof Forms]
const counted = (count: number, forms: Forms) => `${number.format(count)} ${either(count, forms)}`

/** Words of `avatarkit/review`. */
export const esReview: ReviewMessages = {
  label: 'Revisión de fotos',
  grid: 'Fotos por revisar',
  left: ({ count }) => counted(count, { one: 'pendiente', many: 'pendientes', other: 'pendientes' }),
  done: ({ count }) => counted(count, { one: 'revisada', many: 'revisadas', other: 'revisadas' }),
  waiting: ({ count }) =>
    either(count, {
      one: `Sin conexión: ${number.format(count)} eliminación en espera`,
      many: `Sin conexión: ${number.format(count)} de eliminaciones en espera`,
      other: `Sin conexión: ${number.format(count)} eliminaciones en espera`,
    }),
  keep: 'Conservar',
  remove: 'Eliminar',
  skip: 'Omitir',
  undo: 'Deshacer',
  undoOne: (name) => `Deshacer para ${name}`,
  kept: 'Conservada',
  removed: 'Eliminada',
  removedFor: (reason) => `Eliminada: ${reason}`,
  removedForGood: 'Eliminada, ya no se puede deshacer',
  skipped: 'Omitida',
  saidKept: (name) => `Foto conservada: ${name}`,
  saidRemoved: (name) => `Foto eliminada: ${name}`,
  saidSkipped: (name) => `Foto omitida: ${name}`,
  saidUndone: (name) => `Decisión deshecha: ${name}`,
  saidFinal: (name) => `La eliminación de la foto de ${name} ya se envió y no se puede deshacer.`,
  saidFailed: (name) => `No se pudo eliminar la foto de ${name}. Vuelve a estar entre las fotos por revisar.`,
  saidNotRestored: (name) => `No se pudo restaurar la foto de ${name}.`,
  toolbar: 'Deshacer y vista',
  reveal: 'Mostrar',
  revealAll: 'Mostrar todas',
  enlarge: 'Ampliar',
  blur: 'Desenfoque',
  blurs: { none: 'Ninguno', light: 'Ligero', medium: 'Medio', strong: 'Intenso' },
  grey: 'Escala de grises',
  broken: 'No se pudo cargar la foto',
  reason: 'Motivo',
  legend: 'Teclas',
  commands: { keep: 'conservar', remove: 'eliminar', skip: 'omitir', undo: 'deshacer', reveal: 'mostrar u ocultar' },
  keyReason: 'motivo, 0 para ninguno',
  keyHold: 'mantener presionada para mostrar',
  keyEnlarge: 'ampliar',
  keyMove: 'desplazarse',
  keyNames: { ' ': 'Espacio', Enter: 'Intro', Delete: 'Supr', Arrows: '← ↑ ↓ →' },
  singleKeys: 'Decidir con una sola tecla',
  context: 'Acerca de esta persona',
  email: 'Correo electrónico',
  username: 'Nombre de usuario',
  status: 'Estado',
  active: 'Activo',
  banned: 'Bloqueado',
  joined: 'Registro',
  lastActive: 'Última actividad',
  previousPictures: 'Fotos anteriores',
  event: ({ type, at, reason }) => {
    const date = day.format(at)
    const what = { removed: `Eliminada el ${date}`, set: `Establecida el ${date}`, restored: `Restaurada el ${date}` }[
      type
    ]
    return reason ? `${what} (${reason})` : what
  },
  pages: 'Páginas',
  previousPage: 'Página anterior',
  nextPage: 'Página siguiente',
  goToUndecided: ({ count }) =>
    either(count, {
      one: 'Ir a la foto sin decidir',
      many: `Ir al ${number.format(count)} de fotos sin decidir`,
      other: `Ir a las ${number.format(count)} fotos sin decidir`,
    }),
  loading: 'Cargando fotos…',
  offline: 'Sin conexión. Las fotos se cargarán cuando se restablezca.',
  loadFailed: 'No se pudieron cargar las fotos.',
  loadErrors: {
    unauthenticated: 'Su sesión ha caducado. Inicie sesión de nuevo y vuelva a intentarlo.',
    forbidden: 'No tiene permiso para verlas. Solicíteselo a un administrador.',
    'rate-limited': 'Demasiadas solicitudes. Espere un momento y vuelva a intentarlo.',
    unavailable: 'El proveedor de identidad no está disponible en este momento. Vuelva a intentarlo en breve.',
    'time-out': 'El servidor tardó demasiado en responder. Vuelva a intentarlo.',
    misconfigured: 'El servidor no está bien configurado para esta operación. Avise al equipo que gestiona este panel.',
  },
  allDone: 'Todo listo',
  allDoneText: ({ count }) =>
    either(count, {
      one: 'Se revisó una foto.',
      many: `Se revisaron ${number.format(count)} de fotos.`,
      other: `Se revisaron ${number.format(count)} fotos.`,
    }),
  nothing: 'Nada que revisar',
  nothingText: 'No hay ninguna foto pendiente de su revisión.',
  revisitSkipped: ({ count }) =>
    either(count, {
      one: 'Revisar la foto omitida',
      many: `Revisar el ${number.format(count)} de fotos omitidas`,
      other: `Revisar las ${number.format(count)} fotos omitidas`,
    }),
  lookAgain: 'Buscar fotos nuevas',
}
