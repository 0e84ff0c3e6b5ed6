import type { BaseLocale } from '../../core/messages.ts'

const number = new Intl.NumberFormat('ru')
const rules = new Intl.PluralRules('ru')
/** After «через». */
const inSeconds = (value: number) => {
  const forms: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'секунду', few: 'секунды', many: 'секунд' }
  return `${number.format(value)}\u00a0${forms[rules.select(value)] ?? 'секунды'}`
}

/** Russian, as every panel needs it: each entry brings its own part with it. */
export const ruBase: BaseLocale = {
  code: 'ru',
  direction: 'ltr',
  messages: {
    removeImage: 'Удалить аватар',
    cancel: 'Отмена',
    close: 'Закрыть',
    tryAgain: 'Повторить',
    dismiss: 'Скрыть',
    dialogTitle: 'Удалить аватар?',
    dialogDescription: (name) => `Аватар пользователя ${name} будет удалён, вместо него появятся инициалы.`,
    imageMayReturn:
      'Если изображение взято из другой учётной записи пользователя, например Google, оно может снова появиться при следующем входе.',
    removing: 'Удаление аватара…',
    uploading: 'Установка нового аватара…',
    verifying: 'Проверяем, удалён ли аватар…',
    waiting: 'Нет подключения: аватар будет удалён, когда оно появится.',
    removed: 'Аватар удалён',
    heldHere: 'Аватар скоро будет удалён.',
    held: (name) => `Аватар пользователя ${name} будет удалён`,
    undo: 'Отменить',
    undoHint: 'Нажмите F8, чтобы перейти к уведомлениям и отменить удаление.',
    undone: 'Удаление отменено',
    notice: 'Уведомление',
    noticesLabel: 'Уведомления ({hotkey})',
    notRemoved: 'Не удалось удалить аватар',
    noImage: 'Нет аватара',
    loading: 'Загрузка данных пользователя…',
    notFound: 'Этой учётной записи больше нет.',
    imageOf: (name) => `Аватар пользователя ${name}`,
    sentence: (title) => `${title}. `,
    errors: {
      unauthenticated: () => 'Ваш сеанс завершён. Войдите снова и повторите попытку.',
      forbidden: () => 'У вас нет прав на удаление этого аватара. Запросите доступ у администратора.',
      'user-not-found': ({ name }) => `Учётной записи пользователя ${name} больше нет. Списки обновляются.`,
      'rate-limited': (details) =>
        details.seconds === undefined
          ? 'Слишком много запросов. Подождите немного и повторите попытку.'
          : `Слишком много запросов. Повторите попытку через ${inSeconds(details.seconds)}.`,
      'invalid-user-id': () => 'Недопустимый идентификатор пользователя. Проверьте ссылку или настройки.',
      'invalid-image': () => 'Этот файл нельзя использовать как изображение. Выберите файл PNG, JPEG или WebP.',
      'too-large': () => 'Изображение слишком большое. Выберите другое, поменьше.',
      unavailable: () => 'Служба учётных записей сейчас недоступна. Повторите попытку чуть позже.',
      'time-out': () => 'Сервер слишком долго не отвечает. Аватар пока на месте. Повторите попытку.',
      'unknown-outcome': () => 'Неизвестно, удалён ли аватар. Обновите страницу и, если он остался, повторите попытку.',
      superseded: () => 'Это изменение заменено более поздним.',
      undone: () => 'Удаление отменено.',
      misconfigured: () => 'Сервер настроен неправильно. Сообщите тем, кто отвечает за эту панель.',
      aborted: () => 'Удаление остановлено до отправки запроса.',
      unexpected: () =>
        'Произошла непредвиденная ошибка. Повторите попытку. Если ошибка повторится, сообщите тем, кто отвечает за эту панель.',
    },
  },
}
