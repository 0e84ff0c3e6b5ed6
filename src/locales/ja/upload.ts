import type { UploadMessages } from '../../core/messages.ts'

const megabytes = (bytes: number) =>
  new Intl.NumberFormat('ja', { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 }).format(bytes / 2 ** 20)
// Counted by ten thousands, as cameras are described.
const pixelsInWords = (pixels: number) =>
  `${new Intl.NumberFormat('ja', { maximumSignificantDigits: 2 }).format(pixels / 10_000)}万画素`

export const jaUpload: UploadMessages = {
  replaceImage: '画像を変更',
  addImage: '画像を追加',
  dialogTitle: 'プロフィール画像の設定',
  dialogDescription: (name) => `${name} さんの画像と、表示する範囲を選択してください。`,
  choose: '画像を選択',
  chooseAnother: '別の画像を選択',
  chooseHint: ({ bytes }) =>
    `ドラッグ＆ドロップや貼り付けもできます。PNG、JPEG、WebP、GIF、AVIF 形式、${megabytes(bytes)} まで。`,
  drop: 'ここに画像をドロップ',
  reading: '画像を開いています…',
  section: '画像の表示範囲',
  sectionHint: '矢印キーで移動、+ と − で拡大・縮小、[ と ] で回転、0 でリセットします。',
  noEditor:
    '編集画面を読み込めませんでした。接続を確認してもう一度お試しいただくか、画像の中央をそのまま設定してください。',
  zoom: 'ズーム',
  zoomIn: '拡大',
  zoomOut: '縮小',
  times: (value) => new Intl.NumberFormat('ja', { style: 'percent' }).format(value),
  rotation: '回転',
  rotateLeft: '左に回転',
  rotateRight: '右に回転',
  degrees: (value) =>
    new Intl.NumberFormat('ja', { style: 'unit', unit: 'degree', unitDisplay: 'narrow' }).format(value),
  position: '位置',
  moveLeft: '左に移動',
  moveRight: '右に移動',
  moveUp: '上に移動',
  moveDown: '下に移動',
  reset: 'リセット',
  preview: 'プレビュー',
  save: '画像を設定',
  faults: {
    empty: () => 'ファイルの内容が空です。別のファイルを選択してください。',
    'not-a-picture': () =>
      'このファイルは画像ではありません。PNG、JPEG、WebP、GIF、AVIF のいずれかのファイルを選択してください。',
    svg: () =>
      'SVG ファイルは、スクリプトが含まれる可能性があるため使用できません。PNG、JPEG、WebP のいずれかのファイルを選択してください。',
    heic: () => 'HEIC 形式の写真は使用できません。JPEG 形式で書き出してから選択してください。',
    damaged: () => '画像を開けませんでした。ファイルが破損している可能性があります。別の画像を選択してください。',
    'too-many-bytes': ({ bytes }) =>
      `ファイルサイズが ${megabytes(bytes)} を超えています。より小さいファイルを選択してください。`,
    'too-many-pixels': ({ pixels }) =>
      `画像が${pixelsInWords(pixels)}を超えています。より小さい画像を選択してください。`,
    'not-encoded': () =>
      'ブラウザーで新しい画像を作成できませんでした。もう一度お試しいただくか、別の画像を選択してください。',
  },
  replaced: 'プロフィール画像を変更しました',
  notReplaced: '画像を変更できませんでした',
  waiting: '待機中：接続が回復すると、新しい画像が設定されます。',
  queued: '先に行った変更が完了するのを待っています。',
  cancelled: '新しい画像は設定されませんでした',
  adjust: '調整',
  errors: {
    forbidden: () => 'この画像を変更する権限がありません。管理者に権限の付与を依頼してください。',
    'invalid-image': () => 'サーバーがこの画像を受け付けませんでした。別の画像を選択してください。',
    'time-out': () =>
      'サーバーの応答がタイムアウトしました。ページを再読み込みし、設定されている画像を確認してから、もう一度お試しください。',
    'unknown-outcome': () =>
      '画像が変更されたかどうか確認できません。ページを再読み込みし、変更されていない場合は、もう一度お試しください。',
    unavailable: () =>
      '現在、ID プロバイダーを利用できません。元の画像はそのまま残っています。しばらくしてから、もう一度お試しください。',
  },
}
