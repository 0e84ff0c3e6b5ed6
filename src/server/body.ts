import { Refusal } from './refusal.ts'

/**
 * The JSON of a request.
 *
 * @throws Refusal 413 (over the cap, declared or not), 408 (no end in time), 400 (no JSON, or no UTF-8)
 */
export async function readJson(request: Request, maxBytes: number, timeoutMs: number): Promise<unknown> {
  const bytes = await readBytes(request, maxBytes, timeoutMs)
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new Refusal('unexpected', 400)
  }
}

/** Room for the boundary and the head of the one part. */
const MAX_HEAD = 4096

/**
 * The one file of a `multipart/form-data` request, in its field `file`. Its name is not looked at. Anything beside it,
 * another field, a second file, a form within the form, is refused: nothing of it could be meant.
 *
 * @throws Refusal 413, 408, and 400 where it is not one file
 */
export async function readFile(request: Request, maxBytes: number, timeoutMs: number): Promise<Blob> {
  const boundary = /;\s*boundary=(?:"([\w'()+,./:=? -]{1,70})"|([\w'+.-]{1,70}))\s*(?:;|$)/i.exec(
    request.headers.get('content-type') ?? '',
  )
  const mark = boundary && `--${boundary[1] ?? boundary[2]}`
  if (!mark) throw new Refusal('unexpected', 400)
  const bytes = await readBytes(request, maxBytes + MAX_HEAD, timeoutMs)
  // One letter for each byte, so that places are the same in both.
  const text = new TextDecoder('latin1').decode(bytes)
  const head = text.slice(0, MAX_HEAD).indexOf('\r\n\r\n')
  const end = text.indexOf(`\r\n${mark}`, Math.max(head, 0) + 2)
  const isOne =
    text.startsWith(`${mark}\r\n`) &&
    head > 0 &&
    end >= head + 2 &&
    /^--(\r\n)?$/.test(text.slice(end + mark.length + 2))
  const fields = isOne ? text.slice(mark.length + 2, head).split('\r\n') : []
  const disposition = fields.filter((field) => /^content-disposition:/i.test(field))
  // `filename` makes it a file; what it is called is the sender's own affair.
  if (
    disposition.length !== 1 ||
    !/^content-disposition:\s*form-data;\s*name="file";\s*filename(\*)?=/i.test(disposition[0]!)
  )
    throw new Refusal('unexpected', 400)
  const file = bytes.slice(head + 4, end)
  if (file.byteLength > maxBytes) throw new Refusal('too-large', 413)
  return new Blob([file])
}

/** Read only so far as is allowed, and only so long. */
async function readBytes(request: Request, maxBytes: number, timeoutMs: number): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw new Refusal('too-large', 413)
  const reader = request.body?.getReader()
  if (!reader) throw new Refusal('unexpected', 400)
  let late = false
  const timer = setTimeout(() => {
    late = true
    // Ends the read that waits.
    reader.cancel().catch(() => {})
  }, timeoutMs)
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      size += part.value.byteLength
      if (size > maxBytes) {
        reader.cancel().catch(() => {})
        throw new Refusal('too-large', 413)
      }
      chunks.push(part.value)
    }
    if (late) throw new Refusal('time-out', 408)
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal(late ? 'time-out' : 'unexpected', late ? 408 : 400)
  } finally {
    clearTimeout(timer)
  }
  const bytes = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.byteLength
  }
  return bytes
}
