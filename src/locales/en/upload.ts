import type { UploadMessages } from '../../core/messages.ts'

const megabytes = (bytes: number) =>
  new Intl.NumberFormat('en', { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 }).format(bytes / 2 ** 20)
const megapixels = (pixels: number) =>
  `${new Intl.NumberFormat('en', { maximumSignificantDigits: 2 }).format(pixels / 1_000_000)} megapixels`

export const enUpload: UploadMessages = {
  replaceImage: 'Replace image',
  addImage: 'Add image',
  dialogTitle: 'Set profile image',
  dialogDescription: (name) => `Choose a picture for ${name}, and the part of it that is shown.`,
  choose: 'Choose a picture',
  chooseAnother: 'Choose another picture',
  chooseHint: ({ bytes }) => `Or drop or paste one. PNG, JPEG, WebP, GIF or AVIF, up to ${megabytes(bytes)}.`,
  drop: 'Drop the picture here',
  reading: 'Opening the picture…',
  section: 'Part of the picture that is shown',
  sectionHint: 'Arrow keys move the picture, + and − zoom, [ and ] turn it, 0 starts over.',
  noEditor:
    'The editor could not be loaded. Check your connection, then try again; or set the middle of the picture as it is.',
  zoom: 'Zoom',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  times: (value) => new Intl.NumberFormat('en', { style: 'percent' }).format(value),
  rotation: 'Rotation',
  rotateLeft: 'Turn left',
  rotateRight: 'Turn right',
  degrees: (value) =>
    new Intl.NumberFormat('en', { style: 'unit', unit: 'degree', unitDisplay: 'narrow' }).format(value),
  position: 'Position',
  moveLeft: 'Move left',
  moveRight: 'Move right',
  moveUp: 'Move up',
  moveDown: 'Move down',
  reset: 'Start over',
  preview: 'Preview',
  save: 'Set image',
  faults: {
    empty: () => 'This file is empty. Choose another one.',
    'not-a-picture': () => 'This file is not a picture. Choose a PNG, JPEG, WebP, GIF or AVIF file.',
    svg: () => 'SVG files cannot be used, since they may contain scripts. Choose a PNG, JPEG or WebP file.',
    heic: () => 'HEIC photos cannot be used. Export it as a JPEG, then choose that.',
    damaged: () => 'This picture could not be opened; it may be damaged. Choose another one.',
    'too-many-bytes': ({ bytes }) => `This file is larger than ${megabytes(bytes)}. Choose a smaller one.`,
    'too-many-pixels': ({ pixels }) => `This picture has more than ${megapixels(pixels)}. Choose a smaller one.`,
    'not-encoded': () => 'Your browser could not make the new image. Try again, or choose another picture.',
  },
  replaced: 'Profile image replaced',
  notReplaced: 'The image could not be replaced',
  waiting: 'Waiting: the new image will be set when the connection is back.',
  queued: 'Waiting for an earlier change to end.',
  cancelled: 'The new image was not set',
  adjust: 'Adjust',
  errors: {
    forbidden: () => 'You are not allowed to replace this image. Ask an administrator for the right to do so.',
    'invalid-image': () => 'The server did not accept this picture. Choose another one.',
    'time-out': () => 'The server took too long to answer. Reload the page to see which image is set, then try again.',
    'unknown-outcome': () =>
      'It is not known whether the image was replaced. Reload the page to see, then try again if it was not.',
    unavailable: () =>
      'The identity provider is not available at the moment. The old image is still there; try again shortly.',
  },
}
