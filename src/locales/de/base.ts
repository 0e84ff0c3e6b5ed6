import type { BaseLocale } from '../../core/messages.ts'

const seconds = new Intl.NumberFormat('de', { style: 'unit', unit: 'second', unitDisplay: 'long' })

/** German, as every panel needs it: each entry brings its own part with it. */
export const deBase: BaseLocale = {
  code: 'de',
  direction: 'ltr',
  messages: {
    removeImage: 'Bild entfernen',
    cancel: 'Abbrechen',
    close: 'Schließen',
    tryAgain: 'Erneut versuchen',
    dismiss: 'Ausblenden',
    dialogTitle: 'Profilbild entfernen?',
    dialogDescription: (name) => `Das Profilbild von ${name} wird entfernt und durch Initialen ersetzt.`,
    imageMayReturn:
      'Stammt das Bild aus einem anderen Konto dieser Person, etwa von Google, kann es bei der nächsten Anmeldung wieder erscheinen.',
    removing: 'Bild wird entfernt\u00a0…',
    uploading: 'Neues Bild wird festgelegt\u00a0…',
    verifying: 'Es wird geprüft, ob das Bild entfernt wurde\u00a0…',
    waiting: 'Keine Verbindung: Das Bild wird entfernt, sobald Sie wieder online sind.',
    removed: 'Profilbild entfernt',
    heldHere: 'Das Bild wird gleich entfernt.',
    held: (name) => `Das Profilbild von ${name} wird gleich entfernt`,
    undo: 'Rückgängig',
    undoHint: 'Drücken Sie F8, um zu den Meldungen zu wechseln und das Entfernen rückgängig zu machen.',
    undone: 'Das Entfernen wurde rückgängig gemacht',
    notice: 'Meldung',
    noticesLabel: 'Meldungen ({hotkey})',
    notRemoved: 'Das Bild konnte nicht entfernt werden',
    noImage: 'Kein Profilbild',
    loading: 'Nutzer wird geladen\u00a0…',
    notFound: 'Diesen Nutzer gibt es nicht mehr.',
    imageOf: (name) => `Profilbild von ${name}`,
    sentence: (title) => `${title}. `,
    errors: {
      unauthenticated: () => 'Ihre Sitzung ist abgelaufen. Melden Sie sich wieder an und versuchen Sie es dann erneut.',
      forbidden: () =>
        'Sie sind nicht berechtigt, dieses Bild zu entfernen. Bitten Sie Ihre Administration um die nötige Berechtigung.',
      'user-not-found': ({ name }) => `Das Konto „${name}“ gibt es nicht mehr. Die Listen werden aktualisiert.`,
      'rate-limited': (details) =>
        details.seconds === undefined
          ? 'Zu viele Anfragen. Warten Sie einen Moment und versuchen Sie es dann erneut.'
          : `Zu viele Anfragen. Versuchen Sie es in ${seconds.format(details.seconds)} erneut.`,
      'invalid-user-id': () => 'Das ist keine gültige Nutzer-ID. Prüfen Sie den Link oder die Konfiguration.',
      'invalid-image': () => 'Diese Datei ist kein verwendbares Bild. Wählen Sie eine PNG-, JPEG- oder WebP-Datei aus.',
      'too-large': () => 'Dieses Bild ist zu groß. Wählen Sie ein kleineres aus.',
      unavailable: () => 'Der Identitätsanbieter ist derzeit nicht erreichbar. Versuchen Sie es in Kürze erneut.',
      'time-out': () =>
        'Der Server hat nicht rechtzeitig geantwortet. Das Bild ist noch vorhanden. Versuchen Sie es erneut.',
      'unknown-outcome': () =>
        'Es ist nicht bekannt, ob das Bild entfernt wurde. Laden Sie die Seite neu, um das zu prüfen. Ist das Bild noch vorhanden, versuchen Sie es erneut.',
      superseded: () => 'Eine spätere Änderung hat diese ersetzt.',
      undone: () => 'Das Entfernen wurde rückgängig gemacht.',
      misconfigured: () =>
        'Der Server ist dafür nicht richtig eingerichtet. Wenden Sie sich an das Team, das für diesen Adminbereich zuständig ist.',
      aborted: () => 'Der Vorgang wurde abgebrochen, bevor die Anfrage gesendet wurde.',
      unexpected: () =>
        'Ein unerwarteter Fehler ist aufgetreten. Versuchen Sie es erneut. Tritt er wieder auf, wenden Sie sich an das Team, das für diesen Adminbereich zuständig ist.',
    },
  },
}
