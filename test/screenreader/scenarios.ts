/** A key that is pressed, and what has to be heard before the next one is. */
export type Step = [key: string, heard: RegExp]

export interface Scenario {
  name: string
  /** The story whose page it begins on, as it is before anything was done to it. */
  story: string
  steps: Step[]
  /** What happened: each is heard exactly once. */
  once: RegExp[]
  /** Sentences that should be heard and are not, with the reason; one that is heard comes off the list. */
  known?: { heard: RegExp; reason: string }[]
}

const NAMELESS = 'Outcomes of a removal do not name the user, so two that end together sound like one.'

export const scenarios: Scenario[] = [
  {
    name: 'An image is removed',
    story: 'UserAvatarManager/Removed',
    steps: [
      ['Tab', /Remove image/],
      ['Return', /Cancel/],
      ['Tab', /Remove image/],
      ['Return', /image removed|image was removed/i],
    ],
    once: [/image removed|image was removed/i],
    known: [{ heard: /Ada Lovelace.*image (was )?removed/, reason: NAMELESS }],
  },
  {
    name: 'A removal fails and is tried again',
    story: 'UserAvatarManager/FailedForNow',
    steps: [
      ['Tab', /Remove image/],
      ['Return', /Cancel/],
      ['Tab', /Remove image/],
      ['Return', /could not be removed/],
      ['Tab', /Try again/],
      ['Return', /image removed|image was removed/i],
    ],
    once: [/could not be removed/, /image removed|image was removed/i],
    known: [
      { heard: /Ada Lovelace.*could not be removed/, reason: NAMELESS },
      { heard: /Ada Lovelace.*image (was )?removed/, reason: NAMELESS },
    ],
  },
  {
    name: 'A removal is undone',
    story: 'UserAvatarManager/Undone',
    steps: [
      ['Tab', /Remove image/],
      ['Return', /Cancel/],
      ['Tab', /Remove image/],
      ['Return', /image will be removed/],
      ['F8', /list|Undo/],
      ['Tab', /will be removed|Undo/],
      ['Tab', /Undo/],
      ['Return', /removal was undone/],
    ],
    once: [/removal was undone/],
    known: [{ heard: /Ada Lovelace.*undone/, reason: NAMELESS }],
  },
]
