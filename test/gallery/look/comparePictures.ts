import type { Page } from 'playwright'

export interface Difference {
  /** The part of the pixels that differ, 0…1; what only one of them covers differs. */
  share: number
  /** The second one, pale, with what differs in a strong colour. */
  picture: Buffer
}

/** Compares two PNGs pixel by pixel in the browser that drew them: nothing is forgiven. Undefined where they are equal. */
export async function comparePictures(page: Page, before: Buffer, after: Buffer): Promise<Difference | undefined> {
  if (before.equals(after)) return undefined
  const { share, picture } = await page.evaluate(
    async (pair) => {
      const bitmaps = await Promise.all(
        pair.map(async (base64) =>
          createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob(), {
            colorSpaceConversion: 'none',
            premultiplyAlpha: 'none',
          }),
        ),
      )
      const width = Math.max(...bitmaps.map((bitmap) => bitmap.width))
      const height = Math.max(...bitmaps.map((bitmap) => bitmap.height))
      const [first, second] = bitmaps.map((bitmap) => {
        const pen = new OffscreenCanvas(width, height).getContext('2d')!
        pen.drawImage(bitmap, 0, 0)
        return pen.getImageData(0, 0, width, height)
      }) as [ImageData, ImageData]
      const [a, b] = [new Uint32Array(first.data.buffer), new Uint32Array(second.data.buffer)]
      const shown = new ImageData(width, height)
      const pixels = new Uint32Array(shown.data.buffer)
      let differing = 0
      for (let at = 0; at < pixels.length; at++) {
        const light = second.data[at * 4]! + second.data[at * 4 + 1]! + second.data[at * 4 + 2]!
        const pale = 204 + Math.round(light / 15)
        // Little-endian: alpha, blue, green, red.
        pixels[at] = a[at] === b[at] ? 0xff000000 | (pale << 16) | (pale << 8) | pale : 0xff9b00e6
        if (a[at] !== b[at]) differing++
      }
      const canvas = new OffscreenCanvas(width, height)
      canvas.getContext('2d')!.putImageData(shown, 0, 0)
      const bytes = new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer())
      return {
        share: differing / pixels.length,
        picture: btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')),
      }
    },
    [before.toString('base64'), after.toString('base64')],
  )
  return share === 0 ? undefined : { share, picture: Buffer.from(picture, 'base64') }
}
