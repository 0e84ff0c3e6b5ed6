import { focusFirst, openersOf, successorsOf } from '../user-avatar-manager/focus.ts'
import { encodeCrop } from './encodePicture.ts'
import { sendReplacement } from './sendReplacement.ts'
import { cropperStage } from './UserImageUploadCropper.tsx'
import type { Upload } from './upload.ts'

/** Side of the result where the host asks for none. Pixels. */
const RESULT_SIDE = 512

function setOpen({ session, options }: Upload, open: boolean): void {
  session.set({ open, dragging: false })
  options.onOpenChange?.(open)
}

/** Opens the dialog. `opener` gets the focus back. */
export function ask(upload: Upload, opener: HTMLElement | null): void {
  const { session, options } = upload
  if (options.disabled) return
  session.openers = opener ? openersOf(opener) : []
  session.successors = opener ? successorsOf(opener) : []
  session.set({ fault: undefined, replaced: false })
  // Loads the editor early. The cropper shows a failure.
  cropperStage.load()
  setOpen(upload, true)
}

/** Closes the dialog without a change; what waits for another try is kept. */
export function close(upload: Upload): void {
  const { session, state } = upload
  if (!state.error && !state.phase) session.discard()
  setOpen(upload, false)
}

/** Opens the file that was chosen, dropped or pasted. */
export function choose({ session, limits }: Upload, file: Blob | null | undefined): void {
  if (file) void session.choose(file, limits)
}

/** Cuts the square out, shows it on every copy, and sends it. */
export async function save(upload: Upload): Promise<void> {
  const { session, options } = upload
  const { picture, reading } = session.get()
  if (!picture || reading || session.saving) return
  session.saving = true
  try {
    const result = await encodeCrop(picture.source, session.view, options.size ?? RESULT_SIDE)
    // Closed meanwhile.
    if (session.get().picture !== picture) return
    if (!result) return session.set({ fault: { kind: 'not-encoded' } })
    session.result = result
    send(upload)
    setOpen(upload, false)
  } finally {
    session.saving = false
  }
}

function send(upload: Upload): void {
  const { kit, user, name, words, session, options } = upload
  if (!user || !session.result) return
  const sent = ++session.sent
  const isLast = () => sent === session.sent
  session.set({ error: undefined, replaced: false, fault: undefined })
  session.cancelSent = sendReplacement(kit, user, {
    file: session.result,
    name,
    words,
    onPhase: (phase) => isLast() && session.set({ phase }),
    onReplaced: (after) => {
      if (isLast()) {
        session.set({ replaced: true })
        session.result = undefined
        if (!session.get().open) session.discard()
      }
      options.onReplaced?.(after)
    },
    onError: (error) => {
      if (isLast()) session.set({ error })
      options.onError?.(error)
    },
  })
}

/** Sends the same square again. */
export function retry(upload: Upload): void {
  restoreFocus(upload)
  send(upload)
}

/** Takes back what was not sent yet. */
export function cancelSent(upload: Upload): void {
  if (!upload.session.cancelSent?.()) return
  restoreFocus(upload)
  upload.session.discard()
}

export function dismiss(upload: Upload): void {
  restoreFocus(upload)
  upload.session.set({ error: undefined })
  upload.session.discard()
}

/** Puts the focus where it belongs after a dialog or a button is gone. */
export function restoreFocus({ session, rootRef }: Upload): void {
  const root = rootRef.current
  const trigger = root?.querySelector<HTMLElement>('[data-slot="user-image-upload-trigger"]')
  focusFirst([...session.openers, trigger, root, ...session.successors])
}
