import type { BaseLocale } from '../../core/messages.ts'

const seconds = new Intl.NumberFormat('es', { style: 'unit', unit: 'second', unitDisplay: 'long' })

/** Spanish, as every panel needs it: each entry brings its own part with it. */
export const esBase: BaseLocale = {
  code: 'es',
  direction: 'ltr',
  messages: {
    removeImage: 'Eliminar foto',
    cancel: 'Cancelar',
    close: 'Cerrar',
    tryAgain: 'Reintentar',
    dismiss: 'Ignorar',
    dialogTitle: '¿Eliminar la foto de perfil?',
    dialogDescription: (name) => `La foto de perfil de ${name} se eliminará y se reemplazará por iniciales.`,
    imageMayReturn:
      'Si la foto procede de otra cuenta de esta persona, como la de Google, puede volver a aparecer cuando vuelva a iniciar sesión.',
    removing: 'Eliminando la foto…',
    uploading: 'Guardando la nueva foto…',
    verifying: 'Comprobando si se eliminó la foto…',
    waiting: 'Sin conexión: la foto se eliminará cuando vuelva la conexión.',
    removed: 'Foto de perfil eliminada',
    heldHere: 'La foto se eliminará en un momento.',
    held: (name) => `La foto de perfil de ${name} se va a eliminar`,
    undo: 'Deshacer',
    undoHint: 'Presione F8 para ir a las notificaciones y deshacer la eliminación.',
    undone: 'Se deshizo la eliminación',
    notice: 'Notificación',
    noticesLabel: 'Notificaciones ({hotkey})',
    notRemoved: 'No se pudo eliminar la foto',
    noImage: 'Sin foto de perfil',
    loading: 'Cargando el usuario…',
    notFound: 'Este usuario ya no existe.',
    imageOf: (name) => `Foto de perfil de ${name}`,
    sentence: (title) => `${title}. `,
    errors: {
      unauthenticated: () => 'Su sesión ha caducado. Inicie sesión de nuevo y vuelva a intentarlo.',
      forbidden: () => 'No tiene permiso para eliminar esta foto. Solicíteselo a un administrador.',
      'user-not-found': ({ name }) => `La cuenta «${name}» ya no existe. Se están actualizando las listas.`,
      'rate-limited': (details) =>
        details.seconds === undefined
          ? 'Demasiadas solicitudes. Espere un momento y vuelva a intentarlo.'
          : `Demasiadas solicitudes. Vuelva a intentarlo dentro de ${seconds.format(details.seconds)}.`,
      'invalid-user-id': () => 'Este identificador de usuario no es válido. Compruebe el enlace o la configuración.',
      'invalid-image': () => 'Este archivo no es una imagen que se pueda usar. Elija un archivo PNG, JPEG o WebP.',
      'too-large': () => 'Esta imagen es demasiado grande. Elija una más pequeña.',
      unavailable: () => 'El proveedor de identidad no está disponible en este momento. Vuelva a intentarlo en breve.',
      'time-out': () => 'El servidor tardó demasiado en responder. La foto sigue ahí; vuelva a intentarlo.',
      'unknown-outcome': () =>
        'No se sabe si la foto se eliminó. Vuelva a cargar la página para comprobarlo y, si sigue ahí, inténtelo de nuevo.',
      superseded: () => 'Un cambio posterior reemplazó a este.',
      undone: () => 'Se deshizo la eliminación.',
      misconfigured: () =>
        'El servidor no está bien configurado para esta operación. Avise al equipo que gestiona este panel.',
      aborted: () => 'La eliminación se detuvo antes de enviarse.',
      unexpected: () =>
        'Se produjo un error inesperado. Vuelva a intentarlo; si se repite, avise al equipo que gestiona este panel.',
    },
  },
}
