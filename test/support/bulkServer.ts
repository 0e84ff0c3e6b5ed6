import type { BulkResult, CallContext } from '../../src/core/adapter.ts'
import { AvatarKitError, type ErrorCode } from '../../src/core/errors.ts'

interface BulkCall {
  ids: readonly string[]
  context: CallContext
  /** Lines of the answer, one for each of these. */
  agree: (...ids: string[]) => void
  refuse: (id: string, code: ErrorCode) => void
  leave: (id: string, code?: ErrorCode) => void
  /** The answer ends. */
  end: () => void
  /** The connection breaks, or the whole is refused. */
  fail: (error: unknown) => void
}

/** An adapter whose `deleteUserProfileImages` answers line by line, as the test says. */
export function bulkServer() {
  const calls: BulkCall[] = []
  const open = (ids: readonly string[], context: CallContext) => {
    const lines: (BulkResult<any> | 'end' | { broken: unknown })[] = []
    let wake = () => {}
    const push = (line: (typeof lines)[number]) => {
      lines.push(line)
      wake()
    }
    const error = (userId: string, code: ErrorCode) => new AvatarKitError(code, { userId, settled: true })
    calls.push({
      ids,
      context,
      agree: (...agreed) =>
        agreed.forEach((userId) =>
          push({ userId, status: 'done', user: { id: userId, firstName: 'User', imageUrl: null, hasImage: false } }),
        ),
      refuse: (userId, code) => push({ userId, status: 'failed', error: error(userId, code) }),
      leave: (userId, code = 'aborted') => push({ userId, status: 'not-sent', error: error(userId, code) }),
      end: () => push('end'),
      fail: (broken) => push({ broken }),
    })
    return { lines, wait: () => new Promise<void>((resolve) => (wake = resolve)) }
  }
  async function* deleteUserProfileImages(
    ids: readonly string[],
    context: CallContext = {},
  ): AsyncGenerator<BulkResult<any>, void, undefined> {
    const { lines, wait } = open(ids, context)
    while (true) {
      for (let line = lines.shift(); line; line = lines.shift()) {
        if (line === 'end') return
        if ('broken' in line) throw line.broken
        yield line
      }
      await wait()
    }
  }
  const deleteUserProfileImage = (): Promise<any> => Promise.reject(new AvatarKitError('unexpected'))
  return { adapter: { deleteUserProfileImage, deleteUserProfileImages }, calls }
}
