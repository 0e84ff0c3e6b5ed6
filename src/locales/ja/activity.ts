import type { ActivityMessages } from '../../core/messages.ts'

const number = new Intl.NumberFormat('ja')
const characters = (value: number) => `${number.format(value)}文字`

/** Words of `avatarkit/activity`. In a module of its own: what a dialog loads later brings its words with it. */
export const jaActivity: ActivityMessages = {
  reasons: {
    nudity: 'ヌードまたは性的な内容',
    violence: '暴力的または残虐な内容',
    hate: 'ヘイトまたは嫌がらせ',
    impersonation: 'なりすまし',
    spam: 'スパムまたは広告',
    copyright: '著作権',
    other: 'その他',
  },
  reason: '理由',
  noReason: '理由なし',
  chooseReason: '理由を選択',
  reasonMissing: '理由を選択してください。',
  note: 'メモ',
  optional: (label) => `${label}（任意）`,
  noteHint: '記録用です。ユーザーには表示されません。',
  noteMissing: 'メモを入力してください。',
  noteMissingFor: (reason) => `「${reason}」を選択した場合は、メモに具体的な内容を入力してください。`,
  noteCount: ({ used, max }) => `${number.format(used)} / ${characters(max)}`,
  noteTooLong: ({ over, max }) =>
    `メモは${characters(max)}以内で入力してください。${characters(over)}減らしてください。`,
  tellUser: ({ users }) => (users === 1 ? 'ユーザーに通知する' : `${number.format(users)}人のユーザーに通知する`),
  preview: (name) => `${name} さんに届く内容`,
  previewExample: (name) => `例：${name} さんに届く内容`,
  previewLoading: 'プレビューを読み込んでいます…',
  previewFailed: 'プレビューを読み込めませんでした。選択内容はそのまま有効です。',
  activity: 'アクティビティ',
  did: {
    removed: (by) => `${by} が画像を削除しました`,
    set: (by) => `${by} が画像を設定しました`,
    restored: (by) => `${by} が画像を復元しました`,
  },
  today: '今日',
  yesterday: '昨日',
  told: 'ユーザーに通知済み',
  activityLoading: 'アクティビティを読み込んでいます…',
  activityNotLoaded: 'アクティビティを読み込めませんでした',
  noActivity: 'アクティビティはまだありません。',
  noActivityOfUser: 'このユーザーの画像に対する操作はまだありません。',
  showMore: 'さらに表示',
  loadingMore: '続きを読み込んでいます…',
  shown: ({ shown, total }) => `${number.format(total)}件中${number.format(shown)}件を表示`,
  showPicture: (name) => `表示：${name} さんの削除された画像`,
  hidePicture: (name) => `隠す：${name} さんの削除された画像`,
  show: '表示',
  hide: '隠す',
  pictureGone: '保存なし',
  removedImages: '最近削除した画像',
  keptNotice:
    '削除した画像は個人データです。誤って削除した場合に復元するためにのみ、それぞれに記載された日時まで保存され、その後は完全に削除されます。',
  keptUntil: (date) => `${date} まで保存`,
  left: ({ value, unit }) => `残り${number.format(value)}${{ day: '日', hour: '時間', minute: '分' }[unit]}`,
  noRemovedImages: '現在、削除した画像は保存されていません。',
  removedImagesLoading: '削除した画像を読み込んでいます…',
  removedImagesNotLoaded: '削除した画像を読み込めませんでした',
  restore: '画像を復元',
  restoring: '画像を復元しています…',
  restoreWaiting: '待機中：接続が回復すると、画像が復元されます。',
  restored: (name) => `${name} さんのプロフィール画像を復元しました`,
  notRestored: '画像を復元できませんでした',
  restoreErrors: {
    forbidden: () => 'この画像を復元する権限がありません。管理者に権限の付与を依頼してください。',
    'user-not-found': () => '画像の保存期間が終了したか、ユーザーがすでに存在しません。一覧を更新しています。',
    'time-out': () =>
      'サーバーの応答がタイムアウトしました。ページを再読み込みし、画像が復元されていない場合は、もう一度お試しください。',
    'unknown-outcome': () =>
      '画像が復元されたかどうか確認できません。ページを再読み込みし、復元されていない場合は、もう一度お試しください。',
    undone: () => '画像は復元されませんでした。',
    aborted: () => '画像は復元されませんでした。',
  },
  readErrors: {
    forbidden: () => '表示する権限がありません。管理者に権限の付与を依頼してください。',
    'user-not-found': () => 'このユーザーはすでに存在しません。',
    'time-out': () => 'サーバーの応答がタイムアウトしました。もう一度お試しください。',
    unavailable: () => '現在、サーバーを利用できません。しばらくしてから、もう一度お試しください。',
  },
}
