import { act, screen, within } from '@testing-library/react'
import { renderToString } from 'react-dom/server'
import { describe, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import '../../src/styles/desk.css'
import '../../src/styles/styles.css'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { hydrateRoot } from 'react-dom/client'
import { AvatarKitProvider } from '../../src/index.ts'
import { UserImageUpload, type UserImageUploadProps } from '../../src/upload.ts'
import { ada } from '../support/backend.ts'
import { be16, bytesOf, ftyp, gifOf, pngChunk, pngOf, segment, withExif } from '../support/imageBytes.ts'
import { renderInPanel } from '../support/renderInPanel.tsx'
import { until, wait } from '../support/until.ts'
import { drawn, filesOf, halves, looksLike, uploadBackend } from '../support/uploadBackend.ts'

const trigger = () => screen.getByRole('button', { name: 'Replace image' })
const dialog = () => screen.queryByRole('dialog', { name: 'Set profile image' })
const inDialog = () => within(dialog()!)
const save = () => inDialog().getByRole('button', { name: 'Set image' })
const stage = () => inDialog().getByRole('application', { name: 'Part of the picture that is shown' })
const input = () => document.querySelector<HTMLInputElement>('input[type="file"]')!

async function openDialog(props: Partial<UserImageUploadProps> = {}) {
  const backend = uploadBackend()
  const view = renderInPanel(<UserImageUpload user={ada} {...props} />, { adapter: backend.adapter })
  await userEvent.click(trigger())
  await until(() => expect(dialog()).not.toBeNull())
  return { ...backend, ...view }
}

const fileOf = (bytes: Uint8Array<ArrayBuffer>, name = 'picture.png', type = 'image/png') =>
  new File([bytes], name, { type })

function choose(file: File) {
  const files = filesOf(file).files
  act(() => {
    input().files = files
    input().dispatchEvent(new Event('change', { bubbles: true }))
  })
}

const chosen = () => until(() => expect(save()).not.toHaveAttribute('aria-disabled'))

/** Chooses, sets, and gives what was sent. */
async function sent(
  file: File,
  change: () => Promise<void> | void = () => {},
  props: Partial<UserImageUploadProps> = {},
) {
  const { calls, unmount } = await openDialog(props)
  choose(file)
  await chosen()
  await until(() => expect(stage()).toBeInTheDocument())
  await change()
  await userEvent.click(save())
  await until(() => expect(calls).toHaveLength(1))
  act(() => calls[0]!.refuse('forbidden'))
  unmount()
  return calls[0]!.file!
}

const textOf = async (file: Blob) => String.fromCharCode(...new Uint8Array(await file.arrayBuffer()))

describe('a picture comes by', () => {
  it('a click: a real file input, in reach of the keyboard', async () => {
    const { calls } = await openDialog()
    await until(() => expect(inDialog().getByLabelText('Choose a picture')).toHaveFocus())
    expect(input()).toHaveAttribute('accept', 'image/png,image/jpeg,image/webp,image/gif,image/avif')
    expect(input()).toHaveAccessibleDescription('Or drop or paste one. PNG, JPEG, WebP, GIF or AVIF, up to 10 MB.')
    expect(save()).toHaveAttribute('aria-disabled', 'true')
    await userEvent.upload(input(), fileOf(await halves(200, 200)))
    await chosen()
    await userEvent.click(save())
    await until(() => expect(calls).toHaveLength(1))
    await until(() => expect(dialog()).toBeNull())
    expect(trigger()).toHaveFocus()
  })

  it('a drop on the dialog, which says so while the file is over it', async () => {
    await openDialog()
    const dataTransfer = filesOf(fileOf(await halves(200, 200)))
    act(
      () => void dialog()!.dispatchEvent(new DragEvent('dragover', { bubbles: true, cancelable: true, dataTransfer })),
    )
    expect(dialog()).toHaveTextContent('Drop the picture here')
    act(() => void dialog()!.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer })))
    await chosen()
    expect(dialog()).not.toHaveTextContent('Drop the picture here')
  })

  it('a file that misses the dialog does not take the page away; one that is over it leaves', async () => {
    await openDialog()
    const dataTransfer = filesOf(fileOf(await halves(20, 20)))
    const over = new DragEvent('dragover', { bubbles: true, cancelable: true, dataTransfer })
    const drop = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer })
    document.body.dispatchEvent(over)
    document.body.dispatchEvent(drop)
    expect([over.defaultPrevented, drop.defaultPrevented]).toEqual([true, true])
    act(
      () => void dialog()!.dispatchEvent(new DragEvent('dragover', { bubbles: true, cancelable: true, dataTransfer })),
    )
    act(() => void dialog()!.dispatchEvent(new DragEvent('dragleave', { bubbles: true, dataTransfer })))
    expect(dialog()).toHaveTextContent('Choose a picture')
  })

  it('a paste while the dialog is open, and by no other', async () => {
    const paste = (clipboardData: DataTransfer) => {
      const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData })
      act(() => void document.body.dispatchEvent(event))
      return event.defaultPrevented
    }
    await openDialog()
    const text = new DataTransfer()
    text.setData('text/plain', 'https://images.test/ada.png')
    expect(paste(text)).toBe(false)
    expect(
      paste(filesOf(new File(['notes'], 'notes.txt', { type: 'text/plain' }), fileOf(await halves(200, 200)))),
    ).toBe(true)
    await chosen()
    await userEvent.keyboard('{Escape}')
    await until(() => expect(dialog()).toBeNull())
    expect(paste(filesOf(fileOf(await halves(200, 200))))).toBe(false)
  })

  it('the last one counts, whichever is ready first', async () => {
    const file = await sent(fileOf(await halves(3000, 3000)), async () => {
      const red = await drawn(80, 80, (context) => {
        context.fillStyle = '#ff0000'
        context.fillRect(0, 0, 80, 80)
      })
      choose(fileOf(await halves(3000, 3000)))
      choose(fileOf(red))
      await chosen()
    })
    expect((await looksLike(file)).at(0.9, 0.5)).toBe('red')
  })
})

