import type { BaseLocale } from '../../core/messages.ts'

const number = new Intl.NumberFormat('pl')
const rules = new Intl.PluralRules('pl')
/** After „za”. */
const inSeconds = (value: number) => {
  const forms: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'sekundę', few: 'sekundy', many: 'sekund' }
  return `${number.format(value)}\u00a0${forms[rules.select(value)] ?? 'sekundy'}`
}

/** Polish, as every panel needs it: each entry brings its own part with it. */
export const plBase: BaseLocale = {
  code: 'pl',
  direction: 'ltr',
  messages: {
    removeImage: 'Usuń zdjęcie',
    cancel: 'Anuluj',
    close: 'Zamknij',
    tryAgain: 'Spróbuj ponownie',
    dismiss: 'Ukryj',
    dialogTitle: 'Usunąć zdjęcie profilowe?',
    dialogDescription: (name) =>
      `Zdjęcie profilowe użytkownika ${name} zostanie usunięte i\u00a0zastąpione inicjałami.`,
    imageMayReturn:
      'Jeśli zdjęcie pochodzi z\u00a0innego konta tej osoby, na przykład Google, może wrócić przy następnym logowaniu.',
    removing: 'Usuwanie zdjęcia…',
    uploading: 'Ustawianie nowego zdjęcia…',
    verifying: 'Sprawdzanie, czy zdjęcie zostało usunięte…',
    waiting: 'Brak połączenia: zdjęcie zostanie usunięte, gdy wróci połączenie.',
    removed: 'Usunięto zdjęcie profilowe',
    heldHere: 'Zdjęcie zostanie za chwilę usunięte.',
    held: (name) => `Zdjęcie profilowe użytkownika ${name} zostanie usunięte`,
    undo: 'Cofnij',
    undoHint: 'Naciśnij F8, aby przejść do powiadomień i\u00a0cofnąć usunięcie.',
    undone: 'Cofnięto usunięcie',
    notice: 'Powiadomienie',
    noticesLabel: 'Powiadomienia ({hotkey})',
    notRemoved: 'Nie udało się usunąć zdjęcia',
    noImage: 'Brak zdjęcia profilowego',
    loading: 'Wczytywanie użytkownika…',
    notFound: 'Ten użytkownik już nie istnieje.',
    imageOf: (name) => `Zdjęcie profilowe użytkownika ${name}`,
    sentence: (title) => `${title}. `,
    errors: {
      unauthenticated: () => 'Sesja wygasła. Zaloguj się ponownie i\u00a0spróbuj jeszcze raz.',
      forbidden: () => 'Brak uprawnień do usunięcia tego zdjęcia. Poproś administratora o\u00a0ich nadanie.',
      'user-not-found': ({ name }) => `Użytkownik ${name} już nie istnieje. Trwa odświeżanie list.`,
      'rate-limited': (details) =>
        details.seconds === undefined
          ? 'Zbyt wiele żądań. Odczekaj chwilę i\u00a0spróbuj ponownie.'
          : `Zbyt wiele żądań. Spróbuj ponownie za ${inSeconds(details.seconds)}.`,
      'invalid-user-id': () => 'Nieprawidłowy identyfikator użytkownika. Sprawdź link lub konfigurację.',
      'invalid-image': () => 'Tego pliku nie można użyć jako zdjęcia. Wybierz plik PNG, JPEG lub WebP.',
      'too-large': () => 'To zdjęcie jest zbyt duże. Wybierz mniejsze.',
      unavailable: () => 'Dostawca tożsamości jest obecnie niedostępny. Spróbuj ponownie za chwilę.',
      'time-out': () => 'Serwer zbyt długo nie odpowiada. Zdjęcie nie zostało jeszcze usunięte. Spróbuj ponownie.',
      'unknown-outcome': () =>
        'Nie wiadomo, czy zdjęcie zostało usunięte. Odśwież stronę. Jeśli zdjęcie nadal tam jest, spróbuj ponownie.',
      superseded: () => 'Tę zmianę zastąpiła późniejsza.',
      undone: () => 'Cofnięto usunięcie.',
      misconfigured: () => 'Serwer nie jest poprawnie skonfigurowany. Powiadom osoby odpowiedzialne za ten panel.',
      aborted: () => 'Usuwanie zatrzymano przed wysłaniem żądania.',
      unexpected: () =>
        'Wystąpił nieoczekiwany błąd. Spróbuj ponownie, a\u00a0jeśli błąd się powtórzy, powiadom osoby odpowiedzialne za ten panel.',
    },
  },
}
