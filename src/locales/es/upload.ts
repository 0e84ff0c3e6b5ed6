import type { UploadMessages } from '../../core/messages.ts'

const megabytes = (bytes: number) =>
  new Intl.NumberFormat('es', { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 }).format(bytes / 2 ** 20)

const rounded = new Intl.NumberFormat('es', { maximumSignificantDigits: 2 })
const plural = new Intl.PluralRules('es', { maximumSignificantDigits: 2 })

function megapixels(pixels: number): string {
  const millions = pixels / 1_000_000
  const unit = { one: 'megapíxel', many: 'de megapíxeles', other: 'megapíxeles' }[
    plural.select(millions) as 'one' | 'many' | 'other'
  ]
  return `${rounded.format(millions)} ${unit}`
}

/** Words of `avatarkit/upload`. */
export const esUpload: UploadMessages = {
  replaceImage: 'Reemplazar foto',
  addImage: 'Agregar foto',
  dialogTitle: 'Establecer foto de perfil',
  dialogDescription: (name) => `Elija una imagen para ${name} y la parte que se mostrará.`,
  choose: 'Elegir una imagen',
  chooseAnother: 'Elegir otra imagen',
  chooseHint: ({ bytes }) =>
    `También puede arrastrarla aquí o pegarla. PNG, JPEG, WebP, GIF o AVIF, hasta ${megabytes(bytes)}.`,
  drop: 'Suelte la imagen aquí',
  reading: 'Abriendo la imagen…',
  section: 'Parte visible de la imagen',
  sectionHint: 'Las flechas mueven la imagen, + y − cambian el zoom, [ y ] la giran y 0 lo restablece todo.',
  noEditor:
    'No se pudo cargar el editor. Compruebe la conexión y vuelva a intentarlo, o use el centro de la imagen tal como está.',
  zoom: 'Zoom',
  zoomIn: 'Acercar',
  zoomOut: 'Alejar',
  times: (value) => new Intl.NumberFormat('es', { style: 'percent' }).format(value),
  rotation: 'Rotación',
  rotateLeft: 'Girar a la izquierda',
  rotateRight: 'Girar a la derecha',
  degrees: (value) =>
    new Intl.NumberFormat('es', { style: 'unit', unit: 'degree', unitDisplay: 'narrow' }).format(value),
  position: 'Posición',
  moveLeft: 'Mover a la izquierda',
  moveRight: 'Mover a la derecha',
  moveUp: 'Mover hacia arriba',
  moveDown: 'Mover hacia abajo',
  reset: 'Restablecer',
  preview: 'Vista previa',
  save: 'Establecer foto',
  faults: {
    empty: () => 'Este archivo está vacío. Elija otro.',
    'not-a-picture': () => 'Este archivo no es una imagen. Elija un archivo PNG, JPEG, WebP, GIF o AVIF.',
    svg: () => 'No se pueden usar archivos SVG, ya que pueden contener scripts. Elija un archivo PNG, JPEG o WebP.',
    heic: () => 'No se pueden usar fotos HEIC. Exporte la foto como JPEG y elija ese archivo.',
    damaged: () => 'No se pudo abrir esta imagen; puede que esté dañada. Elija otra.',
    'too-many-bytes': ({ bytes }) => `Este archivo supera el límite de ${megabytes(bytes)}. Elija uno más pequeño.`,
    'too-many-pixels': ({ pixels }) => `Esta imagen tiene más de ${megapixels(pixels)}. Elija una más pequeña.`,
    'not-encoded': () => 'El navegador no pudo crear la nueva imagen. Vuelva a intentarlo o elija otra imagen.',
  },
  replaced: 'Foto de perfil reemplazada',
  notReplaced: 'No se pudo reemplazar la foto',
  waiting: 'Sin conexión: la nueva foto se establecerá cuando vuelva la conexión.',
  queued: 'Esperando a que termine un cambio anterior.',
  cancelled: 'No se estableció la nueva foto',
  adjust: 'Ajustar',
  errors: {
    forbidden: () => 'No tiene permiso para reemplazar esta foto. Solicíteselo a un administrador.',
    'invalid-image': () => 'El servidor no aceptó esta imagen. Elija otra.',
    'time-out': () =>
      'El servidor tardó demasiado en responder. Vuelva a cargar la página para ver qué foto está establecida e inténtelo de nuevo.',
    'unknown-outcome': () =>
      'No se sabe si la foto se reemplazó. Vuelva a cargar la página para comprobarlo y, si no es así, inténtelo de nuevo.',
    unavailable: () =>
      'El proveedor de identidad no está disponible en este momento. La foto anterior sigue ahí; vuelva a intentarlo en breve.',
  },
}
