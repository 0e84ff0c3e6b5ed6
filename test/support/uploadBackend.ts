import { vi } from 'vitest'
import type { CallContext, UserImageAdapter } from '../../src/core/adapter.ts'
import { AvatarKitError, type ErrorCode } from '../../src/core/errors.ts'

interface Call {
  kind: 'set' | 'remove'
  userId: string
  file: Blob | undefined
  context: CallContext | undefined
  /** The server agrees, and holds this image. */
  agree: (imageUrl?: string | null) => void
  refuse: (code: ErrorCode) => void
}

/** An adapter that sets and removes, and whose every call waits for the test to answer it. */
export function uploadBackend() {
  const calls: Call[] = []
  const call = (kind: Call['kind'], userId: string, file: Blob | undefined, context: CallContext | undefined) =>
    new Promise<any>((resolve, reject) => {
      calls.push({
        kind,
        userId,
        file,
        context,
        agree: (imageUrl = kind === 'set' ? 'https://images.test/new.png' : null) =>
          resolve({ id: userId, firstName: 'Ada', lastName: 'Lovelace', imageUrl, hasImage: imageUrl !== null }),
        refuse: (code) => reject(new AvatarKitError(code, { userId })),
      })
    })
  const adapter: UserImageAdapter<any> = {
    deleteUserProfileImage: vi.fn((userId, context) => call('remove', userId, undefined, context)),
    updateUserProfileImage: vi.fn((userId, { file }, context) => call('set', userId, file, context)),
  }
  return { adapter, calls, kinds: () => calls.map(({ kind }) => kind) }
}

/** A picture from a drawing, as a browser writes it. */
export async function drawn(
  width: number,
  height: number,
  draw: (context: CanvasRenderingContext2D) => void,
  type = 'image/png',
): Promise<Uint8Array<ArrayBuffer>> {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  draw(canvas.getContext('2d')!)
  const blob = await new Promise<Blob>((resolve) => canvas.toBlob((made) => resolve(made!), type, 0.95))
  return new Uint8Array(await blob.arrayBuffer())
}

/** Red on the left, blue on the right. */
export const halves = (width: number, height: number, type?: string) =>
  drawn(
    width,
    height,
    (context) => {
      context.fillStyle = '#ff0000'
      context.fillRect(0, 0, width / 2, height)
      context.fillStyle = '#0000ff'
      context.fillRect(width / 2, 0, width / 2, height)
    },
    type,
  )

/** What a file shows: its size, and its colour in words at places from 0 to 1. */
export async function looksLike(file: Blob) {
  const bitmap = await createImageBitmap(file)
  const canvas = document.createElement('canvas')
  canvas.width = bitmap.width
  canvas.height = bitmap.height
  const context = canvas.getContext('2d')!
  context.drawImage(bitmap, 0, 0)
  const at = (x: number, y: number) => {
    const [r, g, b] = context.getImageData(Math.floor(x * bitmap.width), Math.floor(y * bitmap.height), 1, 1)
      .data as unknown as [number, number, number]
    return r > 180 && b < 90 ? 'red' : b > 180 && r < 90 ? 'blue' : `${r} ${g} ${b}`
  }
  return { width: bitmap.width, height: bitmap.height, at }
}

export const filesOf = (...files: File[]) => {
  const data = new DataTransfer()
  for (const file of files) data.items.add(file)
  return data
}
