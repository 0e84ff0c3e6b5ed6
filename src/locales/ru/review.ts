import type { ReviewMessages } from '../../core/messages.ts'

const number = new Intl.NumberFormat('ru')
const rules = new Intl.PluralRules('ru')
const day = new Intl.DateTimeFormat('ru', { dateStyle: 'medium' })

const reviewed = (count: number) => {
  const value = number.format(count)
  const forms: Partial<Record<Intl.LDMLPluralRule, string>> = {
    one: `Проверен ${value}\u00a0аватар.`,
    many: `Проверено ${value}\u00a0аватаров.`,
  }
  return forms[rules.select(count)] ?? `Проверено ${value}\u00a0аватара.`
}

/** Words of `avatarkit/review`. */
export const ruReview: ReviewMessages = {
  label: 'Проверка аватаров',
  grid: 'Аватары на проверку',
  left: ({ count }) => `Осталось: ${number.format(count)}`,
  done: ({ count }) => `Проверено: ${number.format(count)}`,
  waiting: ({ count }) => `Нет подключения. Удалений в\u00a0очереди: ${number.format(count)}`,
  keep: 'Оставить',
  remove: 'Удалить',
  skip: 'Пропустить',
  undo: 'Отменить',
  undoOne: (name) => `Отменить решение: ${name}`,
  kept: 'Оставлен',
  removed: 'Удалён',
  removedFor: (reason) => `Удалён: ${reason}`,
  removedForGood: 'Удалён, отменить уже нельзя',
  skipped: 'Пропущен',
  saidKept: (name) => `Аватар оставлен: ${name}`,
  saidRemoved: (name) => `Аватар удалён: ${name}`,
  saidSkipped: (name) => `Аватар пропущен: ${name}`,
  saidUndone: (name) => `Решение отменено: ${name}`,
  saidFinal: (name) => `Запрос на удаление аватара пользователя ${name} уже отправлен, отменить его нельзя.`,
  saidFailed: (name) => `Не удалось удалить аватар пользователя ${name}. Он снова в\u00a0списке на проверку.`,
  saidNotRestored: (name) => `Не удалось восстановить аватар пользователя ${name}.`,
  toolbar: 'Отмена и вид',
  reveal: 'Показать',
  revealAll: 'Показать все',
  enlarge: 'Увеличить',
  blur: 'Размытие',
  blurs: { none: 'Нет', light: 'Слабое', medium: 'Среднее', strong: 'Сильное' },
  grey: 'Чёрно-белые',
  broken: 'Не удалось загрузить изображение',
  reason: 'Причина',
  legend: 'Клавиши',
  commands: {
    keep: 'оставить',
    remove: 'удалить',
    skip: 'пропустить',
    undo: 'отменить',
    reveal: 'показать или скрыть',
  },
  keyReason: 'причина, 0\u00a0— без причины',
  keyHold: 'показать, пока нажата',
  keyEnlarge: 'увеличить',
  keyMove: 'перемещение',
  keyNames: { ' ': 'Пробел', Enter: 'Enter', Delete: 'Del', Arrows: '← ↑ ↓ →' },
  singleKeys: 'Решения одной клавишей',
  context: 'О\u00a0пользователе',
  email: 'Эл.\u00a0почта',
  username: 'Логин',
  status: 'Статус',
  active: 'Активен',
  banned: 'Заблокирован',
  joined: 'Регистрация',
  lastActive: 'Последняя активность',
  previousPictures: 'Прежние аватары',
  event: ({ type, at, reason }) => {
    const what = { removed: 'Удалён', set: 'Установлен', restored: 'Восстановлен' }[type]
    return `${what} ${day.format(at)}${reason ? ` (${reason})` : ''}`
  },
  pages: 'Страницы',
  previousPage: 'Предыдущая страница',
  nextPage: 'Следующая страница',
  goToUndecided: ({ count }) => `К\u00a0непроверенным (${number.format(count)})`,
  loading: 'Загрузка аватаров…',
  offline: 'Нет подключения. Аватары загрузятся, когда оно появится.',
  loadFailed: 'Не удалось загрузить аватары.',
  loadErrors: {
    unauthenticated: 'Ваш сеанс завершён. Войдите снова и повторите попытку.',
    forbidden: 'У вас нет прав на просмотр. Запросите доступ у администратора.',
    'rate-limited': 'Слишком много запросов. Подождите немного и повторите попытку.',
    unavailable: 'Служба учётных записей сейчас недоступна. Повторите попытку чуть позже.',
    'time-out': 'Сервер слишком долго не отвечает. Повторите попытку.',
    misconfigured: 'Сервер настроен неправильно. Сообщите тем, кто отвечает за эту панель.',
  },
  allDone: 'Всё проверено',
  allDoneText: ({ count }) => reviewed(count),
  nothing: 'Проверять нечего',
  nothingText: 'Аватаров, ожидающих проверки, нет.',
  revisitSkipped: ({ count }) =>
    count === 1 ? 'Проверить пропущенный' : `Проверить пропущенные (${number.format(count)})`,
  lookAgain: 'Поискать новые аватары',
}