describe('what is refused, in words; what was chosen before is kept', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'
  it.each<[string, () => Promise<Uint8Array<ArrayBuffer>> | Uint8Array<ArrayBuffer>, RegExp]>([
    ['nothing', () => new Uint8Array(), /^This file is empty\./],
    [
      'one byte more than the cap',
      async () => bytesOf(await halves(9, 9), new Uint8Array(10 * 2 ** 20)),
      /^This file is larger than 10 MB\./,
    ],
    [
      'HTML that is named PNG',
      () => bytesOf('<!doctype html><script>alert(1)</script>'),
      /^This file is not a picture\./,
    ],
    ['SVG that is named PNG', () => bytesOf(svg), /^SVG files cannot be used/],
    ['HEIC', () => bytesOf(ftyp('heic', 'mif1'), new Uint8Array(64)), /^HEIC photos cannot be used\./],
    [
      'a tiny PNG that says 65535²',
      () => pngOf(65_535, 65_535, pngChunk('IDAT', [])),
      /^This picture has more than 50 megapixels\./,
    ],
    ['a PNG without a picture in it', () => pngOf(64, 64, pngChunk('IEND', [])), /^This picture could not be opened/],
    [
      'a JPEG that is cut off in its header',
      async () => (await halves(400, 400, 'image/jpeg')).slice(0, 40),
      /^This picture could not be opened/,
    ],
  ])('%s', async (_, make, sentence) => {
    const { calls } = await openDialog()
    choose(fileOf(await halves(200, 200)))
    await chosen()
    choose(fileOf(await make()))
    await until(() => expect(inDialog().getByRole('alert')).toHaveTextContent(sentence))
    expect(save()).not.toHaveAttribute('aria-disabled')
    expect(stage()).toBeInTheDocument()
    expect(calls).toHaveLength(0)
    choose(fileOf(await halves(100, 100)))
    await until(() => expect(inDialog().getByRole('alert')).toBeEmptyDOMElement())
  })

  it('caps of the host’s own', async () => {
    await openDialog({ maxBytes: 2 ** 20, maxPixels: 10_000 })
    expect(dialog()).toHaveTextContent('up to 1 MB')
    choose(fileOf(await halves(101, 100)))
    await until(() =>
      expect(inDialog().getByRole('alert')).toHaveTextContent('This picture has more than 0.01 megapixels'),
    )
  })
})

