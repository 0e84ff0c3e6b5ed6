import type { AvatarKitError } from '../../core/errors.ts'
import type { ImageFileFault, ImageFileLimits } from '../../core/imageFile.ts'
import { type CropView, fitted, wholePicture } from './cropView.ts'
import { openPicture, type Picture } from './openPicture.ts'
import type { ReplacementPhase } from './sendReplacement.ts'

export interface UploadState {
  /** The dialog, where the host does not control it. */
  open: boolean
  /** What was chosen; kept when the next choice is no good, and when the server refuses. */
  picture: Picture | undefined
  view: CropView
  /** A file is being opened. */
  reading: boolean
  /** Why what was chosen last cannot be used. Another object each time, so that it is spoken again. */
  fault: { kind: ImageFileFault | 'not-encoded' } | undefined
  /** A file is held over the dialog. */
  dragging: boolean
  /** Where the new image is on its way. */
  phase: ReplacementPhase | undefined
  /** Why the server did not take it. */
  error: AvatarKitError | undefined
  /** Replaced here, just now. */
  replaced: boolean
}

const nothing: UploadState = {
  open: false,
  picture: undefined,
  view: wholePicture,
  reading: false,
  fault: undefined,
  dragging: false,
  phase: undefined,
  error: undefined,
  replaced: false,
}

/** What one upload remembers, outside of React: files are opened and sent while components come and go. */
export class UploadSession {
  /** Changes at once, so that neither a double click nor a click on a closing dialog counts twice. */
  saving = false
  /** The square that was cut out last, for another try. */
  result: Blob | undefined
  /** Takes back what was sent last. */
  cancelSent: (() => boolean) | undefined
  /** Which replacement is the last. */
  sent = 0
  /** What gets the focus back, and where it goes when that is gone. */
  openers: HTMLElement[] = []
  successors: HTMLElement[] = []
  #state = nothing
  #asked = 0
  readonly #listeners = new Set<() => void>()

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly get = (): UploadState => this.#state

  set(change: Partial<UploadState>): void {
    this.#state = { ...this.#state, ...change }
    for (const listener of this.#listeners) listener()
  }

  /** Opens a file. The last one that is asked for counts, whichever is ready first. */
  async choose(file: Blob, limits: ImageFileLimits): Promise<void> {
    const asked = ++this.#asked
    this.set({ reading: true, fault: undefined, dragging: false })
    const { picture, fault } = await openPicture(file, limits)
    if (asked !== this.#asked) return picture?.close()
    if (!picture) return this.set({ reading: false, fault: { kind: fault } })
    this.#state.picture?.close()
    this.set({ reading: false, picture, view: wholePicture })
  }

  /** What is cut out now; the square is covered. */
  get view(): CropView {
    const { picture, view } = this.#state
    return picture ? fitted(view, picture) : view
  }

  change(how: (view: CropView, picture: Picture) => CropView): void {
    const { picture } = this.#state
    if (picture) this.set({ view: fitted(how(this.view, picture), picture) })
  }

  /** The editor tells a new place and a new zoom one after the other: only both together are fitted. */
  drag(to: Partial<CropView>): void {
    const { view } = this.#state
    if ((Object.keys(to) as (keyof CropView)[]).some((key) => Math.abs(view[key] - to[key]!) > 1e-6))
      this.set({ view: { ...view, ...to } })
  }

  /** Lets go of what was chosen. */
  discard(): void {
    this.#asked++
    this.#state.picture?.close()
    this.set({ picture: undefined, view: wholePicture, reading: false, fault: undefined, dragging: false })
  }
}
