import type { BulkMessages } from '../../core/messages.ts'

const number = new Intl.NumberFormat('ja')
const items = (value: number) => `${number.format(value)}件`
const people = (value: number) => `${number.format(value)}人`
const listed = new Intl.ListFormat('ja', { type: 'conjunction' })

/** After a sentence, which a comma cannot continue; nothing of nothing. */
const inParentheses = (parts: string[]) => (parts.length > 0 ? `（${listed.format(parts)}）` : '')

/** Words of `avatarkit/bulk`. */
export const jaBulk: BulkMessages = {
  removeImages: '画像を削除',
  removeCount: (count) => `${items(count)}の画像を削除`,
  dialogTitle: (count) => `${items(count)}のプロフィール画像を削除しますか？`,
  dialogDescription: (count) =>
    `${people(count)}のユーザーのプロフィール画像を削除し、イニシャルの表示に置き換えます。その他のユーザーは変更されません。`,
  withoutImage: (count) => `選択したユーザーのうち${people(count)}は、画像が設定されていないためスキップされます。`,
  notAllowed: (count) => `選択したユーザーのうち${people(count)}は、変更する権限がないためスキップされます。`,
  imagesMayReturn:
    'Google など、本人が連携している別のアカウントの画像は、次回のログイン時に再び表示されることがあります。',
  faces: '画像を削除するユーザー',
  more: (count) => `+${number.format(count)}`,
  moreSpoken: (count) => `ほか${people(count)}`,
  running: (total) => `${items(total)}の画像を削除しています`,
  progress: '削除の進行状況',
  ended: ({ done, failed, notSent }) =>
    `${items(done)}の画像を削除しました${inParentheses([...(failed > 0 ? [`失敗${items(failed)}`] : []), ...(notSent > 0 ? [`未送信${items(notSent)}`] : [])])}`,
  soFar: ({ done, failed, total }) =>
    `${items(total)}中${items(done)}の画像を削除しました${inParentheses(failed > 0 ? [`失敗${items(failed)}`] : [])}`,
  done: (count) => `削除済み ${items(count)}`,
  failed: (count) => `失敗 ${items(count)}`,
  waiting: (count) => `待機中 ${items(count)}`,
  notSent: (count) => `未送信 ${items(count)}`,
  paused: (left) => `サーバーから待機を求められました。${number.format(left)}秒後に再開します。`,
  offline: '接続が回復するのを待っています。',
  stopping: '停止しています。すでに送信された分は最後まで処理されます。',
  elsewhere: 'この削除は別のタブで実行中です。',
  interrupted: ({ left, total }) => `中断されました：${items(total)}中${items(left)}の画像がまだ削除されていません`,
  interruptedHint: 'ページが再読み込みされました。続行しても、同じ画像が重複して削除されることはありません。',
  stop: '停止',
  goOn: '続行',
  giveUp: '中止',
  retryFailed: (count) => `失敗した${items(count)}を再試行`,
  sendRest: (count) => `残りの${items(count)}を削除`,
  tryAgainFor: (name) => `再試行：${name} さん`,
  downloadReport: 'レポートをダウンロード',
  downloadJson: 'JSON でダウンロード',
  dismiss: '閉じる',
  failures: '削除できなかった画像',
  showMore: (count) => `さらに${items(count)}を表示`,
  runs: '画像の一括削除',
  minimise: '折りたたむ',
  restore: '展開',
  reportFile: '削除した画像',
  reportColumns: { id: 'ID', name: '名前', email: 'メールアドレス', outcome: '結果', error: 'エラー', time: '日時' },
  outcomes: { done: '削除済み', failed: '失敗', 'not-sent': '未送信', waiting: '待機中' },
}
