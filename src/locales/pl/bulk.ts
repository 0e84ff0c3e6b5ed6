import type { BulkMessages } from '../../core/messages.ts'

const number = new Intl.NumberFormat('pl')
const rules = new Intl.PluralRules('pl')
/** With commas alone: an “i” before the last would join what does not belong together. */
const listed = (parts: readonly string[]) => parts.join(', ')

type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }

const form = (count: number, forms: Forms) => forms[rules.select(count)] ?? forms.other
const counted = (count: number, forms: Forms) => `${number.format(count)}\u00a0${form(count, forms)}`
/** After „usuń”, „usunięto”. */
const images = (count: number) => counted(count, { one: 'zdjęcie', few: 'zdjęcia', many: 'zdjęć', other: 'zdjęcia' })
/** After „usuwanie” and „z”. */
const ofImages = (count: number) => counted(count, { one: 'zdjęcia', few: 'zdjęć', many: 'zdjęć', other: 'zdjęcia' })
const ofUsers = (count: number) =>
  counted(count, { one: 'użytkownika', few: 'użytkowników', many: 'użytkowników', other: 'użytkownika' })
const profileImages = (count: number) =>
  counted(count, {
    one: 'zdjęcie profilowe',
    few: 'zdjęcia profilowe',
    many: 'zdjęć profilowych',
    other: 'zdjęcia profilowego',
  })
const seconds = (count: number) => counted(count, { one: 'sekundę', few: 'sekundy', many: 'sekund', other: 'sekundy' })

/** Words of `avatarkit/bulk`. */
export const plBulk: BulkMessages = {
  removeImages: 'Usuń zdjęcia',
  removeCount: (count) => `Usuń ${images(count)}`,
  dialogTitle: (count) => `Usunąć ${profileImages(count)}?`,
  dialogDescription: (count) =>
    count === 1
      ? 'Zdjęcie profilowe jednego użytkownika zostanie usunięte i\u00a0zastąpione inicjałami. Inni użytkownicy pozostaną bez zmian.'
      : `Zdjęcia profilowe ${ofUsers(count)} zostaną usunięte i\u00a0zastąpione inicjałami. Inni użytkownicy pozostaną bez zmian.`,
  withoutImage: (count) => `Pominięci zostaną zaznaczeni użytkownicy bez zdjęcia: ${number.format(count)}.`,
  notAllowed: (count) =>
    `Pominięci zostaną zaznaczeni użytkownicy, do zmiany których brak uprawnień: ${number.format(count)}.`,
  imagesMayReturn:
    'Zdjęcia pochodzące z\u00a0innych kont użytkowników, na przykład Google, mogą wrócić przy następnym logowaniu.',
  faces: 'Czyje zdjęcia zostaną usunięte',
  more: (count) => `+${number.format(count)}`,
  moreSpoken: (count) =>
    `i\u00a0jeszcze ${counted(count, { one: 'osoba', few: 'osoby', many: 'osób', other: 'osoby' })}`,
  running: (total) => `Usuwanie ${ofImages(total)}`,
  progress: 'Zakończone usunięcia',
  ended: ({ done, failed, notSent }) =>
    listed([
      `Usunięto ${images(done)}`,
      ...(failed > 0 ? [`nieudane: ${number.format(failed)}`] : []),
      ...(notSent > 0 ? [`niewysłane: ${number.format(notSent)}`] : []),
    ]),
  soFar: ({ done, failed, total }) =>
    listed([
      `Usunięto ${number.format(done)} z\u00a0${ofImages(total)}`,
      ...(failed > 0 ? [`nieudane: ${number.format(failed)}`] : []),
    ]),
  done: (count) => `Usunięte: ${number.format(count)}`,
  failed: (count) => `Nieudane: ${number.format(count)}`,
  waiting: (count) => `Oczekujące: ${number.format(count)}`,
  notSent: (count) => `Niewysłane: ${number.format(count)}`,
  paused: (left) => `Serwer prosi o\u00a0chwilę przerwy. Wznowienie za ${seconds(left)}.`,
  offline: 'Oczekiwanie na połączenie.',
  stopping: 'Zatrzymywanie. Wysłane już żądania zostaną dokończone.',
  elsewhere: 'To usuwanie trwa w\u00a0innej karcie.',
  interrupted: ({ left, total }) => `Przerwano: nie usunięto jeszcze ${number.format(left)} z\u00a0${ofImages(total)}`,
  interruptedHint: 'Strona została wczytana ponownie. Po wznowieniu nic nie zostanie usunięte dwukrotnie.',
  stop: 'Zatrzymaj',
  goOn: 'Kontynuuj',
  giveUp: 'Zrezygnuj',
  retryFailed: (count) => `Ponów nieudane (${number.format(count)})`,
  sendRest: (count) => `Usuń pozostałe (${number.format(count)})`,
  tryAgainFor: (name) => `Spróbuj ponownie: ${name}`,
  downloadReport: 'Pobierz raport',
  downloadJson: 'Pobierz jako JSON',
  dismiss: 'Zamknij',
  failures: 'Nieudane usunięcia',
  showMore: (count) => `Pokaż jeszcze ${number.format(count)}`,
  runs: 'Usuwanie zdjęć',
  minimise: 'Zwiń',
  restore: 'Rozwiń',
  reportFile: 'usunięte-zdjęcia',
  reportColumns: { id: 'identyfikator', name: 'nazwa', email: 'e-mail', outcome: 'wynik', error: 'błąd', time: 'czas' },
  outcomes: { done: 'usunięte', failed: 'nieudane', 'not-sent': 'niewysłane', waiting: 'oczekujące' },
}
