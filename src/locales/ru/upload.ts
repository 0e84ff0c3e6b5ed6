import type { UploadMessages } from '../../core/messages.ts'

const megabytes = (bytes: number) =>
  new Intl.NumberFormat('ru', { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 }).format(bytes / 2 ** 20)
/** After «больше». */
const thanMegapixels = (pixels: number) => {
  const value = pixels / 1_000_000
  const digits = { maximumSignificantDigits: 2 }
  const form = new Intl.PluralRules('ru', digits).select(value)
  return `${new Intl.NumberFormat('ru', digits).format(value)}\u00a0${form === 'few' || form === 'many' ? 'мегапикселей' : 'мегапикселя'}`
}

export const ruUpload: UploadMessages = {
  replaceImage: 'Заменить аватар',
  addImage: 'Добавить аватар',
  dialogTitle: 'Установка аватара',
  dialogDescription: (name) => `Выберите изображение для пользователя ${name} и область, которая будет видна.`,
  choose: 'Выбрать изображение',
  chooseAnother: 'Выбрать другое изображение',
  chooseHint: ({ bytes }) =>
    `Его также можно перетащить или вставить. PNG, JPEG, WebP, GIF или AVIF, не больше ${megabytes(bytes)}.`,
  drop: 'Перетащите изображение сюда',
  reading: 'Открываем изображение…',
  section: 'Видимая область изображения',
  sectionHint:
    'Клавиши со стрелками перемещают изображение, + и\u00a0− меняют масштаб, [ и\u00a0] поворачивают, 0\u00a0возвращает всё в исходное положение.',
  noEditor:
    'Не удалось загрузить редактор. Проверьте подключение и повторите попытку или установите середину изображения без изменений.',
  zoom: 'Масштаб',
  zoomIn: 'Увеличить',
  zoomOut: 'Уменьшить',
  times: (value) => new Intl.NumberFormat('ru', { style: 'percent' }).format(value),
  rotation: 'Поворот',
  rotateLeft: 'Повернуть влево',
  rotateRight: 'Повернуть вправо',
  degrees: (value) =>
    new Intl.NumberFormat('ru', { style: 'unit', unit: 'degree', unitDisplay: 'narrow' }).format(value),
  position: 'Положение',
  moveLeft: 'Сдвинуть влево',
  moveRight: 'Сдвинуть вправо',
  moveUp: 'Сдвинуть вверх',
  moveDown: 'Сдвинуть вниз',
  reset: 'Сбросить',
  preview: 'Предпросмотр',
  save: 'Установить аватар',
  faults: {
    empty: () => 'Этот файл пуст. Выберите другой.',
    'not-a-picture': () => 'Этот файл не является изображением. Выберите файл PNG, JPEG, WebP, GIF или AVIF.',
    svg: () => 'Файлы SVG не поддерживаются: они могут содержать скрипты. Выберите файл PNG, JPEG или WebP.',
    heic: () => 'Фотографии HEIC не поддерживаются. Экспортируйте снимок в JPEG и выберите его.',
    damaged: () => 'Не удалось открыть изображение. Возможно, файл повреждён. Выберите другой.',
    'too-many-bytes': ({ bytes }) => `Размер файла превышает ${megabytes(bytes)}. Выберите файл поменьше.`,
    'too-many-pixels': ({ pixels }) => `В изображении больше ${thanMegapixels(pixels)}. Выберите другое, поменьше.`,
    'not-encoded': () => 'Браузеру не удалось создать новый аватар. Повторите попытку или выберите другое изображение.',
  },
  replaced: 'Аватар заменён',
  notReplaced: 'Не удалось заменить аватар',
  waiting: 'Нет подключения: новый аватар будет установлен, когда оно появится.',
  queued: 'Ожидание завершения предыдущего изменения.',
  cancelled: 'Новый аватар не установлен',
  adjust: 'Настроить',
  errors: {
    forbidden: () => 'У вас нет прав на замену этого аватара. Запросите доступ у администратора.',
    'invalid-image': () => 'Сервер не принял это изображение. Выберите другое.',
    'time-out': () =>
      'Сервер слишком долго не отвечает. Обновите страницу, проверьте, какой аватар установлен, и повторите попытку.',
    'unknown-outcome': () => 'Неизвестно, заменён ли аватар. Обновите страницу и, если он прежний, повторите попытку.',
    unavailable: () =>
      'Служба учётных записей сейчас недоступна. Прежний аватар на месте. Повторите попытку чуть позже.',
  },
}
