import type { UploadMessages } from '../../core/messages.ts'

const megabytes = (bytes: number) =>
  new Intl.NumberFormat('fr', { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 }).format(bytes / 2 ** 20)

const pixels = new Intl.NumberFormat('fr', { maximumSignificantDigits: 2 })
const plural = new Intl.PluralRules('fr', { maximumSignificantDigits: 2 })

function megapixels(count: number): string {
  const millions = count / 1_000_000
  const unit = { one: 'mégapixel', many: 'de mégapixels', other: 'mégapixels' }[
    plural.select(millions) as 'one' | 'many' | 'other'
  ]
  return `${pixels.format(millions)}\u00a0${unit}`
}

/** Words of `avatarkit/upload`. */
export const frUpload: UploadMessages = {
  replaceImage: 'Remplacer la photo',
  addImage: 'Ajouter une photo',
  dialogTitle: 'Définir la photo de profil',
  dialogDescription: (name) => `Choisissez une image pour ${name} et la partie à afficher.`,
  choose: 'Choisir une image',
  chooseAnother: 'Choisir une autre image',
  chooseHint: ({ bytes }) =>
    `Vous pouvez aussi la déposer ici ou la coller. PNG, JPEG, WebP, GIF ou AVIF, ${megabytes(bytes)} au maximum.`,
  drop: 'Déposez l’image ici',
  reading: 'Ouverture de l’image…',
  section: 'Partie affichée de l’image',
  sectionHint: 'Les flèches déplacent l’image, + et − changent le zoom, [ et ] la font pivoter, 0 réinitialise tout.',
  noEditor:
    'L’éditeur n’a pas pu être chargé. Vérifiez votre connexion, puis réessayez\u202f; ou utilisez telle quelle la partie centrale de l’image.',
  zoom: 'Zoom',
  zoomIn: 'Zoom avant',
  zoomOut: 'Zoom arrière',
  times: (value) => new Intl.NumberFormat('fr', { style: 'percent' }).format(value),
  rotation: 'Rotation',
  rotateLeft: 'Pivoter vers la gauche',
  rotateRight: 'Pivoter vers la droite',
  degrees: (value) =>
    new Intl.NumberFormat('fr', { style: 'unit', unit: 'degree', unitDisplay: 'narrow' }).format(value),
  position: 'Position',
  moveLeft: 'Déplacer vers la gauche',
  moveRight: 'Déplacer vers la droite',
  moveUp: 'Déplacer vers le haut',
  moveDown: 'Déplacer vers le bas',
  reset: 'Réinitialiser',
  preview: 'Aperçu',
  save: 'Définir la photo',
  faults: {
    empty: () => 'Ce fichier est vide. Choisissez-en un autre.',
    'not-a-picture': () => 'Ce fichier n’est pas une image. Choisissez un fichier PNG, JPEG, WebP, GIF ou AVIF.',
    svg: () =>
      'Les fichiers SVG ne sont pas acceptés, car ils peuvent contenir des scripts. Choisissez un fichier PNG, JPEG ou WebP.',
    heic: () => 'Les photos HEIC ne sont pas acceptées. Exportez la photo au format JPEG, puis choisissez ce fichier.',
    damaged: () => 'Cette image n’a pas pu être ouverte\u202f; elle est peut-être endommagée. Choisissez-en une autre.',
    'too-many-bytes': ({ bytes }) => `Ce fichier dépasse ${megabytes(bytes)}. Choisissez-en un plus petit.`,
    'too-many-pixels': ({ pixels: most }) => `Cette image dépasse ${megapixels(most)}. Choisissez-en une plus petite.`,
    'not-encoded': () =>
      'Votre navigateur n’a pas pu créer la nouvelle image. Réessayez, ou choisissez une autre image.',
  },
  replaced: 'Photo de profil remplacée',
  notReplaced: 'La photo n’a pas pu être remplacée',
  waiting: 'Hors connexion\u00a0: la nouvelle photo sera définie dès que la connexion sera rétablie.',
  queued: 'En attente de la fin d’une modification précédente.',
  cancelled: 'La nouvelle photo n’a pas été définie',
  adjust: 'Ajuster',
  errors: {
    forbidden: () =>
      'Vous n’avez pas l’autorisation de remplacer cette photo. Demandez cette autorisation à un administrateur.',
    'invalid-image': () => 'Le serveur n’a pas accepté cette image. Choisissez-en une autre.',
    'time-out': () =>
      'Le serveur a mis trop de temps à répondre. Actualisez la page pour voir quelle photo est en place, puis réessayez.',
    'unknown-outcome': () =>
      'On ne sait pas si la photo a été remplacée. Actualisez la page pour le vérifier, puis réessayez si ce n’est pas le cas.',
    unavailable: () =>
      'Le fournisseur d’identité n’est pas disponible pour le moment. L’ancienne photo est toujours là\u202f; réessayez dans quelques instants.',
  },
}
