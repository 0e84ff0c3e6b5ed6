import type { UploadMessages } from '../../core/messages.ts'

const megabytes = (bytes: number) =>
  new Intl.NumberFormat('pl', { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 }).format(bytes / 2 ** 20)
/** After „ponad”. */
const overMegapixels = (pixels: number) => {
  const value = pixels / 1_000_000
  const digits = { maximumSignificantDigits: 2 }
  const forms: Partial<Record<Intl.LDMLPluralRule, string>> = {
    one: 'megapiksel',
    few: 'megapiksele',
    many: 'megapikseli',
  }
  return `${new Intl.NumberFormat('pl', digits).format(value)}\u00a0${forms[new Intl.PluralRules('pl', digits).select(value)] ?? 'megapiksela'}`
}

export const plUpload: UploadMessages = {
  replaceImage: 'Zmień zdjęcie',
  addImage: 'Dodaj zdjęcie',
  dialogTitle: 'Ustaw zdjęcie profilowe',
  dialogDescription: (name) => `Wybierz zdjęcie dla użytkownika ${name} oraz widoczny fragment.`,
  choose: 'Wybierz zdjęcie',
  chooseAnother: 'Wybierz inne zdjęcie',
  chooseHint: ({ bytes }) =>
    `Możesz też je przeciągnąć lub wkleić. PNG, JPEG, WebP, GIF lub AVIF, maksymalnie ${megabytes(bytes)}.`,
  drop: 'Upuść zdjęcie tutaj',
  reading: 'Otwieranie zdjęcia…',
  section: 'Widoczny fragment zdjęcia',
  sectionHint:
    'Klawisze strzałek przesuwają zdjęcie, + i\u00a0− zmieniają powiększenie, [ i\u00a0] obracają, 0\u00a0przywraca ustawienia początkowe.',
  noEditor:
    'Nie udało się wczytać edytora. Sprawdź połączenie i\u00a0spróbuj ponownie albo ustaw środek zdjęcia bez zmian.',
  zoom: 'Powiększenie',
  zoomIn: 'Powiększ',
  zoomOut: 'Pomniejsz',
  times: (value) => new Intl.NumberFormat('pl', { style: 'percent' }).format(value),
  rotation: 'Obrót',
  rotateLeft: 'Obróć w\u00a0lewo',
  rotateRight: 'Obróć w\u00a0prawo',
  degrees: (value) =>
    new Intl.NumberFormat('pl', { style: 'unit', unit: 'degree', unitDisplay: 'narrow' }).format(value),
  position: 'Położenie',
  moveLeft: 'Przesuń w\u00a0lewo',
  moveRight: 'Przesuń w\u00a0prawo',
  moveUp: 'Przesuń w\u00a0górę',
  moveDown: 'Przesuń w\u00a0dół',
  reset: 'Resetuj',
  preview: 'Podgląd',
  save: 'Ustaw zdjęcie',
  faults: {
    empty: () => 'Ten plik jest pusty. Wybierz inny.',
    'not-a-picture': () => 'Ten plik nie jest obrazem. Wybierz plik PNG, JPEG, WebP, GIF lub AVIF.',
    svg: () => 'Plików SVG nie można używać, ponieważ mogą zawierać skrypty. Wybierz plik PNG, JPEG lub WebP.',
    heic: () => 'Zdjęć HEIC nie można używać. Wyeksportuj zdjęcie do formatu JPEG i\u00a0wybierz je ponownie.',
    damaged: () => 'Nie udało się otworzyć zdjęcia. Plik może być uszkodzony. Wybierz inny.',
    'too-many-bytes': ({ bytes }) => `Rozmiar tego pliku przekracza ${megabytes(bytes)}. Wybierz mniejszy.`,
    'too-many-pixels': ({ pixels }) => `To zdjęcie ma ponad ${overMegapixels(pixels)}. Wybierz mniejsze.`,
    'not-encoded': () => 'Przeglądarka nie mogła utworzyć nowego zdjęcia. Spróbuj ponownie lub wybierz inne zdjęcie.',
  },
  replaced: 'Zmieniono zdjęcie profilowe',
  notReplaced: 'Nie udało się zmienić zdjęcia',
  waiting: 'Brak połączenia: nowe zdjęcie zostanie ustawione, gdy wróci połączenie.',
  queued: 'Oczekiwanie na zakończenie wcześniejszej zmiany.',
  cancelled: 'Nowe zdjęcie nie zostało ustawione',
  adjust: 'Dostosuj',
  errors: {
    forbidden: () => 'Brak uprawnień do zmiany tego zdjęcia. Poproś administratora o\u00a0ich nadanie.',
    'invalid-image': () => 'Serwer nie przyjął tego zdjęcia. Wybierz inne.',
    'time-out': () =>
      'Serwer zbyt długo nie odpowiada. Odśwież stronę, sprawdź, które zdjęcie jest ustawione, i\u00a0spróbuj ponownie.',
    'unknown-outcome': () =>
      'Nie wiadomo, czy zdjęcie zostało zmienione. Odśwież stronę. Jeśli nadal widać poprzednie zdjęcie, spróbuj ponownie.',
    unavailable: () =>
      'Dostawca tożsamości jest obecnie niedostępny. Poprzednie zdjęcie pozostało bez zmian. Spróbuj ponownie za chwilę.',
  },
}
