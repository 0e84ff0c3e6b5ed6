import { createObjectUrl, hasObjectUrls, revokeObjectUrl } from '../objectUrl.ts'

/** Browsers take the file at the click, but for some that take it a little later. */
const TAKEN_MS = 1000

/** Gives a text to the person as a file. */
export function downloadFile(name: string, text: string): void {
  if (!hasObjectUrls()) return
  const url = createObjectUrl(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => revokeObjectUrl(url), TAKEN_MS)
}
