import type { ActivityMessages } from '../../core/messages.ts'

const number = new Intl.NumberFormat('de')

/** Words of `avatarkit/activity`. In a module of its own: what a dialog loads later brings its words with it. */
export const deActivity: ActivityMessages = {
  reasons: {
    nudity: 'Nacktheit oder sexuelle Inhalte',
    violence: 'Gewalt oder grausame Inhalte',
    hate: 'Hass oder Belästigung',
    impersonation: 'Identitätsmissbrauch',
    spam: 'Spam oder Werbung',
    copyright: 'Urheberrecht',
    other: 'Sonstiges',
  },
  reason: 'Grund',
  noReason: 'Kein Grund',
  chooseReason: 'Grund auswählen',
  reasonMissing: 'Wählen Sie einen Grund aus.',
  note: 'Notiz',
  optional: (label) => `${label} (optional)`,
  noteHint: 'Nur für interne Zwecke. Der Nutzer sieht sie nicht.',
  noteMissing: 'Schreiben Sie eine Notiz.',
  noteMissingFor: (reason) => `Für „${reason}“ ist eine erläuternde Notiz erforderlich.`,
  noteCount: ({ used, max }) => `${number.format(used)} von ${number.format(max)} Zeichen`,
  noteTooLong: ({ over, max }) =>
    `Eine Notiz darf höchstens ${number.format(max)} Zeichen lang sein. Kürzen Sie sie um ${number.format(over)} Zeichen.`,
  tellUser: ({ users }) => (users === 1 ? 'Nutzer informieren' : `${number.format(users)} Nutzer informieren`),
  preview: (name) => `Nachricht an ${name}`,
  previewExample: (name) => `Beispiel: Nachricht an ${name}`,
  previewLoading: 'Vorschau wird geladen\u00a0…',
  previewFailed: 'Die Vorschau konnte nicht geladen werden. Ihre Auswahl gilt trotzdem.',
  activity: 'Aktivitäten',
  did: {
    removed: (by) => `${by} hat das Bild entfernt`,
    set: (by) => `${by} hat das Bild festgelegt`,
    restored: (by) => `${by} hat das Bild wiederhergestellt`,
  },
  today: 'Heute',
  yesterday: 'Gestern',
  told: 'Nutzer wurde informiert',
  activityLoading: 'Aktivitäten werden geladen\u00a0…',
  activityNotLoaded: 'Die Aktivitäten konnten nicht geladen werden',
  noActivity: 'Noch keine Aktivitäten.',
  noActivityOfUser: 'Noch keine Aktivitäten zum Bild dieses Nutzers.',
  showMore: 'Mehr anzeigen',
  loadingMore: 'Weitere werden geladen\u00a0…',
  shown: ({ shown, total }) => `${number.format(shown)} von ${number.format(total)} angezeigt`,
  showPicture: (name) => `Anzeigen: entferntes Bild von ${name}`,
  hidePicture: (name) => `Ausblenden: entferntes Bild von ${name}`,
  show: 'Anzeigen',
  hide: 'Ausblenden',
  pictureGone: 'Nicht aufbewahrt',
  removedImages: 'Kürzlich entfernt',
  keptNotice:
    'Entfernte Bilder sind personenbezogene Daten. Sie werden nur aufbewahrt, damit sich ein Versehen korrigieren lässt: jedes bis zum angegebenen Zeitpunkt. Danach werden sie endgültig gelöscht.',
  keptUntil: (date) => `Aufbewahrt bis ${date}`,
  left: ({ value, unit }) =>
    `Noch ${new Intl.NumberFormat('de', { style: 'unit', unit, unitDisplay: 'long' }).format(value)}`,
  noRemovedImages: 'Derzeit werden keine entfernten Bilder aufbewahrt.',
  removedImagesLoading: 'Entfernte Bilder werden geladen\u00a0…',
  removedImagesNotLoaded: 'Die entfernten Bilder konnten nicht geladen werden',
  restore: 'Bild wiederherstellen',
  restoring: 'Bild wird wiederhergestellt\u00a0…',
  restoreWaiting: 'Keine Verbindung: Das Bild wird wiederhergestellt, sobald Sie wieder online sind.',
  restored: (name) => `Profilbild von ${name} wiederhergestellt`,
  imageRestored: 'Bild wiederhergestellt',
  removeAgain: 'Wieder entfernen',
  notRestored: 'Das Bild konnte nicht wiederhergestellt werden',
  restoreErrors: {
    forbidden: () =>
      'Sie sind nicht berechtigt, dieses Bild wiederherzustellen. Bitten Sie Ihre Administration um die nötige Berechtigung.',
    'user-not-found': () =>
      'Das Bild wird nicht mehr aufbewahrt, oder den Nutzer gibt es nicht mehr. Die Liste wird aktualisiert.',
    'time-out': () =>
      'Der Server hat nicht rechtzeitig geantwortet. Laden Sie die Seite neu, um zu sehen, ob das Bild wiederhergestellt ist. Falls nicht, versuchen Sie es erneut.',
    'unknown-outcome': () =>
      'Es ist nicht bekannt, ob das Bild wiederhergestellt wurde. Laden Sie die Seite neu, um das zu prüfen. Falls nicht, versuchen Sie es erneut.',
    undone: () => 'Das Bild wurde nicht wiederhergestellt.',
    aborted: () => 'Das Bild wurde nicht wiederhergestellt.',
  },
  readErrors: {
    forbidden: () =>
      'Sie sind nicht berechtigt, dies zu sehen. Bitten Sie Ihre Administration um die nötige Berechtigung.',
    'user-not-found': () => 'Diesen Nutzer gibt es nicht mehr.',
    'time-out': () => 'Der Server hat nicht rechtzeitig geantwortet. Versuchen Sie es erneut.',
    unavailable: () => 'Der Server ist derzeit nicht erreichbar. Versuchen Sie es in Kürze erneut.',
  },
}
