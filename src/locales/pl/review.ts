import type { ReviewMessages } from '../../core/messages.ts'

const number = new Intl.NumberFormat('pl')
const rules = new Intl.PluralRules('pl')
const day = new Intl.DateTimeFormat('pl', { dateStyle: 'medium' })

type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }

/** After „sprawdzono”. */
const images = (count: number) => {
  const forms: Forms = { one: 'zdjęcie', few: 'zdjęcia', many: 'zdjęć', other: 'zdjęcia' }
  return `${number.format(count)}\u00a0${forms[rules.select(count)] ?? forms.other}`
}

/** Words of `avatarkit/review`. */
export const plReview: ReviewMessages = {
  label: 'Sprawdzanie zdjęć',
  grid: 'Zdjęcia do sprawdzenia',
  left: ({ count }) => `Pozostało: ${number.format(count)}`,
  done: ({ count }) => `Sprawdzono: ${number.format(count)}`,
  waiting: ({ count }) => `Brak połączenia. Usunięcia oczekujące na wysłanie: ${number.format(count)}`,
  keep: 'Zostaw',
  remove: 'Usuń',
  skip: 'Pomiń',
  undo: 'Cofnij',
  undoOne: (name) => `Cofnij decyzję: ${name}`,
  kept: 'Zostawione',
  removed: 'Usunięte',
  removedFor: (reason) => `Usunięte: ${reason}`,
  removedForGood: 'Usunięte, nie można już cofnąć',
  skipped: 'Pominięte',
  saidKept: (name) => `Zostawiono zdjęcie: ${name}`,
  saidRemoved: (name) => `Usunięto zdjęcie: ${name}`,
  saidSkipped: (name) => `Pominięto zdjęcie: ${name}`,
  saidUndone: (name) => `Cofnięto decyzję: ${name}`,
  saidFinal: (name) => `Usunięcie zdjęcia użytkownika ${name} zostało już wysłane i\u00a0nie można go cofnąć.`,
  saidFailed: (name) => `Nie udało się usunąć zdjęcia użytkownika ${name}. Zdjęcie wróciło do sprawdzenia.`,
  saidNotRestored: (name) => `Nie udało się przywrócić zdjęcia użytkownika ${name}.`,
  toolbar: 'Cofanie i\u00a0widok',
  reveal: 'Pokaż',
  revealAll: 'Pokaż wszystkie',
  enlarge: 'Powiększ',
  blur: 'Rozmycie',
  blurs: { none: 'Brak', light: 'Słabe', medium: 'Średnie', strong: 'Silne' },
  grey: 'Skala szarości',
  broken: 'Nie udało się wczytać zdjęcia',
  reason: 'Powód',
  legend: 'Klawisze',
  commands: { keep: 'zostaw', remove: 'usuń', skip: 'pomiń', undo: 'cofnij', reveal: 'pokaż lub zakryj' },
  keyReason: 'powód, 0\u00a0– bez powodu',
  keyHold: 'przytrzymaj, aby pokazać',
  keyEnlarge: 'powiększ',
  keyMove: 'nawigacja',
  keyNames: { ' ': 'Spacja', Enter: 'Enter', Delete: 'Del', Arrows: '← ↑ ↓ →' },
  singleKeys: 'Decyzje jednym klawiszem',
  context: 'O\u00a0tej osobie',
  email: 'E-mail',
  username: 'Nazwa użytkownika',
  status: 'Stan',
  active: 'Aktywny',
  banned: 'Zablokowany',
  joined: 'Rejestracja',
  lastActive: 'Ostatnia aktywność',
  previousPictures: 'Wcześniejsze zdjęcia',
  event: ({ type, at, reason }) => {
    const what = { removed: 'Usunięte', set: 'Ustawione', restored: 'Przywrócone' }[type]
    return `${what} ${day.format(at)}${reason ? ` (${reason})` : ''}`
  },
  pages: 'Strony',
  previousPage: 'Poprzednia strona',
  nextPage: 'Następna strona',
  goToUndecided: ({ count }) => `Przejdź do nierozstrzygniętych (${number.format(count)})`,
  loading: 'Wczytywanie zdjęć…',
  offline: 'Brak połączenia. Zdjęcia zostaną wczytane, gdy wróci.',
  loadFailed: 'Nie udało się wczytać zdjęć.',
  loadErrors: {
    unauthenticated: 'Sesja wygasła. Zaloguj się ponownie i\u00a0spróbuj jeszcze raz.',
    forbidden: 'Brak uprawnień do wyświetlenia zdjęć. Poproś administratora o\u00a0ich nadanie.',
    'rate-limited': 'Zbyt wiele żądań. Odczekaj chwilę i\u00a0spróbuj ponownie.',
    unavailable: 'Dostawca tożsamości jest obecnie niedostępny. Spróbuj ponownie za chwilę.',
    'time-out': 'Serwer zbyt długo nie odpowiada. Spróbuj ponownie.',
    misconfigured: 'Serwer nie jest poprawnie skonfigurowany. Powiadom osoby odpowiedzialne za ten panel.',
  },
  allDone: 'Wszystko sprawdzone',
  allDoneText: ({ count }) => `Sprawdzono ${images(count)}.`,
  nothing: 'Brak zdjęć do sprawdzenia',
  nothingText: 'Żadne zdjęcie nie czeka na decyzję.',
  revisitSkipped: ({ count }) =>
    count === 1 ? 'Sprawdź pominięte zdjęcie' : `Sprawdź pominięte (${number.format(count)})`,
  lookAgain: 'Poszukaj nowych zdjęć',
}