describe('what is sent is pixels and nothing else', () => {
  it('a photo with EXIF: upright, without orientation or place', async () => {
    const jpeg = withExif(await halves(400, 200, 'image/jpeg'), 6)
    expect(await textOf(new Blob([jpeg]))).toContain('GPS-MARK')
    const file = await sent(fileOf(jpeg, 'IMG_0001.JPG', 'image/jpeg'))
    const text = await textOf(file)
    expect(text).not.toMatch(/Exif|GPS-MARK/)
    expect(file.type).toBe('image/webp')
    const { width, height, at } = await looksLike(file)
    expect([width, height]).toEqual([200, 200])
    expect([at(0.5, 0.1), at(0.5, 0.9), at(0.1, 0.1)]).toEqual(['red', 'blue', 'red'])
  })

  it('a GIF that is a script too', async () => {
    const gif = gifOf(1, { width: 64, height: 64, comment: '*/=1;alert(1)//' })
    expect(await textOf(await sent(fileOf(gif)))).not.toContain('alert')
  })

  it('a thousand frames: the first', async () => {
    const file = await sent(fileOf(gifOf(1000, { width: 64, height: 64 }), 'x.gif', 'image/gif'))
    expect((await looksLike(file)).at(0.5, 0.5)).toBe('red')
  })

  it('bombs of compressed text and of pixels do not stop the dialog', async () => {
    const deflated = async (bytes: number) => {
      const stream = new Blob([new Uint8Array(bytes)]).stream().pipeThrough(new CompressionStream('deflate'))
      return new Uint8Array(await new Response(stream).arrayBuffer())
    }
    const text = pngChunk('zTXt', bytesOf('Comment\0\0', await deflated(64 * 2 ** 20)))
    const pixels = pngChunk('IDAT', await deflated(64 * 2 ** 20))
    const bomb = pngOf(64, 64, bytesOf(text, pixels, pngChunk('IEND', [])))
    await openDialog()
    choose(fileOf(bomb))
    await until(() => expect(dialog()).not.toHaveTextContent('Opening the picture…'))
  })

  it('16 bits a channel, and CMYK, become what every browser shows', async () => {
    const row = [0, ...Array.from({ length: 64 }, () => [0xff, 0xff, 0, 0, 0, 0, 0xff, 0xff]).flat()]
    const rows = Uint8Array.from(Array.from({ length: 64 }, () => row).flat())
    const idat = new Uint8Array(
      await new Response(new Blob([rows]).stream().pipeThrough(new CompressionStream('deflate'))).arrayBuffer(),
    )
    const deep = pngOf(64, 64, bytesOf(pngChunk('IDAT', idat), pngChunk('IEND', [])), { depth: 16 })
    expect((await looksLike(await sent(fileOf(deep)))).at(0.5, 0.5)).toBe('red')
    // One block of each ink, all of it mid-grey: tables with a single code each.
    const components = [1, 2, 3, 4].flatMap((id) => [id, 0x11, 0])
    const table = (kind: number) => segment(0xc4, bytesOf([kind, 1, ...new Uint8Array(15), 0]))
    const frame = segment(0xc0, bytesOf([8, ...be16(8), ...be16(8), 4, ...components]))
    const scan = segment(0xda, bytesOf([4, ...[1, 2, 3, 4].flatMap((id) => [id, 0]), 0, 63, 0]))
    const cmyk = bytesOf(
      [0xff, 0xd8],
      segment(0xdb, bytesOf([0], new Uint8Array(64).fill(1))),
      frame,
      table(0),
      table(0x10),
      scan,
      [0, 0xff, 0xd9],
    )
    const file = await sent(fileOf(cmyk, 'x.jpg', 'image/jpeg'))
    expect([file.type, (await looksLike(file)).width]).toEqual(['image/webp', 64])
  })

  it('no name, whatever it was', async () => {
    for (const name of ['../../etc/passwd', 'gpj.\u202Eexe.png', '"; filename="x.html', 'a\r\nSet-Cookie: b.png']) {
      const file = await sent(fileOf(await halves(64, 64), name))
      expect(file).not.toBeInstanceOf(File)
    }
  })

  it('a square of the size that is asked for, and small pictures stay small', async () => {
    const sizeOf = async (file: Blob) => (await looksLike(file)).width
    expect(await sizeOf(await sent(fileOf(await halves(2000, 1000))))).toBe(512)
    expect(await sizeOf(await sent(fileOf(await halves(2000, 1000)), undefined, { size: 256 }))).toBe(256)
    expect(await sizeOf(await sent(fileOf(await halves(300, 200))))).toBe(200)
    expect(await sizeOf(await sent(fileOf(await halves(10, 10))))).toBe(64)
  })

  it('JPEG on white, where the browser writes no WebP', async () => {
    const original = HTMLCanvasElement.prototype.toBlob
    const spy = vi.spyOn(HTMLCanvasElement.prototype, 'toBlob').mockImplementation(function (
      this: HTMLCanvasElement,
      done,
      type,
      quality,
    ) {
      original.call(this, done, type === 'image/webp' ? 'image/png' : type, quality)
    })
    const clear = bytesOf(await drawn(100, 100, () => {}))
    const file = await sent(fileOf(clear))
    spy.mockRestore()
    expect(file.type).toBe('image/jpeg')
    expect((await looksLike(file)).at(0.5, 0.5)).toBe('255 255 255')
  })
})

