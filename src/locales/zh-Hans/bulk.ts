import type { BulkMessages } from '../../core/messages.ts'

const number = new Intl.NumberFormat('zh-Hans')
const images = (value: number) => `${number.format(value)} 个头像`
/** Clauses part with a comma; a list of `Intl` has 、, as for words. */
const listed = (clauses: string[]) => clauses.join('，')

/** Words of `avatarkit/bulk`. */
export const zhHansBulk: BulkMessages = {
  removeImages: '移除头像',
  removeCount: (count) => `移除 ${images(count)}`,
  dialogTitle: (count) => `要移除 ${images(count)}吗？`,
  dialogDescription: (count) =>
    `系统将移除 ${number.format(count)} 位用户的头像，并改为显示姓名缩写。其他用户不受影响。`,
  withoutImage: (count) => `所选用户中有 ${number.format(count)} 位没有头像，将跳过。`,
  notAllowed: (count) => `所选用户中有 ${number.format(count)} 位您无权更改，将跳过。`,
  imagesMayReturn: '来自用户其他账号（例如 Google）的图片可能会在用户下次登录时重新出现。',
  faces: '将移除以下用户的头像',
  more: (count) => `+${number.format(count)}`,
  moreSpoken: (count) => `以及另外 ${number.format(count)} 人`,
  running: (total) => `正在移除 ${images(total)}`,
  progress: '移除进度',
  ended: ({ done, failed, notSent }) =>
    listed([
      `已移除 ${images(done)}`,
      ...(failed > 0 ? [`失败 ${number.format(failed)} 个`] : []),
      ...(notSent > 0 ? [`未发送 ${number.format(notSent)} 个`] : []),
    ]),
  soFar: ({ done, failed, total }) =>
    listed([
      `已移除 ${number.format(done)} 个头像（共 ${number.format(total)} 个）`,
      ...(failed > 0 ? [`失败 ${number.format(failed)} 个`] : []),
    ]),
  done: (count) => `已移除 ${number.format(count)} 个`,
  failed: (count) => `失败 ${number.format(count)} 个`,
  waiting: (count) => `等待中 ${number.format(count)} 个`,
  notSent: (count) => `未发送 ${number.format(count)} 个`,
  paused: (left) => `服务器要求稍候。将在 ${number.format(left)} 秒后继续。`,
  offline: '正在等待恢复连接。',
  stopping: '正在停止。已发送的请求会继续处理完。',
  elsewhere: '此移除任务正在另一个标签页中运行。',
  interrupted: ({ left, total }) => `已中断：共 ${images(total)}，还有 ${number.format(left)} 个未移除`,
  interruptedHint: '页面已重新加载。继续执行不会重复移除。',
  stop: '停止',
  goOn: '继续',
  giveUp: '放弃',
  retryFailed: (count) => `重试失败的 ${number.format(count)} 个`,
  sendRest: (count) => `移除其余 ${number.format(count)} 个`,
  tryAgainFor: (name) => `重试：${name}`,
  downloadReport: '下载报告',
  downloadJson: '下载为 JSON',
  dismiss: '关闭',
  failures: '失败项',
  showMore: (count) => `再显示 ${number.format(count)} 项`,
  runs: '批量移除头像',
  minimise: '收起',
  restore: '展开',
  reportFile: '已移除的头像',
  reportColumns: { id: 'ID', name: '姓名', email: '邮箱', outcome: '结果', error: '错误', time: '时间' },
  outcomes: { done: '已移除', failed: '失败', 'not-sent': '未发送', waiting: '等待中' },
}
