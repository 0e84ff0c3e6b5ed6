import type { UploadMessages } from '../../core/messages.ts'

const megabytes = (bytes: number) =>
  new Intl.NumberFormat('de', { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 }).format(bytes / 2 ** 20)
const megapixels = (pixels: number) =>
  `${new Intl.NumberFormat('de', { maximumSignificantDigits: 2 }).format(pixels / 1_000_000)} Megapixel`

/** Words of `avatarkit/upload`. */
export const deUpload: UploadMessages = {
  replaceImage: 'Bild ersetzen',
  addImage: 'Bild hinzufügen',
  dialogTitle: 'Profilbild festlegen',
  dialogDescription: (name) => `Wählen Sie ein Bild für ${name} und den sichtbaren Ausschnitt aus.`,
  choose: 'Bild auswählen',
  chooseAnother: 'Anderes Bild auswählen',
  chooseHint: ({ bytes }) =>
    `Oder hierher ziehen oder einfügen. PNG, JPEG, WebP, GIF oder AVIF, bis zu ${megabytes(bytes)}.`,
  drop: 'Bild hier ablegen',
  reading: 'Bild wird geöffnet\u00a0…',
  section: 'Sichtbarer Bildausschnitt',
  sectionHint:
    'Die Pfeiltasten verschieben das Bild, + und − ändern den Zoom, [ und ] drehen es, 0 setzt alles zurück.',
  noEditor:
    'Der Editor konnte nicht geladen werden. Prüfen Sie Ihre Verbindung und versuchen Sie es dann erneut, oder legen Sie die Mitte des Bildes unverändert als Profilbild fest.',
  zoom: 'Zoom',
  zoomIn: 'Vergrößern',
  zoomOut: 'Verkleinern',
  times: (value) => new Intl.NumberFormat('de', { style: 'percent' }).format(value),
  rotation: 'Drehung',
  rotateLeft: 'Nach links drehen',
  rotateRight: 'Nach rechts drehen',
  degrees: (value) =>
    new Intl.NumberFormat('de', { style: 'unit', unit: 'degree', unitDisplay: 'narrow' }).format(value),
  position: 'Position',
  moveLeft: 'Nach links verschieben',
  moveRight: 'Nach rechts verschieben',
  moveUp: 'Nach oben verschieben',
  moveDown: 'Nach unten verschieben',
  reset: 'Zurücksetzen',
  preview: 'Vorschau',
  save: 'Bild festlegen',
  faults: {
    empty: () => 'Diese Datei ist leer. Wählen Sie eine andere aus.',
    'not-a-picture': () => 'Diese Datei ist kein Bild. Wählen Sie eine PNG-, JPEG-, WebP-, GIF- oder AVIF-Datei aus.',
    svg: () =>
      'SVG-Dateien können nicht verwendet werden, da sie Skripte enthalten können. Wählen Sie eine PNG-, JPEG- oder WebP-Datei aus.',
    heic: () =>
      'HEIC-Fotos können nicht verwendet werden. Exportieren Sie das Foto als JPEG und wählen Sie dann diese Datei aus.',
    damaged: () =>
      'Dieses Bild konnte nicht geöffnet werden. Möglicherweise ist es beschädigt. Wählen Sie ein anderes aus.',
    'too-many-bytes': ({ bytes }) => `Diese Datei ist größer als ${megabytes(bytes)}. Wählen Sie eine kleinere aus.`,
    'too-many-pixels': ({ pixels }) => `Dieses Bild hat mehr als ${megapixels(pixels)}. Wählen Sie ein kleineres aus.`,
    'not-encoded': () =>
      'Ihr Browser konnte das neue Bild nicht erzeugen. Versuchen Sie es erneut oder wählen Sie ein anderes Bild aus.',
  },
  replaced: 'Profilbild ersetzt',
  notReplaced: 'Das Bild konnte nicht ersetzt werden',
  waiting: 'Keine Verbindung: Das neue Bild wird festgelegt, sobald Sie wieder online sind.',
  queued: 'Eine frühere Änderung muss erst abgeschlossen werden.',
  cancelled: 'Das neue Bild wurde nicht festgelegt',
  adjust: 'Anpassen',
  errors: {
    forbidden: () =>
      'Sie sind nicht berechtigt, dieses Bild zu ersetzen. Bitten Sie Ihre Administration um die nötige Berechtigung.',
    'invalid-image': () => 'Der Server hat dieses Bild nicht angenommen. Wählen Sie ein anderes aus.',
    'time-out': () =>
      'Der Server hat nicht rechtzeitig geantwortet. Laden Sie die Seite neu, um zu sehen, welches Bild festgelegt ist, und versuchen Sie es dann erneut.',
    'unknown-outcome': () =>
      'Es ist nicht bekannt, ob das Bild ersetzt wurde. Laden Sie die Seite neu, um das zu prüfen. Falls nicht, versuchen Sie es erneut.',
    unavailable: () =>
      'Der Identitätsanbieter ist derzeit nicht erreichbar. Das bisherige Bild ist noch vorhanden. Versuchen Sie es in Kürze erneut.',
  },
}
