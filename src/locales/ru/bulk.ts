import type { BulkMessages } from '../../core/messages.ts'

const number = new Intl.NumberFormat('ru')
const rules = new Intl.PluralRules('ru')
const listed = new Intl.ListFormat('ru', { type: 'conjunction', style: 'narrow' })

type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }

const form = (count: number, forms: Forms) => forms[rules.select(count)] ?? forms.other
const counted = (count: number, forms: Forms) => `${number.format(count)}\u00a0${form(count, forms)}`
const images = (count: number) => counted(count, { one: 'аватар', few: 'аватара', many: 'аватаров', other: 'аватара' })
/** After «удаление» and «из». */
const ofImages = (count: number) =>
  counted(count, { one: 'аватара', few: 'аватаров', many: 'аватаров', other: 'аватара' })
const ofUsers = (count: number) =>
  counted(count, { one: 'пользователя', few: 'пользователей', many: 'пользователей', other: 'пользователя' })
const seconds = (count: number) => counted(count, { one: 'секунду', few: 'секунды', many: 'секунд', other: 'секунды' })

/** Words of `avatarkit/bulk`. */
export const ruBulk: BulkMessages = {
  removeImages: 'Удалить аватары',
  removeCount: (count) => `Удалить ${images(count)}`,
  dialogTitle: (count) => `Удалить ${images(count)}?`,
  dialogDescription: (count) =>
    count === 1
      ? 'Аватар одного пользователя будет удалён, вместо него появятся инициалы. Остальные пользователи не затрагиваются.'
      : `Аватары ${ofUsers(count)} будут удалены, вместо них появятся инициалы. Остальные пользователи не затрагиваются.`,
  withoutImage: (count) => `Будут пропущены выбранные пользователи без аватара: ${number.format(count)}.`,
  notAllowed: (count) =>
    `Будут пропущены выбранные пользователи, на изменение которых у вас нет прав: ${number.format(count)}.`,
  imagesMayReturn:
    'Изображения из других учётных записей пользователей, например Google, могут снова появиться при следующем входе.',
  faces: 'Чьи аватары будут удалены',
  more: (count) => `+${number.format(count)}`,
  moreSpoken: (count) =>
    `и ещё ${counted(count, { one: 'человек', few: 'человека', many: 'человек', other: 'человека' })}`,
  running: (total) => `Удаление ${ofImages(total)}`,
  progress: 'Завершённые удаления',
  ended: ({ done, failed, notSent }) =>
    listed.format([
      `Удалено аватаров: ${number.format(done)}`,
      ...(failed > 0 ? [`с\u00a0ошибкой: ${number.format(failed)}`] : []),
      ...(notSent > 0 ? [`не\u00a0отправлено: ${number.format(notSent)}`] : []),
    ]),
  soFar: ({ done, failed, total }) =>
    listed.format([
      `Удалено ${number.format(done)} из ${ofImages(total)}`,
      ...(failed > 0 ? [`с\u00a0ошибкой: ${number.format(failed)}`] : []),
    ]),
  done: (count) => `Удалено: ${number.format(count)}`,
  failed: (count) => `С\u00a0ошибкой: ${number.format(count)}`,
  waiting: (count) => `В\u00a0очереди: ${number.format(count)}`,
  notSent: (count) => `Не\u00a0отправлено: ${number.format(count)}`,
  paused: (left) => `Сервер просит подождать. Удаление продолжится через ${seconds(left)}.`,
  offline: 'Ожидание подключения.',
  stopping: 'Остановка. Уже отправленные запросы будут выполнены.',
  elsewhere: 'Это удаление выполняется в другой вкладке.',
  interrupted: ({ left, total }) => `Прервано: ещё не удалено ${number.format(left)} из ${ofImages(total)}`,
  interruptedHint: 'Страница была загружена заново. Можно продолжить: ничего не удалится дважды.',
  stop: 'Остановить',
  goOn: 'Продолжить',
  giveUp: 'Прекратить',
  retryFailed: (count) => `Повторить неудачные (${number.format(count)})`,
  sendRest: (count) => `Удалить остальные (${number.format(count)})`,
  tryAgainFor: (name) => `Повторить: ${name}`,
  downloadReport: 'Скачать отчёт',
  downloadJson: 'Скачать в формате JSON',
  dismiss: 'Закрыть',
  failures: 'Неудачные удаления',
  showMore: (count) => `Показать ещё ${number.format(count)}`,
  runs: 'Удаление аватаров',
  minimise: 'Свернуть',
  restore: 'Развернуть',
  reportFile: 'удалённые-аватары',
  reportColumns: { id: 'ID', name: 'имя', email: 'почта', outcome: 'результат', error: 'ошибка', time: 'время' },
  outcomes: { done: 'удалён', failed: 'ошибка', 'not-sent': 'не отправлено', waiting: 'в очереди' },
}
