/**
 * The one status word of a user's image: `idle`; `waiting` (offline, or behind another change);
 * `held` (can still be undone); `removing`; `uploading` (another image is being set); `verifying` (the outcome is being looked up); `failed`
 * (until it is dismissed, retried or replaced).
 */
export type ImageStatus = 'idle' | 'waiting' | 'held' | 'removing' | 'uploading' | 'verifying' | 'failed'

export const imageStatuses: readonly ImageStatus[] = [
  'idle',
  'waiting',
  'held',
  'removing',
  'uploading',
  'verifying',
  'failed',
]
