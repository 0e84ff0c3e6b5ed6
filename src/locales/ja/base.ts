import type { BaseLocale } from '../../core/messages.ts'

const number = new Intl.NumberFormat('ja')

/** Japanese, as every panel needs it: each entry brings its own part with it. */
export const jaBase: BaseLocale = {
  code: 'ja',
  direction: 'ltr',
  messages: {
    removeImage: '画像を削除',
    cancel: 'キャンセル',
    close: '閉じる',
    tryAgain: '再試行',
    dismiss: '閉じる',
    dialogTitle: 'プロフィール画像を削除しますか？',
    dialogDescription: (name) => `${name} さんのプロフィール画像を削除し、イニシャルの表示に置き換えます。`,
    imageMayReturn:
      'Google など、本人が連携している別のアカウントの画像が使われている場合は、次回のログイン時に再び表示されることがあります。',
    removing: '画像を削除しています…',
    uploading: '新しい画像を設定しています…',
    verifying: '画像が削除されたか確認しています…',
    waiting: '待機中：接続が回復すると、画像が削除されます。',
    removed: 'プロフィール画像を削除しました',
    heldHere: 'まもなく画像が削除されます。',
    held: (name) => `${name} さんのプロフィール画像を削除します`,
    undo: '元に戻す',
    undoHint: '元に戻すには、F8 キーを押して通知に移動してください。',
    undone: '削除を元に戻しました',
    notice: '通知',
    noticesLabel: '通知（{hotkey}）',
    notRemoved: '画像を削除できませんでした',
    noImage: 'プロフィール画像なし',
    loading: 'ユーザーを読み込んでいます…',
    notFound: 'このユーザーはすでに存在しません。',
    imageOf: (name) => `${name} さんのプロフィール画像`,
    sentence: (title) => `${title}。`,
    errors: {
      unauthenticated: () => 'セッションの有効期限が切れました。再度ログインしてから、もう一度お試しください。',
      forbidden: () => 'この画像を削除する権限がありません。管理者に権限の付与を依頼してください。',
      'user-not-found': ({ name }) => `${name} さんのアカウントはすでに存在しません。一覧を更新しています。`,
      'rate-limited': (details) =>
        details.seconds === undefined
          ? 'リクエストが多すぎます。しばらくしてから、もう一度お試しください。'
          : `リクエストが多すぎます。${number.format(details.seconds)}秒後にもう一度お試しください。`,
      'invalid-user-id': () => 'ユーザー ID が正しくありません。リンクまたは設定を確認してください。',
      'invalid-image': () =>
        'このファイルは画像として使用できません。PNG、JPEG、WebP のいずれかのファイルを選択してください。',
      'too-large': () => '画像が大きすぎます。より小さい画像を選択してください。',
      unavailable: () => '現在、ID プロバイダーを利用できません。しばらくしてから、もう一度お試しください。',
      'time-out': () => 'サーバーの応答がタイムアウトしました。画像はまだ削除されていません。もう一度お試しください。',
      'unknown-outcome': () =>
        '画像が削除されたかどうか確認できません。ページを再読み込みし、画像がまだ残っている場合は、もう一度お試しください。',
      superseded: () => '後から行われた変更が優先されました。',
      undone: () => '削除を元に戻しました。',
      misconfigured: () => 'この操作に必要なサーバーの設定が正しくありません。この管理画面の担当者に連絡してください。',
      aborted: () => '送信前に削除が中止されました。',
      unexpected: () =>
        '予期しないエラーが発生しました。もう一度お試しください。問題が続く場合は、この管理画面の担当者に連絡してください。',
    },
  },
}
