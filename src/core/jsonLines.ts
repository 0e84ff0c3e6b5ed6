/** What a stream may hold in one line. */
const MAX_LINE = 64 * 1024

/**
 * JSON, one value a line, as it arrives. Empty lines are signs of life and no values.
 *
 * @param idleMs silence that counts as a lost connection
 * @throws Error where a line is no JSON or too long, where nothing comes for `idleMs`, or where the last line is cut off
 */
export async function* jsonLines(
  stream: ReadableStream<Uint8Array>,
  idleMs: number,
): AsyncGenerator<unknown, void, undefined> {
  const reader = stream.getReader()
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let rest = ''
  try {
    for (let part = await soon(reader.read(), idleMs); !part.done; part = await soon(reader.read(), idleMs)) {
      const lines = (rest + decoder.decode(part.value, { stream: true })).split('\n')
      rest = lines.pop()!
      if (rest.length > MAX_LINE) throw new Error('A line of the reply is too long.')
      for (const line of lines) if (line.trim() !== '') yield JSON.parse(line)
    }
    // Half a sign is the start of a line, too.
    if ((rest + decoder.decode()).trim() !== '') throw new Error('The reply is cut off.')
  } finally {
    // Whoever stops listening ends the connection.
    reader.cancel().catch(() => {})
  }
}

function soon<T>(wait: Promise<T>, ms: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout>
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('Nothing came for too long.')), ms)
  })
  return Promise.race([wait, silence]).finally(() => clearTimeout(timer))
}
