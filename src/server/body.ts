import { Refusal } from './refusal.ts'

/**
 * The JSON of a request. Read only so far as is allowed, and only so long.
 *
 * @throws Refusal 413 (over the cap, declared or not), 408 (no end in time), 400 (no JSON, or no UTF-8)
 */
export async function readJson(request: Request, maxBytes: number, timeoutMs: number): Promise<unknown> {
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw new Refusal('too-large', 413)
  const reader = request.body?.getReader()
  if (!reader) throw new Refusal('unexpected', 400)
  let late = false
  const timer = setTimeout(() => {
    late = true
    // Ends the read that waits.
    reader.cancel().catch(() => {})
  }, timeoutMs)
  try {
    const text = await readText(reader, maxBytes)
    if (late) throw new Refusal('time-out', 408)
    return JSON.parse(text)
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal(late ? 'time-out' : 'unexpected', late ? 408 : 400)
  } finally {
    clearTimeout(timer)
  }
}

async function readText(reader: ReadableStreamDefaultReader<Uint8Array>, maxBytes: number): Promise<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let text = ''
  let size = 0
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.byteLength
    if (size > maxBytes) {
      reader.cancel().catch(() => {})
      throw new Refusal('too-large', 413)
    }
    text += decoder.decode(part.value, { stream: true })
  }
  return text + decoder.decode()
}
