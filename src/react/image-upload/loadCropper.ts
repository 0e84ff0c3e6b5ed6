import type CropperStage from './CropperStage.tsx'

/** The editor, in a chunk of its own. */
export const loadCropper = (): Promise<typeof CropperStage> =>
  import('./CropperStage.tsx').then((module) => module.default)
