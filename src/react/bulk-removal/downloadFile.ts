import { createObjectUrl, hasObjectUrls, revokeObjectUrl } from '../objectUrl.ts'

/** Browsers take the file at the click, but for some that take it a little later. */
const TAKEN_MS = 1000

const TYPES = { csv: 'text/csv;charset=utf-8', json: 'application/json' }

/** Gives a text to the person as a file, named with the ending of its format. */
export function downloadFile(name: string, format: keyof typeof TYPES, text: string): void {
  if (!hasObjectUrls()) return
  const url = createObjectUrl(new Blob([text], { type: TYPES[format] }))
  const link = document.createElement('a')
  link.href = url
  link.download = `${name}.${format}`
  link.click()
  setTimeout(() => revokeObjectUrl(url), TAKEN_MS)
}
