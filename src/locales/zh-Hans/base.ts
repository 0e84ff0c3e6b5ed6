import type { BaseLocale } from '../../core/messages.ts'

const number = new Intl.NumberFormat('zh-Hans')

/** Simplified Chinese, as every panel needs it: each entry brings its own part with it. */
export const zhHansBase: BaseLocale = {
  code: 'zh-Hans',
  direction: 'ltr',
  messages: {
    removeImage: '移除头像',
    cancel: '取消',
    close: '关闭',
    tryAgain: '重试',
    dismiss: '关闭',
    dialogTitle: '要移除头像吗？',
    dialogDescription: (name) => `系统将移除 ${name} 的头像，并改为显示姓名缩写。`,
    imageMayReturn: '如果图片来自用户的其他账号（例如 Google），用户下次登录时头像可能会重新出现。',
    removing: '正在移除头像…',
    uploading: '正在设置新头像…',
    verifying: '正在确认头像是否已移除…',
    waiting: '等待中：恢复连接后将移除头像。',
    removed: '已移除头像',
    heldHere: '头像即将移除。',
    held: (name) => `即将移除 ${name} 的头像`,
    undo: '撤销',
    undoHint: '按 F8 键可转到通知并撤销。',
    undone: '已撤销移除',
    notice: '通知',
    noticesLabel: '通知（{hotkey}）',
    notRemoved: '无法移除头像',
    noImage: '未设置头像',
    loading: '正在加载用户…',
    notFound: '此用户已不存在。',
    imageOf: (name) => `${name} 的头像`,
    sentence: (title) => `${title}。`,
    errors: {
      unauthenticated: () => '您的会话已过期。请重新登录，然后重试。',
      forbidden: () => '您没有权限移除此头像。请联系管理员获取权限。',
      'user-not-found': ({ name }) => `用户 ${name} 已不存在。正在刷新列表。`,
      'rate-limited': (details) =>
        details.seconds === undefined
          ? '请求过于频繁。请稍后重试。'
          : `请求过于频繁。请在 ${number.format(details.seconds)} 秒后重试。`,
      'invalid-user-id': () => '用户 ID 无效。请检查链接或配置。',
      'invalid-image': () => '此文件不是可用的图片。请选择 PNG、JPEG 或 WebP 文件。',
      'too-large': () => '图片过大。请选择较小的图片。',
      unavailable: () => '身份提供方目前不可用。请稍后重试。',
      'time-out': () => '服务器响应超时。头像尚未移除，请重试。',
      'unknown-outcome': () => '无法确认头像是否已移除。请刷新页面查看，如果头像仍在，请重试。',
      superseded: () => '此更改已被后来的更改取代。',
      undone: () => '已撤销移除。',
      misconfigured: () => '服务器配置有误，无法执行此操作。请联系此管理后台的负责人。',
      aborted: () => '移除请求在发送前已停止。',
      unexpected: () => '发生意外错误。请重试；如果问题仍然存在，请联系此管理后台的负责人。',
    },
  },
}
