import type { BulkMessages } from '../../core/messages.ts'

const number = new Intl.NumberFormat('de')
const plural = new Intl.PluralRules('de')
const seconds = new Intl.NumberFormat('de', { style: 'unit', unit: 'second', unitDisplay: 'long' })
const listed = new Intl.ListFormat('de', { type: 'unit' })
const either = (count: number, one: string, other: string) => (plural.select(count) === 'one' ? one : other)
const images = (count: number) => `${number.format(count)} ${either(count, 'Bild', 'Bilder')}`
/** After “von”. */
const ofImages = (count: number) => `${number.format(count)} ${either(count, 'Bild', 'Bildern')}`

/** Words of `avatarkit/bulk`. */
export const deBulk: BulkMessages = {
  removeImages: 'Bilder entfernen',
  removeCount: (count) => `${images(count)} entfernen`,
  dialogTitle: (count) => `${number.format(count)} ${either(count, 'Profilbild', 'Profilbilder')} entfernen?`,
  dialogDescription: (count) =>
    either(
      count,
      'Das Profilbild eines Nutzers wird entfernt und durch Initialen ersetzt. Alle anderen Nutzer bleiben unverändert.',
      `Die Profilbilder von ${number.format(count)} Nutzern werden entfernt und durch Initialen ersetzt. Alle anderen Nutzer bleiben unverändert.`,
    ),
  withoutImage: (count) =>
    either(
      count,
      'Einer der ausgewählten Nutzer hat kein Bild und wird übersprungen.',
      `${number.format(count)} der ausgewählten Nutzer haben kein Bild und werden übersprungen.`,
    ),
  notAllowed: (count) =>
    either(
      count,
      'Einer der ausgewählten Nutzer wird übersprungen, weil Sie ihn nicht ändern dürfen.',
      `${number.format(count)} der ausgewählten Nutzer werden übersprungen, weil Sie sie nicht ändern dürfen.`,
    ),
  imagesMayReturn:
    'Bilder, die aus einem anderen Konto der Person stammen, etwa von Google, können bei der nächsten Anmeldung wieder erscheinen.',
  faces: 'Nutzer, deren Bilder entfernt werden',
  more: (count) => `+${number.format(count)}`,
  moreSpoken: (count) => `und ${number.format(count)} weitere`,
  running: (total) => either(total, `${images(total)} wird entfernt`, `${images(total)} werden entfernt`),
  progress: 'Fortschritt beim Entfernen',
  ended: ({ done, failed, notSent }) =>
    listed.format([
      `${images(done)} entfernt`,
      ...(failed > 0 ? [`${number.format(failed)} fehlgeschlagen`] : []),
      ...(notSent > 0 ? [`${number.format(notSent)} nicht gesendet`] : []),
    ]),
  soFar: ({ done, failed, total }) =>
    listed.format([
      `${number.format(done)} von ${ofImages(total)} entfernt`,
      ...(failed > 0 ? [`${number.format(failed)} fehlgeschlagen`] : []),
    ]),
  done: (count) => `${number.format(count)} entfernt`,
  failed: (count) => `${number.format(count)} fehlgeschlagen`,
  waiting: (count) => `${number.format(count)} ausstehend`,
  notSent: (count) => `${number.format(count)} nicht gesendet`,
  paused: (left) => `Der Server bittet um Geduld. Weiter in ${seconds.format(left)}.`,
  offline: 'Keine Verbindung. Es geht weiter, sobald Sie wieder online sind.',
  stopping: 'Wird gestoppt. Bereits Gesendetes wird noch abgeschlossen.',
  elsewhere: 'Dieser Vorgang läuft in einem anderen Tab.',
  interrupted: ({ left, total }) => `Unterbrochen: ${number.format(left)} von ${ofImages(total)} noch nicht entfernt`,
  interruptedHint: 'Die Seite wurde neu geladen. Wenn Sie fortfahren, wird nichts doppelt entfernt.',
  stop: 'Stoppen',
  goOn: 'Fortsetzen',
  giveUp: 'Verwerfen',
  retryFailed: (count) => `Erneut versuchen (${number.format(count)})`,
  sendRest: (count) => either(count, 'Restliches Bild entfernen', `Restliche ${number.format(count)} entfernen`),
  tryAgainFor: (name) => `Erneut versuchen: ${name}`,
  downloadReport: 'Bericht herunterladen',
  downloadJson: 'Als JSON herunterladen',
  dismiss: 'Schließen',
  failures: 'Nicht entfernte Bilder',
  showMore: (count) => `${number.format(count)} weitere anzeigen`,
  runs: 'Entfernen von Bildern',
  minimise: 'Weniger anzeigen',
  restore: 'Mehr anzeigen',
  reportFile: 'entfernte-bilder',
  reportColumns: {
    id: 'Nutzer-ID',
    name: 'Name',
    email: 'E-Mail',
    outcome: 'Ergebnis',
    error: 'Fehler',
    time: 'Zeitpunkt',
  },
  outcomes: { done: 'entfernt', failed: 'fehlgeschlagen', 'not-sent': 'nicht gesendet', waiting: 'ausstehend' },
}
