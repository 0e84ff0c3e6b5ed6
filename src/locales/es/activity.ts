import type { ActivityMessages } from '../../core/messages.ts'

const number = new Intl.NumberFormat('es')
const plural = new Intl.PluralRules('es')

/** `many` is for whole millions: “1.000.000 de caracteres”. */
type Forms = { one: string; many: string; other: string }
const either = (count: number, forms: Forms) => forms[plural.select(count) as keyof Forms]
const characters = (count: number) =>
  `${number.format(count)} ${either(count, { one: 'carácter', many: 'de caracteres', other: 'caracteres' })}`

/** Words of `avatarkit/activity`. In a module of its own: what a dialog loads later brings its words with it. */
export const esActivity: ActivityMessages = {
  reasons: {
    nudity: 'Desnudos o contenido sexual',
    violence: 'Violencia o contenido sangriento',
    hate: 'Odio o acoso',
    impersonation: 'Suplantación de identidad',
    spam: 'Spam o publicidad',
    copyright: 'Derechos de autor',
    other: 'Otro motivo',
  },
  reason: 'Motivo',
  noReason: 'Sin motivo',
  chooseReason: 'Elegir un motivo',
  reasonMissing: 'Elija un motivo.',
  note: 'Nota',
  optional: (label) => `${label} (opcional)`,
  noteHint: 'Para uso interno. El usuario no la ve.',
  noteMissing: 'Escriba una nota.',
  noteMissingFor: (reason) => `«${reason}» requiere una nota explicativa.`,
  noteCount: ({ used, max }) => `${number.format(used)} de ${characters(max)}`,
  noteTooLong: ({ over, max }) => `Una nota puede tener como máximo ${characters(max)}. Quite ${characters(over)}.`,
  tellUser: ({ users }) =>
    either(users, {
      one: 'Informar al usuario',
      many: `Informar al ${number.format(users)} de usuarios`,
      other: `Informar a los ${number.format(users)} usuarios`,
    }),
  preview: (name) => `Mensaje que leerá ${name}`,
  previewExample: (name) => `Ejemplo: mensaje que leerá ${name}`,
  previewLoading: 'Cargando la vista previa…',
  previewFailed: 'No se pudo cargar la vista previa. Su elección sigue siendo válida.',
  activity: 'Actividad',
  did: {
    removed: (by) => `Foto eliminada por ${by}`,
    set: (by) => `Foto establecida por ${by}`,
    restored: (by) => `Foto restaurada por ${by}`,
  },
  today: 'Hoy',
  yesterday: 'Ayer',
  told: 'Usuario informado',
  activityLoading: 'Cargando la actividad…',
  activityNotLoaded: 'No se pudo cargar la actividad',
  noActivity: 'Aún no hay actividad.',
  noActivityOfUser: 'Aún no hay actividad relacionada con la foto de este usuario.',
  showMore: 'Mostrar más',
  loadingMore: 'Cargando más…',
  shown: ({ shown, total }) => `Mostrando ${number.format(shown)} de ${number.format(total)}`,
  showPicture: (name) => `Mostrar la foto eliminada de ${name}`,
  hidePicture: (name) => `Ocultar la foto eliminada de ${name}`,
  show: 'Mostrar',
  hide: 'Ocultar',
  pictureGone: 'No conservada',
  removedImages: 'Fotos eliminadas recientemente',
  keptNotice:
    'Las fotos eliminadas son datos personales. Solo se conservan para poder corregir un error, cada una hasta la fecha indicada, y después se borran definitivamente.',
  keptUntil: (date) => `Se conserva hasta el ${date}`,
  left: ({ value, unit }) =>
    `Tiempo restante: ${new Intl.NumberFormat('es', { style: 'unit', unit, unitDisplay: 'long' }).format(value)}`,
  noRemovedImages: 'En este momento no se conserva ninguna foto eliminada.',
  removedImagesLoading: 'Cargando las fotos eliminadas…',
  removedImagesNotLoaded: 'No se pudieron cargar las fotos eliminadas',
  restore: 'Restaurar foto',
  restoring: 'Restaurando la foto…',
  restoreWaiting: 'Sin conexión: la foto se restaurará cuando vuelva la conexión.',
  restored: (name) => `Foto de perfil de ${name} restaurada`,
  imageRestored: 'Foto restaurada',
  removeAgain: 'Volver a eliminar',
  notRestored: 'No se pudo restaurar la foto',
  restoreErrors: {
    forbidden: () => 'No tiene permiso para restaurar esta foto. Solicíteselo a un administrador.',
    'user-not-found': () => 'La foto ya no se conserva o su usuario ya no existe. Se está actualizando la lista.',
    'time-out': () =>
      'El servidor tardó demasiado en responder. Vuelva a cargar la página para comprobar si la foto se restauró y, si no es así, inténtelo de nuevo.',
    'unknown-outcome': () =>
      'No se sabe si la foto se restauró. Vuelva a cargar la página para comprobarlo y, si no es así, inténtelo de nuevo.',
    undone: () => 'La foto no se restauró.',
    aborted: () => 'La foto no se restauró.',
  },
  readErrors: {
    forbidden: () => 'No tiene permiso para ver este contenido. Solicíteselo a un administrador.',
    'user-not-found': () => 'Este usuario ya no existe.',
    'time-out': () => 'El servidor tardó demasiado en responder. Vuelva a intentarlo.',
    unavailable: () => 'El servidor no está disponible en este momento. Vuelva a intentarlo en breve.',
  },
}
