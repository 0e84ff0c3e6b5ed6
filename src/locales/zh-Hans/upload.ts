import type { UploadMessages } from '../../core/messages.ts'

const megabytes = (bytes: number) =>
  new Intl.NumberFormat('zh-Hans', { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 }).format(
    bytes / 2 ** 20,
  )
// Counted by ten thousands, as cameras are described.
const pixelsInWords = (pixels: number) =>
  `${new Intl.NumberFormat('zh-Hans', { maximumSignificantDigits: 2, useGrouping: false }).format(pixels / 10_000)} 万像素`

export const zhHansUpload: UploadMessages = {
  replaceImage: '更换头像',
  addImage: '添加头像',
  dialogTitle: '设置头像',
  dialogDescription: (name) => `为 ${name} 选择图片以及要显示的区域。`,
  choose: '选择图片',
  chooseAnother: '选择其他图片',
  chooseHint: ({ bytes }) => `也可以拖放或粘贴图片。支持 PNG、JPEG、WebP、GIF 或 AVIF 格式，最大 ${megabytes(bytes)}。`,
  drop: '将图片拖放到此处',
  reading: '正在打开图片…',
  section: '图片的显示区域',
  sectionHint: '按方向键移动图片，按 + 和 − 缩放，按 [ 和 ] 旋转，按 0 重置。',
  noEditor: '无法加载编辑器。请检查网络连接后重试，或直接使用图片的中间部分。',
  zoom: '缩放',
  zoomIn: '放大',
  zoomOut: '缩小',
  times: (value) => new Intl.NumberFormat('zh-Hans', { style: 'percent' }).format(value),
  rotation: '旋转',
  rotateLeft: '向左旋转',
  rotateRight: '向右旋转',
  degrees: (value) =>
    new Intl.NumberFormat('zh-Hans', { style: 'unit', unit: 'degree', unitDisplay: 'narrow' }).format(value),
  position: '位置',
  moveLeft: '左移',
  moveRight: '右移',
  moveUp: '上移',
  moveDown: '下移',
  reset: '重置',
  preview: '预览',
  save: '设为头像',
  faults: {
    empty: () => '此文件为空。请选择其他文件。',
    'not-a-picture': () => '此文件不是图片。请选择 PNG、JPEG、WebP、GIF 或 AVIF 文件。',
    svg: () => 'SVG 文件可能包含脚本，因此无法使用。请选择 PNG、JPEG 或 WebP 文件。',
    heic: () => '无法使用 HEIC 照片。请将其导出为 JPEG 后再选择。',
    damaged: () => '无法打开此图片，文件可能已损坏。请选择其他图片。',
    'too-many-bytes': ({ bytes }) => `此文件超过 ${megabytes(bytes)}。请选择较小的文件。`,
    'too-many-pixels': ({ pixels }) => `此图片超过 ${pixelsInWords(pixels)}。请选择较小的图片。`,
    'not-encoded': () => '您的浏览器无法生成新头像。请重试，或选择其他图片。',
  },
  replaced: '已更换头像',
  notReplaced: '无法更换头像',
  waiting: '等待中：恢复连接后将设置新头像。',
  queued: '正在等待之前的更改完成。',
  cancelled: '未设置新头像',
  adjust: '调整',
  errors: {
    forbidden: () => '您没有权限更换此头像。请联系管理员获取权限。',
    'invalid-image': () => '服务器不接受此图片。请选择其他图片。',
    'time-out': () => '服务器响应超时。请刷新页面查看当前头像，然后重试。',
    'unknown-outcome': () => '无法确认头像是否已更换。请刷新页面查看，如果尚未更换，请重试。',
    unavailable: () => '身份提供方目前不可用。原头像仍然保留，请稍后重试。',
  },
}
