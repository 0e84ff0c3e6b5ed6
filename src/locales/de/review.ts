import type { ReviewMessages } from '../../core/messages.ts'

const number = new Intl.NumberFormat('de')
const plural = new Intl.PluralRules('de')
const day = new Intl.DateTimeFormat('de', { dateStyle: 'medium' })
const either = (count: number, one: string, other: string) => (plural.select(count) === 'one' ? one : other)

/** Words of `avatarkit/review`. */
export const deReview: ReviewMessages = {
  label: 'Bildprüfung',
  grid: 'Zu prüfende Bilder',
  left: ({ count }) => `${number.format(count)} offen`,
  done: ({ count }) => `${number.format(count)} erledigt`,
  waiting: ({ count }) =>
    either(
      count,
      `Keine Verbindung: ${number.format(count)} Bild wird später entfernt`,
      `Keine Verbindung: ${number.format(count)} Bilder werden später entfernt`,
    ),
  keep: 'Behalten',
  remove: 'Entfernen',
  skip: 'Überspringen',
  undo: 'Rückgängig',
  undoOne: (name) => `Rückgängig machen für ${name}`,
  kept: 'Behalten',
  removed: 'Entfernt',
  removedFor: (reason) => `Entfernt: ${reason}`,
  removedForGood: 'Entfernt, nicht mehr rückgängig zu machen',
  skipped: 'Übersprungen',
  saidKept: (name) => `Behalten: ${name}`,
  saidRemoved: (name) => `Entfernt: ${name}`,
  saidSkipped: (name) => `Übersprungen: ${name}`,
  saidUndone: (name) => `Rückgängig gemacht: ${name}`,
  saidFinal: (name) =>
    `Die Anfrage, das Bild von ${name} zu entfernen, wurde bereits gesendet und lässt sich nicht mehr rückgängig machen.`,
  saidFailed: (name) =>
    `Das Bild von ${name} konnte nicht entfernt werden. Es ist wieder unter den zu prüfenden Bildern.`,
  saidNotRestored: (name) => `Das Bild von ${name} konnte nicht wiederhergestellt werden.`,
  toolbar: 'Rückgängig und Ansicht',
  reveal: 'Aufdecken',
  revealAll: 'Alle aufdecken',
  enlarge: 'Vergrößern',
  blur: 'Unschärfe',
  blurs: { none: 'Keine', light: 'Leicht', medium: 'Mittel', strong: 'Stark' },
  grey: 'Graustufen',
  broken: 'Das Bild konnte nicht geladen werden',
  reason: 'Grund',
  legend: 'Tasten',
  commands: {
    keep: 'behalten',
    remove: 'entfernen',
    skip: 'überspringen',
    undo: 'rückgängig',
    reveal: 'aufdecken oder verdecken',
  },
  keyReason: 'Grund, 0 für keinen',
  keyHold: 'gedrückt halten zum Aufdecken',
  keyEnlarge: 'vergrößern',
  keyMove: 'navigieren',
  keyNames: { ' ': 'Leertaste', Enter: 'Eingabe', Delete: 'Entf', Arrows: '← ↑ ↓ →' },
  singleKeys: 'Mit einzelnen Tasten entscheiden',
  context: 'Über diese Person',
  email: 'E-Mail',
  username: 'Nutzername',
  status: 'Status',
  active: 'Aktiv',
  banned: 'Gesperrt',
  joined: 'Registriert',
  lastActive: 'Zuletzt aktiv',
  previousPictures: 'Frühere Bilder',
  event: ({ type, at, reason }) => {
    const date = day.format(at)
    const what = {
      removed: `Entfernt am ${date}`,
      set: `Festgelegt am ${date}`,
      restored: `Wiederhergestellt am ${date}`,
    }[type]
    return reason ? `${what} (${reason})` : what
  },
  pages: 'Seiten',
  previousPage: 'Vorherige Seite',
  nextPage: 'Nächste Seite',
  goToUndecided: ({ count }) =>
    either(count, 'Zum noch offenen Bild', `Zu den ${number.format(count)} noch offenen Bildern`),
  loading: 'Bilder werden geladen\u00a0…',
  offline: 'Keine Verbindung. Die Bilder werden geladen, sobald Sie wieder online sind.',
  loadFailed: 'Die Bilder konnten nicht geladen werden.',
  loadErrors: {
    unauthenticated: 'Ihre Sitzung ist abgelaufen. Melden Sie sich wieder an und versuchen Sie es dann erneut.',
    forbidden: 'Sie sind nicht berechtigt, sie zu sehen. Bitten Sie Ihre Administration um die nötige Berechtigung.',
    'rate-limited': 'Zu viele Anfragen. Warten Sie einen Moment und versuchen Sie es dann erneut.',
    unavailable: 'Der Identitätsanbieter ist derzeit nicht erreichbar. Versuchen Sie es in Kürze erneut.',
    'time-out': 'Der Server hat nicht rechtzeitig geantwortet. Versuchen Sie es erneut.',
    misconfigured:
      'Der Server ist dafür nicht richtig eingerichtet. Wenden Sie sich an das Team, das für diesen Adminbereich zuständig ist.',
  },
  allDone: 'Alles erledigt',
  allDoneText: ({ count }) =>
    either(count, 'Ein Bild wurde geprüft.', `${number.format(count)} Bilder wurden geprüft.`),
  nothing: 'Nichts zu prüfen',
  nothingText: 'Derzeit wartet kein Bild auf Ihre Prüfung.',
  revisitSkipped: ({ count }) =>
    either(count, 'Übersprungenes Bild prüfen', `${number.format(count)} übersprungene Bilder prüfen`),
  lookAgain: 'Nach neuen Bildern suchen',
}