describe('the part that is shown', () => {
  // Twice as wide as high: red is on the left of the middle.
  const wide = async () => fileOf(await halves(2000, 1000))
  const edges = async (file: Blob) => {
    const { at } = await looksLike(file)
    return [at(0.02, 0.5), at(0.98, 0.5)]
  }
  const times = async (count: number, act: () => Promise<void>) => {
    for (let time = 0; time < count; time++) await act()
  }
  const click = (name: string) => userEvent.click(inDialog().getByRole('button', { name }))
  const turn = (count: number) => times(count, () => click('Turn right'))

  it.each<[string, () => Promise<void> | void, [string, string]]>([
    ['the middle, where nothing is done', () => {}, ['red', 'blue']],
    ['by buttons: all the way to the right', () => times(11, () => click('Move right')), ['red', 'red']],
    ['by buttons: all the way to the left', () => times(11, () => click('Move left')), ['blue', 'blue']],
    [
      'by keys',
      async () => {
        stage().focus()
        await userEvent.keyboard(
          '{Shift>}{ArrowRight}{ArrowRight}{ArrowRight}{ArrowRight}{ArrowRight}{ArrowRight}{/Shift}',
        )
      },
      ['red', 'red'],
    ],
    [
      'by keys: turned upside down',
      async () => {
        stage().focus()
        await userEvent.keyboard('[[]]')
        await userEvent.keyboard('[[]]')
        await userEvent.keyboard(']]]]')
      },
      ['blue', 'red'],
    ],
    ['by buttons: turned upside down', () => turn(2), ['blue', 'red']],
    [
      'by the sliders’ own keys: zoomed in after it was moved',
      async () => {
        await times(3, () => click('Move right'))
        inDialog().getByRole('slider', { name: 'Zoom' }).focus()
        await userEvent.keyboard('{End}')
        expect(inDialog().getByRole('slider', { name: 'Zoom' })).toHaveAttribute('aria-valuetext', '500%')
      },
      ['red', 'red'],
    ],
    [
      'by dragging',
      async () => {
        const { left, top, width, height } = stage().getBoundingClientRect()
        const mouse = (type: string, x: number) =>
          new MouseEvent(type, {
            bubbles: true,
            cancelable: true,
            clientX: left + width / 2 + x,
            clientY: top + height / 2,
          })
        act(() => void stage().dispatchEvent(mouse('mousedown', 0)))
        for (const x of [50, 100, 400]) {
          document.dispatchEvent(mouse('mousemove', x))
          await new Promise((resolve) => requestAnimationFrame(resolve))
        }
        document.dispatchEvent(mouse('mouseup', 400))
      },
      ['red', 'red'],
    ],
    [
      'started over',
      async () => {
        await times(11, () => click('Move right'))
        await turn(2)
        await click('Start over')
      },
      ['red', 'blue'],
    ],
  ])('%s', async (_, change, shown) => {
    expect(await edges(await sent(await wide(), change))).toEqual(shown)
  })

  it('is covered at any angle, by the wheel too', async () => {
    const file = await sent(await wide(), async () => {
      inDialog().getByRole('slider', { name: 'Rotation' }).focus()
      await userEvent.keyboard('{ArrowRight}{ArrowRight}{PageUp}')
      expect(Number(inDialog().getByRole<HTMLInputElement>('slider', { name: 'Rotation' }).value)).toBeGreaterThan(2)
      act(() => void stage().dispatchEvent(new WheelEvent('wheel', { bubbles: true, cancelable: true, deltaY: -300 })))
      await until(() =>
        expect(Number(inDialog().getByRole<HTMLInputElement>('slider', { name: 'Zoom' }).value)).toBeGreaterThan(1),
      )
    })
    const { at } = await looksLike(file)
    for (const [x, y] of [
      [0, 0],
      [0, 0.99],
      [0.99, 0],
      [0.99, 0.99],
    ] as const)
      expect(['red', 'blue']).toContain(at(x, y))
  })

  it('stays what it was, and keeps the focus, when the editor becomes smaller', async () => {
    const file = await sent(await wide(), async () => {
      await times(11, () => click('Move right'))
      stage().focus()
      const before = stage().clientWidth
      act(() => void (dialog()!.style.inlineSize = '300px'))
      await until(() => expect(stage().clientWidth).toBeLessThan(before))
      await wait(400)
      expect(stage()).toHaveFocus()
      await userEvent.keyboard('{ArrowLeft}')
    })
    expect(await edges(file)).toEqual(['red', 'red'])
    const { at } = await looksLike(file)
    expect(at(0.5, 0.5)).toBe('red')
  })

  it('the previews show it, at several sizes', async () => {
    await openDialog()
    choose(await wide())
    await chosen()
    await until(() =>
      expect(document.querySelectorAll('[data-slot="user-image-upload-preview-picture"]')).toHaveLength(3),
    )
    await until(() => {
      for (const canvas of document.querySelectorAll<HTMLCanvasElement>(
        '[data-slot="user-image-upload-preview-picture"]',
      )) {
        const [r, , b] = canvas.getContext('2d')!.getImageData(canvas.width * 0.2, canvas.height / 2, 1, 1).data
        expect([r! > 200, b! < 60]).toEqual([true, true])
      }
    })
  })
})

