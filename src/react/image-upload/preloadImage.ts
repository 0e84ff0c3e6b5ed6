import { safeImageUrl } from '../../core/image.ts'

/** A picture that takes longer comes when it comes. */
const PATIENCE_MS = 5000

/**
 * Loads and decodes a picture ahead of its being shown. Resolves also where that fails or takes too long; keep
 * what it resolves with until the picture is shown, so that it is not thrown away before.
 */
export async function preloadImage(
  url: string | null,
  allowHttp?: readonly string[],
): Promise<HTMLImageElement | undefined> {
  const src = safeImageUrl(url, allowHttp)
  if (!src) return undefined
  const image = new Image()
  image.referrerPolicy = 'no-referrer'
  image.src = src
  let timer: ReturnType<typeof setTimeout> | undefined
  const patience = new Promise((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS)
  })
  await Promise.race([image.decode?.().catch(() => {}), patience])
  clearTimeout(timer)
  return image
}
