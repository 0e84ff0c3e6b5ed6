import { describe, inject } from 'vitest'
import { expectAria } from './expectAria.ts'
import { it } from './galleryTest.ts'
import { urlOf } from './openGallery.ts'

/** What screen readers have of the page in each status; the two live regions at its end are the provider’s. */
const PAGES: [what: string, story: string, page: string][] = [
  [
    'an image',
    'UserAvatarManager/Default',
    `
    - main:
      - group "Ada Lovelace":
        - text: Ada Lovelace
        - button "Remove image"
      - status
      - alert
    `,
  ],
  [
    'no image',
    'UserAvatarManager/NoImage',
    `
    - main:
      - group "Emmy Noether":
        - text: Emmy Noether
        - button "Remove image" [disabled]
        - paragraph: No profile image
      - status
      - alert
    `,
  ],
  [
    'an image that one may not remove',
    'UserAvatarManager/NotAllowed',
    `
    - main:
      - group "Ada Lovelace"
      - status
      - alert
    `,
  ],
  [
    'the question',
    'UserAvatarManager/ConfirmDialog',
    `
    - main:
      - status
      - alert
    - alertdialog "Remove profile image?":
      - heading "Remove profile image?" [level=2]
      - paragraph: Ada Lovelace’s profile image will be removed and replaced by initials.
      - button "Cancel"
      - button "Remove image"
    `,
  ],
  [
    'being removed',
    'UserAvatarManager/Removing',
    `
    - main:
      - group "Ada Lovelace":
        - text: Ada Lovelace
        - button "Remove image" [disabled]
        - paragraph: Removing the image…
      - status
      - alert
    `,
  ],
  [
    'being removed, with the dialog open',
    'UserAvatarManager/PessimisticRemoving',
    `
    - main:
      - status
      - alert
    - alertdialog "Remove profile image?":
      - heading "Remove profile image?" [level=2]
      - paragraph: Ada Lovelace’s profile image will be removed and replaced by initials.
      - paragraph: Removing the image…
      - button "Cancel" [disabled]
      - button "Remove image" [disabled]
    `,
  ],
  [
    'waiting for the connection',
    'UserAvatarManager/Waiting',
    `
    - main:
      - group "Ada Lovelace":
        - text: Ada Lovelace
        - button "Remove image" [disabled]
        - paragraph: "Waiting: the image will be removed when the connection is back."
      - status: "Waiting: the image will be removed when the connection is back."
      - alert
    `,
  ],
  [
    'can be undone',
    'UserAvatarManager/Undoable',
    `
    - main:
      - group "Ada Lovelace":
        - text: Ada Lovelace
        - button "Remove image" [disabled]
        - paragraph: The image will be removed in a moment.
      - status
      - alert
      - region "Notices (F8)":
        - list:
          - listitem:
            - text: Ada Lovelace’s profile image will be removed
            - button "Undo"
            - button "Close": ×
    `,
  ],
  [
    'undone',
    'UserAvatarManager/Undone',
    `
    - main:
      - group "Ada Lovelace":
        - text: Ada Lovelace
        - button "Remove image"
      - status: The removal was undone
      - alert
      - region "Notices (F8)"
    `,
  ],
  [
    'it is not known yet',
    'UserAvatarManager/Verifying',
    `
    - main:
      - group "Ada Lovelace":
        - text: Ada Lovelace
        - button "Remove image" [disabled]
        - paragraph: Checking whether the image was removed…
      - status
      - alert
    `,
  ],
  [
    'removed',
    'UserAvatarManager/Removed',
    `
    - main:
      - group "Ada Lovelace":
        - text: Ada Lovelace
        - button "Remove image" [disabled]
        - paragraph: Profile image removed
      - status: Profile image removed
      - alert
    `,
  ],
  [
    'failed',
    'UserAvatarManager/Failed',
    `
    - main:
      - group "Ada Lovelace":
        - text: Ada Lovelace
        - button "Remove image"
        - paragraph:
          - strong: The image could not be removed
          - text: You are not allowed to remove this image. Ask an administrator for the right to do so.
        - button "Try again"
        - button "Dismiss"
      - status
      - alert: The image could not be removed. You are not allowed to remove this image. Ask an administrator for the right to do so.
    `,
  ],
]

describe.concurrent('screen readers have of a manager', () => {
  it.for(PAGES)('%s', async ([, story, expected], { open }) => {
    const page = await open(urlOf(inject('gallery').origin, { story }))
    await expectAria(page, expected)
  })
})