describe('the dialog', () => {
  it('gives the focus back: Cancel, Escape; a click beside it does not lose what was chosen', async () => {
    await openDialog()
    await userEvent.click(inDialog().getByRole('button', { name: 'Cancel' }))
    await until(() => expect(trigger()).toHaveFocus())
    await userEvent.keyboard('{Enter}')
    await until(() => expect(dialog()).not.toBeNull())
    choose(fileOf(await halves(200, 200)))
    await chosen()
    await userEvent.click(document.querySelector('[data-slot="user-image-upload-overlay"]')!, {
      position: { x: 3, y: 3 },
    })
    expect(save()).not.toHaveAttribute('aria-disabled')
    await userEvent.keyboard('{Escape}')
    await until(() => expect(dialog()).toBeNull())
    await until(() => expect(trigger()).toHaveFocus())
    await userEvent.click(trigger())
    expect(save()).toHaveAttribute('aria-disabled', 'true')
  })

  it('can be controlled', async () => {
    const onOpenChange = vi.fn()
    const { rerender } = renderInPanel(<UserImageUpload user={ada} open onOpenChange={onOpenChange} />, {
      adapter: uploadBackend().adapter,
    })
    await until(() => expect(dialog()).not.toBeNull())
    await userEvent.keyboard('{Escape}')
    expect(onOpenChange).toHaveBeenCalledExactlyOnceWith(false)
    expect(dialog()).not.toBeNull()
    rerender(<UserImageUpload user={ada} open={false} onOpenChange={onOpenChange} />)
    await until(() => expect(dialog()).toBeNull())
  })

  it('is not there for those who may not, nor where the adapter cannot', () => {
    const { adapter } = uploadBackend()
    const { unmount } = renderInPanel(<UserImageUpload user={ada} />, {
      adapter,
      can: (action) => action !== 'updateUserProfileImage',
    })
    expect(screen.queryByRole('button')).toBeNull()
    unmount()
    renderInPanel(<UserImageUpload user={ada} />, {
      adapter: { deleteUserProfileImage: adapter.deleteUserProfileImage },
    })
    expect(screen.queryByRole('button')).toBeNull()
  })

  it('disabled: keeps the focus and opens nothing', async () => {
    renderInPanel(<UserImageUpload user={ada} disabled />, { adapter: uploadBackend().adapter })
    await userEvent.click(trigger(), { force: true })
    expect(trigger()).toHaveAttribute('aria-disabled', 'true')
    expect(dialog()).toBeNull()
  })

  it('leaves no object URL behind, wherever it ends', async () => {
    const open = new Set<string>()
    const create = vi.spyOn(URL, 'createObjectURL')
    const revoke = vi.spyOn(URL, 'revokeObjectURL')
    const { unmount } = await openDialog({})
    choose(fileOf(await halves(200, 200)))
    await chosen()
    choose(fileOf(await halves(100, 100)))
    await until(() => expect(create).toHaveBeenCalledTimes(2))
    await chosen()
    unmount()
    for (const { value } of create.mock.results) open.add(value as string)
    for (const [url] of revoke.mock.calls) open.delete(url)
    vi.restoreAllMocks()
    expect([...open]).toEqual([])
  })

  it('server-rendered: without a style attribute, and hydrated without a warning', async () => {
    const { adapter } = uploadBackend()
    const panel = (
      <QueryClientProvider client={new QueryClient()}>
        <AvatarKitProvider adapter={adapter}>
          <UserImageUpload user={ada} />
        </AvatarKitProvider>
      </QueryClientProvider>
    )
    const host = document.createElement('div')
    host.innerHTML = renderToString(panel)
    expect(host.innerHTML).toContain('Replace image')
    expect(host.innerHTML).not.toContain('style=')
    document.body.append(host)
    const complain = vi.spyOn(console, 'error')
    const root = hydrateRoot(host, panel, { onRecoverableError: complain })
    await wait(100)
    expect(complain).not.toHaveBeenCalled()
    root.unmount()
    host.remove()
    vi.restoreAllMocks()
  })
})
