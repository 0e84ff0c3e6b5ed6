import { describe, inject } from 'vitest'
import { expectAria } from './expectAria.ts'
import { it } from './galleryTest.ts'
import { urlOf } from './openGallery.ts'

/** What screen readers have of the page; what is behind a dialog is out of their reach, but for the live regions. */
const PAGES: [what: string, story: string, page: string][] = [
  [
    'the question, with a reason missing',
    'Reasons/Missing',
    `
    - main:
      - status
      - alert
    - alertdialog "Remove profile image?":
      - heading "Remove profile image?" [level=2]
      - paragraph: Ada Lovelace’s profile image will be removed and replaced by initials.
      - radiogroup "Reason" [invalid]:
        - text: Reason
        - radio "Nudity or sexual content"
        - text: Nudity or sexual content
        - radio "Violence or gore"
        - text: Violence or gore
        - radio "Hate or harassment"
        - text: Hate or harassment
        - radio "Impersonation"
        - text: Impersonation
        - radio "Spam or advertising"
        - text: Spam or advertising
        - radio "Copyright"
        - text: Copyright
        - radio "Something else"
        - text: Something else
        - paragraph: Choose a reason.
      - text: Note
      - textbox "Note" [invalid]: This note is a little longer than forty characters.
      - paragraph: A note has at most 40 characters. Take out 11 characters.
      - text: For the records. The user does not see it. 51 of 40 characters
      - checkbox "Tell the user"
      - text: Tell the user
      - button "Cancel"
      - button "Remove image"
    `,
  ],
  [
    'the question about many',
    'BulkRemoval/Question',
    `
    - main:
      - status
      - status
      - alert
    - alertdialog "Remove 31 profile images?":
      - heading "Remove 31 profile images?" [level=2]
      - paragraph: The profile images of 31 users will be removed and replaced by initials. All other users stay untouched.
      - paragraph: 8 of the selected users have no image and are skipped.
      - paragraph: You may not change one of the selected users, who is skipped.
      - list "Whose images will be removed":
        - listitem:
          - img "Grace Dijkstra"
        - listitem:
          - img "Kenji Rubin"
        - listitem:
          - img "Layla Hopper"
        - listitem:
          - img "Alan Kovalevskaya"
        - listitem:
          - img "Katherine Yalow"
        - listitem:
          - img "Hedy Johnson"
        - listitem:
          - img "Radia Wu"
        - listitem:
          - img "Edsger Noether"
        - listitem:
          - img "Mary Jackson"
        - listitem:
          - img "Lise Maathai"
        - listitem:
          - img "Chien-Shiung Sato"
        - listitem:
          - img "Sofia Youyou"
        - listitem: and 19 more
      - button "Cancel"
      - button "Remove 31 images"
    `,
  ],
  [
    'some of many failed',
    'BulkRemoval/Failures',
    `
    - main:
      - button "Remove 4 images"
      - region "1 image removed, 4 failed":
        - paragraph: 1 image removed, 4 failed
        - button "Retry 3 failed"
        - button "Download report"
        - button "Download as JSON"
        - button "Close"
        - list "What failed":
          - listitem:
            - text: Ada Lovelace You are not allowed to remove this image. Ask an administrator for the right to do so.
            - 'button "Try again: Ada Lovelace"': Try again
          - listitem:
            - text: 佐藤健二 The identity provider is not available at the moment. Try again shortly.
            - 'button "Try again: 佐藤健二"': Try again
          - listitem: ليلى منصور ليلى منصور no longer exists. The lists are being refreshed.
          - listitem:
            - text: Wolfeschlegelsteinhausenbergerdorff Bartholomäus-Maximilian von und zu Hohenstein It is not known whether the image was removed. Reload the page to see, then try again if it is still there.
            - 'button "Try again: Wolfeschlegelsteinhausenbergerdorff Bartholomäus-Maximilian von und zu Hohenstein"': Try again
      - status
      - status
      - alert: 1 image removed, 4 failed
    `,
  ],
  [
    'a picture of a review, enlarged',
    'AvatarReview/Enlarged',
    `
    - main:
      - region "Review of pictures":
        - status
      - status
      - alert
    - dialog "Ada Lovelace":
      - heading "Ada Lovelace" [level=2]
      - button "Close"
      - button "Reveal"
      - term: E-mail
      - definition: person1@people.test
      - term: Status
      - definition: Active
      - term: Joined
      - definition:
        - time: Oct 11, 2026
      - term: Last active
      - definition:
        - time: Nov 20, 2026
      - paragraph: 3 reports about Ada
      - paragraph: Earlier pictures
      - button "Removed Nov 11, 2026 (Spam or advertising)"
      - button "Removed Oct 21, 2026"
      - paragraph:
        - text: Reason
        - strong: Violence or gore
      - button "Keep"
      - button "Remove"
      - button "Skip"
    `,
  ],
  [
    'a picture is to be chosen',
    'UserImageUpload/Choosing',
    `
    - main:
      - status
      - alert
    - dialog "Set profile image":
      - heading "Set profile image" [level=2]
      - paragraph: Choose a picture for Ada Lovelace, and the part of it that is shown.
      - button "Choose a picture"
      - text: Choose a picture
      - paragraph: Or drop or paste one. PNG, JPEG, WebP, GIF or AVIF, up to 10 MB.
      - alert
      - button "Cancel"
      - button "Set image" [disabled]
    `,
  ],
  [
    'it is cut out',
    'UserImageUpload/Editing',
    `
    - main:
      - status
      - alert
    - dialog "Set profile image":
      - heading "Set profile image" [level=2]
      - paragraph: Choose a picture for Ada Lovelace, and the part of it that is shown.
      - button "Choose another picture"
      - text: Choose another picture
      - paragraph: Or drop or paste one. PNG, JPEG, WebP, GIF or AVIF, up to 10 MB.
      - alert
      - application "Part of the picture that is shown"
      - paragraph: Arrow keys move the picture, + and − zoom, [ and ] turn it, 0 starts over.
      - img "Preview"
      - text: Zoom
      - button "Zoom out"
      - slider "Zoom": "1"
      - button "Zoom in"
      - text: Rotation
      - button "Turn left"
      - slider "Rotation": "0"
      - button "Turn right"
      - group "Position":
        - text: Position
        - button "Move left"
        - button "Move up"
        - button "Move down"
        - button "Move right"
        - button "Start over"
      - button "Cancel"
      - button "Set image"
    `,
  ],
]

describe.concurrent('screen readers have of dialogs and reports', () => {
  it.for(PAGES)('%s', async ([, story, expected], { open }) => {
    const page = await open(urlOf(inject('gallery').origin, { story }))
    await expectAria(page, expected)
  })
})
