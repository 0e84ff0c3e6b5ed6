import type { ActivityMessages } from '../../core/messages.ts'

const number = new Intl.NumberFormat('pl')
const rules = new Intl.PluralRules('pl')

type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }

const counted = (count: number, forms: Forms) =>
  `${number.format(count)}\u00a0${forms[rules.select(count)] ?? forms.other}`
/** After „o”. */
const characters = (count: number) => counted(count, { one: 'znak', few: 'znaki', many: 'znaków', other: 'znaku' })
/** After „z”. */
const ofCharacters = (count: number) => counted(count, { one: 'znaku', few: 'znaków', many: 'znaków', other: 'znaku' })
/** Whom one tells. */
const users = (count: number) =>
  counted(count, { one: 'użytkownika', few: 'użytkowników', many: 'użytkowników', other: 'użytkownika' })

/** Words of `avatarkit/activity`. In a module of its own: what a dialog loads later brings its words with it. */
export const plActivity: ActivityMessages = {
  reasons: {
    nudity: 'Nagość lub treści seksualne',
    violence: 'Przemoc lub drastyczne treści',
    hate: 'Nienawiść lub nękanie',
    impersonation: 'Podszywanie się',
    spam: 'Spam lub reklama',
    copyright: 'Prawa autorskie',
    other: 'Inny powód',
  },
  reason: 'Powód',
  noReason: 'Bez powodu',
  chooseReason: 'Wybierz powód',
  reasonMissing: 'Wybierz powód.',
  note: 'Notatka',
  optional: (label) => `${label} (opcjonalnie)`,
  noteHint: 'Do użytku wewnętrznego. Użytkownik jej nie widzi.',
  noteMissing: 'Dodaj notatkę.',
  noteMissingFor: (reason) => `Powód „${reason}” wymaga notatki z\u00a0wyjaśnieniem.`,
  noteCount: ({ used, max }) => `${number.format(used)} z\u00a0${ofCharacters(max)}`,
  noteTooLong: ({ over, max }) =>
    `Notatka może mieć maksymalnie ${characters(max)}. Skróć ją o\u00a0${characters(over)}.`,
  tellUser: ({ users: count }) => (count === 1 ? 'Powiadom użytkownika' : `Powiadom ${users(count)}`),
  preview: (name) => `Co przeczyta ${name}`,
  previewExample: (name) => `Przykład: co przeczyta ${name}`,
  previewLoading: 'Wczytywanie podglądu…',
  previewFailed: 'Nie udało się wczytać podglądu. Wybór mimo to obowiązuje.',
  activity: 'Aktywność',
  did: {
    removed: (by) => `Zdjęcie usunięte przez: ${by}`,
    set: (by) => `Zdjęcie ustawione przez: ${by}`,
    restored: (by) => `Zdjęcie przywrócone przez: ${by}`,
  },
  today: 'Dzisiaj',
  yesterday: 'Wczoraj',
  told: 'Powiadomiono użytkownika',
  activityLoading: 'Wczytywanie aktywności…',
  activityNotLoaded: 'Nie udało się wczytać aktywności',
  noActivity: 'Nie wykonano jeszcze żadnych działań.',
  noActivityOfUser: 'Na zdjęciu tego użytkownika nie wykonano jeszcze żadnych działań.',
  showMore: 'Pokaż więcej',
  loadingMore: 'Wczytywanie kolejnych…',
  shown: ({ shown, total }) => `Wyświetlono ${number.format(shown)} z\u00a0${number.format(total)}`,
  showPicture: (name) => `Pokaż usunięte zdjęcie użytkownika ${name}`,
  hidePicture: (name) => `Ukryj usunięte zdjęcie użytkownika ${name}`,
  show: 'Pokaż',
  hide: 'Ukryj',
  pictureGone: 'Niezachowane',
  removedImages: 'Ostatnio usunięte',
  keptNotice:
    'Usunięte zdjęcia są danymi osobowymi. Przechowuje się je wyłącznie po to, aby można było naprawić pomyłkę, każde do czasu podanego obok, a\u00a0następnie trwale usuwa.',
  keptUntil: (date) => `Przechowywane do ${date}`,
  left: ({ value, unit }) =>
    `Pozostało: ${new Intl.NumberFormat('pl', { style: 'unit', unit, unitDisplay: 'long' }).format(value)}`,
  noRemovedImages: 'Obecnie nie są przechowywane żadne usunięte zdjęcia.',
  removedImagesLoading: 'Wczytywanie usuniętych zdjęć…',
  removedImagesNotLoaded: 'Nie udało się wczytać usuniętych zdjęć',
  restore: 'Przywróć zdjęcie',
  restoring: 'Przywracanie zdjęcia…',
  restoreWaiting: 'Brak połączenia: zdjęcie zostanie przywrócone, gdy wróci połączenie.',
  restored: (name) => `Przywrócono zdjęcie profilowe użytkownika ${name}`,
  imageRestored: 'Zdjęcie przywrócone',
  removeAgain: 'Usuń ponownie',
  notRestored: 'Nie udało się przywrócić zdjęcia',
  restoreErrors: {
    forbidden: () => 'Brak uprawnień do przywrócenia tego zdjęcia. Poproś administratora o\u00a0ich nadanie.',
    'user-not-found': () =>
      'Zdjęcie nie jest już przechowywane lub jego użytkownik już nie istnieje. Trwa odświeżanie listy.',
    'time-out': () => 'Serwer zbyt długo nie odpowiada. Odśwież stronę. Jeśli zdjęcie nie wróciło, spróbuj ponownie.',
    'unknown-outcome': () =>
      'Nie wiadomo, czy zdjęcie zostało przywrócone. Odśwież stronę. Jeśli nie wróciło, spróbuj ponownie.',
    undone: () => 'Zdjęcie nie zostało przywrócone.',
    aborted: () => 'Zdjęcie nie zostało przywrócone.',
  },
  readErrors: {
    forbidden: () => 'Brak uprawnień do wyświetlenia tych danych. Poproś administratora o\u00a0ich nadanie.',
    'user-not-found': () => 'Ten użytkownik już nie istnieje.',
    'time-out': () => 'Serwer zbyt długo nie odpowiada. Spróbuj ponownie.',
    unavailable: () => 'Serwer jest obecnie niedostępny. Spróbuj ponownie za chwilę.',
  },
}
