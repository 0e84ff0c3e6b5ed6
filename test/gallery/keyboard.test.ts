import { fileURLToPath } from 'node:url'
import { describe, inject } from 'vitest'
import { it } from './galleryTest.ts'
import { urlOf } from './openGallery.ts'
import { type Step, walk } from './walk.ts'

const picture = fileURLToPath(new URL('../../stories/pictures/ada.png', import.meta.url))
/** A story that nothing was done to yet. */
const fresh = (story: string) => urlOf(inject('gallery').origin, { story, play: false })
/** After what it does. */
const played = (story: string) => urlOf(inject('gallery').origin, { story })

describe.concurrent('by keyboard alone', () => {
  it.for<[what: string, url: string, steps: Step[]]>([
    [
      'an image is removed: Cancel is first, Tab goes round in the dialog, Escape is Cancel',
      fresh('UserAvatarManager/Default'),
      [
        ['Tab', 'button "Remove image"'],
        ['Enter', 'alertdialog: button "Cancel"'],
        ['Tab', 'alertdialog: button "Remove image"'],
        ['Tab', 'alertdialog: button "Cancel"'],
        ['Shift+Tab', 'alertdialog: button "Remove image"'],
        ['Escape', 'button "Remove image"'],
        ['Space', 'alertdialog: button "Cancel"'],
        ['Tab', 'alertdialog: button "Remove image"'],
        // It stays focusable while it is under way.
        ['Enter', 'button "Remove image" [disabled]'],
      ],
    ],
    [
      'a removal that failed is tried again or dismissed',
      played('UserAvatarManager/Failed'),
      [
        ['Tab', 'button "Try again"'],
        ['Tab', 'button "Dismiss"'],
        ['Enter', 'button "Remove image"'],
      ],
    ],
    [
      'F8 leads to what can be undone',
      played('UserAvatarManager/Undoable'),
      [
        ['F8', 'list'],
        ['Tab', 'listitem'],
        ['Tab', 'button "Undo"'],
        ['Enter', 'button "Remove image"'],
      ],
    ],
    [
      'reasons are a group of radio buttons: one stop, arrows within',
      fresh('Reasons/InTheDialog'),
      [
        ['Tab', 'button "Remove image"'],
        ['Enter', 'alertdialog: radio "Nudity or sexual content"'],
        ['ArrowDown', 'alertdialog: radio "Violence or gore" [checked]'],
        ['ArrowDown', 'alertdialog: radio "Hate or harassment" [checked]'],
        ['Tab', 'alertdialog: textbox "Note (optional)"'],
        ['Tab', 'alertdialog: checkbox "Tell the user"'],
        ['Space', 'alertdialog: checkbox "Tell the user" [checked]'],
        ['Tab', 'alertdialog: button "Cancel"'],
        ['Tab', 'alertdialog: button "Remove image"'],
        ['Tab', 'alertdialog: radio "Hate or harassment" [checked]'],
        ['Shift+Tab', 'alertdialog: button "Remove image"'],
        ['Enter', 'button "Remove image" [disabled]'],
      ],
    ],
    [
      'a reason that is missing has the focus, then the note',
      fresh('Reasons/Missing'),
      [
        ['Tab', 'button "Remove image"'],
        ['Enter', 'alertdialog: radio "Nudity or sexual content"'],
        ['Tab', 'alertdialog: textbox "Note"'],
        ['Tab', 'alertdialog: checkbox "Tell the user"'],
        ['Tab', 'alertdialog: button "Cancel"'],
        ['Tab', 'alertdialog: button "Remove image"'],
        ['Enter', 'alertdialog: radio "Nudity or sexual content"'],
        ['Space', 'alertdialog: radio "Nudity or sexual content" [checked]'],
        ['Tab', 'alertdialog: textbox "Note" [invalid]'],
      ],
    ],
    [
      'many images are removed, with a reason',
      fresh('BulkRemoval/QuestionWithReason'),
      [
        ['Tab', 'button "Remove 5 images"'],
        ['Enter', 'alertdialog: button "Cancel"'],
        ['Tab', 'alertdialog: button "Remove 5 images"'],
        ['Enter', 'alertdialog: radio "Nudity or sexual content"'],
        ['ArrowDown', 'alertdialog: radio "Violence or gore" [checked]'],
        ['Tab', 'alertdialog: textbox "Note (optional)"'],
        ['Tab', 'alertdialog: button "Cancel"'],
        ['Escape', 'button "Remove 5 images"'],
      ],
    ],
    [
      'what failed of many',
      played('BulkRemoval/Failures'),
      [
        ['Tab', 'button "Retry 3 failed"'],
        ['Tab', 'button "Download report"'],
        ['Tab', 'button "Download as JSON"'],
        ['Tab', 'button "Close"'],
        ['Tab', 'button "Try again: Ada Lovelace"'],
        ['Tab', 'button "Try again: 佐藤健二"'],
      ],
    ],
    [
      'pictures are reviewed: one stop, arrows within, K keeps, R removes, U undoes, Enter enlarges',
      played('AvatarReview/Default'),
      [
        ['ArrowRight', 'gridcell "Grace Mansour"'],
        ['ArrowDown', 'gridcell "Ravi Kamau"'],
        ['k', 'gridcell "Mei Lovelace"'],
        ['r', 'gridcell "Olu Mansour"'],
        ['u', 'gridcell "Mei Lovelace"'],
        ['Enter', 'dialog "Mei Lovelace"'],
        ['ArrowRight', 'dialog "Olu Mansour"'],
        ['Tab', 'dialog: button "Close"'],
        ['Escape', 'gridcell "Olu Mansour"'],
        ['Tab', 'button "Reveal"'],
        ['Tab', 'button "Enlarge"'],
        ['Tab', 'button "Keep"'],
        ['Tab', 'button "Remove"'],
        ['Tab', 'button "Skip"'],
      ],
    ],
    [
      'removed pictures in the activity are shown, and more are read',
      fresh('ActivityLog/Pages'),
      [
        ['Tab', 'button "Show the removed picture of Ada Lovelace"'],
        ['Enter', 'button "Hide the removed picture of Ada Lovelace"'],
        ['Tab', 'button "Show more"'],
      ],
    ],
    [
      'a removed picture is looked at and restored',
      fresh('RemovedImages/Default'),
      [
        ['Tab', 'button "Show the removed picture of Ada Lovelace"'],
        ['Enter', 'button "Hide the removed picture of Ada Lovelace"'],
        ['Tab', 'button "Restore image"'],
        ['Tab', 'button "Show the removed picture of 佐藤健二"'],
      ],
    ],
  ])('%s', async ([, url, steps], { open }) => {
    const page = await open(url)
    await page.locator('[aria-busy="true"]').waitFor({ state: 'detached' })
    await walk(page, steps)
  })

  it('a picture is chosen, cut out and set', async ({ open }) => {
    const page = await open(fresh('UserImageUpload/Default'))
    await walk(page, [
      ['Tab', 'button "Replace image"'],
      // A file input: Enter opens the system's own dialog.
      ['Enter', 'dialog: button "Choose a picture"'],
      ['Tab', 'dialog: button "Cancel"'],
      ['Tab', 'dialog: button "Set image" [disabled]'],
      ['Tab', 'dialog: button "Choose a picture"'],
    ])
    await page.locator('input[type=file]').setInputFiles(picture)
    await page.getByRole('application').waitFor()
    await walk(page, [
      ['Tab', 'dialog: application "Part of the picture that is shown"'],
      ['Tab', 'dialog: button "Zoom out"'],
      ['Tab', 'dialog: slider "Zoom": "1"'],
      ['ArrowRight', 'dialog: slider "Zoom": "1.01"'],
      ['Tab', 'dialog: button "Zoom in"'],
      ['Tab', 'dialog: button "Turn left"'],
      ['Tab', 'dialog: slider "Rotation": "0"'],
      ['Tab', 'dialog: button "Turn right"'],
      ['Tab', 'dialog: button "Move left"'],
      ['Tab', 'dialog: button "Move up"'],
      ['Tab', 'dialog: button "Move down"'],
      ['Tab', 'dialog: button "Move right"'],
      ['Tab', 'dialog: button "Start over"'],
      ['Tab', 'dialog: button "Cancel"'],
      ['Tab', 'dialog: button "Set image"'],
      ['Enter', 'button "Replace image"'],
    ])
  })

  it('a table is a grid: one stop, arrows within, Enter goes into a cell, Escape out of it', async ({ open }) => {
    const page = await open(fresh('UserTable/Selection'))
    await page.getByRole('row', { name: 'Ada Mansour' }).waitFor()
    await walk(page, [
      ['Tab', 'searchbox "Search users"'],
      ['Tab', 'button "With image"'],
      ['Tab', 'button "Without image"'],
      ['Tab', 'button "Changed in the last 7 days"'],
      ['Tab', 'checkbox "Select Ada Mansour"'],
      ['Space', 'checkbox "Select Ada Mansour" [checked]'],
      ['ArrowDown', 'checkbox "Select Grace Dijkstra"'],
      ['ArrowRight', 'rowheader "Grace Dijkstra"'],
      // Selects in any cell of the row.
      ['Space', 'rowheader "Grace Dijkstra"'],
      ['End', 'gridcell "Remove image"'],
      ['Enter', 'button "Remove image"'],
      ['Enter', 'alertdialog: button "Cancel"'],
      ['Escape', 'button "Remove image"'],
      ['Escape', 'gridcell "Remove image"'],
      ['Control+Home', 'checkbox "Select all on this page" [checked=mixed]'],
      ['ArrowRight', 'button "User"'],
      ['Tab', 'button "Clear selection"'],
      ['Tab', 'button "Remove 2 images"'],
      ['Tab', 'combobox "Rows per page"'],
      ['Shift+Tab', 'button "Remove 2 images"'],
    ])
  })
})
