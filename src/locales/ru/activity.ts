import type { ActivityMessages } from '../../core/messages.ts'

const number = new Intl.NumberFormat('ru')
const rules = new Intl.PluralRules('ru')

type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }

const counted = (count: number, forms: Forms) =>
  `${number.format(count)}\u00a0${forms[rules.select(count)] ?? forms.other}`
const characters = (count: number) =>
  counted(count, { one: 'символ', few: 'символа', many: 'символов', other: 'символа' })
/** After «из» and «больше». */
const ofCharacters = (count: number) =>
  counted(count, { one: 'символа', few: 'символов', many: 'символов', other: 'символа' })
/** Whom one tells. */
const toUsers = (count: number) =>
  counted(count, { one: 'пользователю', few: 'пользователям', many: 'пользователям', other: 'пользователя' })

/** Words of `avatarkit/activity`. In a module of its own: what a dialog loads later brings its words with it. */
export const ruActivity: ActivityMessages = {
  reasons: {
    nudity: 'Нагота или сексуальный контент',
    violence: 'Насилие или жестокость',
    hate: 'Ненависть или травля',
    impersonation: 'Выдаёт себя за другого',
    spam: 'Спам или реклама',
    copyright: 'Нарушение авторских прав',
    other: 'Другое',
  },
  reason: 'Причина',
  noReason: 'Без причины',
  chooseReason: 'Выберите причину',
  reasonMissing: 'Выберите причину.',
  note: 'Примечание',
  optional: (label) => `${label} (необязательно)`,
  noteHint: 'Для внутреннего учёта. Пользователь этого не видит.',
  noteMissing: 'Добавьте примечание.',
  noteMissingFor: (reason) => `Для причины «${reason}» нужно примечание с пояснением.`,
  noteCount: ({ used, max }) => `${number.format(used)} из ${ofCharacters(max)}`,
  noteTooLong: ({ over, max }) =>
    `В примечании может быть не больше ${ofCharacters(max)}. Сократите его на ${characters(over)}.`,
  tellUser: ({ users }) => (users === 1 ? 'Сообщить пользователю' : `Сообщить ${toUsers(users)}`),
  preview: (name) => `Что увидит ${name}`,
  previewExample: (name) => `Пример: что увидит ${name}`,
  previewLoading: 'Загрузка предпросмотра…',
  previewFailed: 'Не удалось загрузить предпросмотр. Ваш выбор всё равно учтён.',
  activity: 'История действий',
  did: {
    removed: (by) => `Аватар удалён, исполнитель: ${by}`,
    set: (by) => `Аватар установлен, исполнитель: ${by}`,
    restored: (by) => `Аватар восстановлен, исполнитель: ${by}`,
  },
  today: 'Сегодня',
  yesterday: 'Вчера',
  told: 'Пользователь уведомлён',
  activityLoading: 'Загрузка истории…',
  activityNotLoaded: 'Не удалось загрузить историю',
  noActivity: 'Действий пока не было.',
  noActivityOfUser: 'С аватаром этого пользователя пока ничего не делали.',
  showMore: 'Показать ещё',
  loadingMore: 'Загрузка…',
  shown: ({ shown, total }) => `Показано ${number.format(shown)} из ${number.format(total)}`,
  showPicture: (name) => `Показать удалённый аватар пользователя ${name}`,
  hidePicture: (name) => `Скрыть удалённый аватар пользователя ${name}`,
  show: 'Показать',
  hide: 'Скрыть',
  pictureGone: 'Не\u00a0сохранён',
  removedImages: 'Недавно удалённые',
  keptNotice:
    'Удалённые аватары относятся к персональным данным. Они хранятся только для того, чтобы можно было исправить ошибку, каждый до указанного рядом времени, а затем удаляются навсегда.',
  keptUntil: (date) => `Хранится до ${date}`,
  left: ({ value, unit }) =>
    `Осталось: ${new Intl.NumberFormat('ru', { style: 'unit', unit, unitDisplay: 'long' }).format(value)}`,
  noRemovedImages: 'Сейчас нет сохранённых удалённых аватаров.',
  removedImagesLoading: 'Загрузка удалённых аватаров…',
  removedImagesNotLoaded: 'Не удалось загрузить удалённые аватары',
  restore: 'Восстановить аватар',
  restoring: 'Восстановление аватара…',
  restoreWaiting: 'Нет подключения: аватар будет восстановлен, когда оно появится.',
  restored: (name) => `Аватар пользователя ${name} восстановлен`,
  imageRestored: 'Аватар восстановлен',
  removeAgain: 'Удалить снова',
  notRestored: 'Не удалось восстановить аватар',
  restoreErrors: {
    forbidden: () => 'У вас нет прав на восстановление этого аватара. Запросите доступ у администратора.',
    'user-not-found': () => 'Аватар больше не хранится, или учётной записи больше нет. Список обновляется.',
    'time-out': () =>
      'Сервер слишком долго не отвечает. Обновите страницу и, если аватар не восстановлен, повторите попытку.',
    'unknown-outcome': () =>
      'Неизвестно, восстановлен ли аватар. Обновите страницу и, если он не восстановлен, повторите попытку.',
    undone: () => 'Аватар не восстановлен.',
    aborted: () => 'Аватар не восстановлен.',
  },
  readErrors: {
    forbidden: () => 'У вас нет прав на просмотр. Запросите доступ у администратора.',
    'user-not-found': () => 'Этой учётной записи больше нет.',
    'time-out': () => 'Сервер слишком долго не отвечает. Повторите попытку.',
    unavailable: () => 'Сервер сейчас недоступен. Повторите попытку чуть позже.',
  },
}
