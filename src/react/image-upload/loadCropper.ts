import type CropperStage from './CropperStage.tsx'

let loading: Promise<typeof CropperStage> | undefined

/** The editor, in a chunk of its own; asked for again where it did not arrive. */
export function loadCropper(): Promise<typeof CropperStage> {
  loading ??= import('./CropperStage.tsx').then(
    (module) => module.default,
    (error: unknown) => {
      loading = undefined
      throw error
    },
  )
  return loading
}
