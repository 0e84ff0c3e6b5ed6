/** How pictures are shown while nobody asks to see them. */
export type ReviewBlur = 'none' | 'light' | 'medium' | 'strong'

/** How a moderator likes to work. Kept in the browser. */
export interface ReviewPreferences {
  /** Default `strong`. */
  blur: ReviewBlur
  /** Without colours. Default true. */
  grey: boolean
  /** Whether single keys decide. Default true. */
  singleKeys: boolean
}

export const reviewBlurs: readonly ReviewBlur[] = ['none', 'light', 'medium', 'strong']

/** Reads what was kept; what is not understood is as if it were not there. */
export function parsePreferences(text: string | null, defaults: ReviewPreferences): ReviewPreferences {
  let kept: unknown
  try {
    kept = JSON.parse(text ?? 'null')
  } catch {
    return defaults
  }
  const { blur, grey, singleKeys } = (typeof kept === 'object' && kept ? kept : {}) as Record<
    keyof ReviewPreferences,
    unknown
  >
  return {
    blur: reviewBlurs.find((known) => known === blur) ?? defaults.blur,
    grey: typeof grey === 'boolean' ? grey : defaults.grey,
    singleKeys: typeof singleKeys === 'boolean' ? singleKeys : defaults.singleKeys,
  }
}
