import { render, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { cdp, page, userEvent } from 'vitest/browser'
import '../../src/styles/desk.css'
import '../../src/styles/styles.css'
import { ThemeGallery } from '../../stories/ThemeGallery.tsx'
import { until } from '../support/until.ts'

// What somebody asks their system for, and paper: as Chromium emulates them.

const slots = (name: string) => [...document.querySelectorAll<HTMLElement>(`[data-slot="${name}"]`)]
const style = (element: Element, pseudo?: string) => getComputedStyle(element, pseudo)

interface Media {
  media?: 'print'
  features?: { name: string; value: string }[]
}
const emulate = (media: Media) =>
  (cdp() as unknown as { send: (method: string, params: object) => Promise<unknown> }).send(
    'Emulation.setEmulatedMedia',
    { media: '', features: [], ...media },
  )

beforeEach(async () => {
  await page.viewport(700, 900)
  render(<ThemeGallery />)
  await screen.findByRole('checkbox', { name: 'Select Ada Mansour' })
})
afterEach(() => emulate({}))

const openDialog = async () => {
  await userEvent.click(screen.getAllByRole('button', { name: 'Remove image' })[0]!)
  return screen.findByRole('alertdialog')
}

it('with reduced motion nothing moves, and a dialog still closes', async () => {
  await emulate({ features: [{ name: 'prefers-reduced-motion', value: 'reduce' }] })
  const dialog = await openDialog()
  const moving = [...document.querySelectorAll('[data-slot]')].filter((element) =>
    [undefined, '::before', '::after'].some((pseudo) => {
      const { animationName, animationDuration, transitionDuration } = style(element, pseudo)
      return (animationName !== 'none' && /[1-9]/.test(animationDuration)) || /[1-9]/.test(transitionDuration)
    }),
  )
  expect(moving.map((element) => element.getAttribute('data-slot'))).toEqual([])
  expect(style(dialog).animationName).toBe('avatarkit-rise')
  await userEvent.click(within(dialog).getByRole('button', { name: 'Cancel' }))
  await until(() => expect(screen.queryByRole('alertdialog')).toBeNull())
})

it('without, things do move', async () => {
  const dialog = await openDialog()
  expect(style(dialog).animationDuration).toBe('0.16s')
})

it('with more contrast, lines and sentences have the colour of the text, and rings are wider', async () => {
  await emulate({ features: [{ name: 'prefers-contrast', value: 'more' }] })
  const dialog = await openDialog()
  const { color } = style(dialog)
  expect(style(dialog).borderTopColor).toBe(color)
  expect(style(within(dialog).getByText(/will be removed/)).color).toBe(color)
  const cancel = within(dialog).getByRole('button', { name: 'Cancel' })
  expect(style(cancel).borderTopColor).toBe(color)
  await until(() => expect(cancel).toHaveFocus())
  expect(style(cancel).outlineWidth).toBe('3px')
  for (const name of ['user-table-viewport', 'avatar-review-cell', 'reason-note-input'])
    expect(style(slots(name).at(-1)!).borderTopColor, name).toBe(color)
})

it('in forced colours what is chosen and what removes are told apart by the system’s colours', async () => {
  await emulate({ features: [{ name: 'forced-colors', value: 'active' }] })
  const system = (keyword: string) => {
    const probe = document.body.appendChild(document.createElement('i'))
    probe.style.cssText = `forced-color-adjust: none; color: ${keyword}`
    const { color } = style(probe)
    probe.remove()
    return color
  }
  const filter = screen.getByRole('button', { name: 'With image' })
  await userEvent.click(filter)
  await until(() => expect(filter).toHaveAttribute('aria-pressed', 'true'))
  const highlight = system('Highlight')
  // After its transition.
  await until(() => expect(style(filter).backgroundColor).toBe(highlight))
  const disabled = slots('user-avatar-manager-remove-trigger').find(
    (trigger) => trigger.ariaDisabled === 'true' && !trigger.closest('table'),
  )!
  expect(style(disabled).color).toBe(system('GrayText'))
  expect(style(slots('user-avatar')[0]!).borderTopWidth).toBe('1px')
  const dialog = await openDialog()
  expect(style(dialog).borderTopWidth).toBe('2px')
  await until(() =>
    expect(style(within(dialog).getByRole('button', { name: 'Remove image' })).backgroundColor).toBe(highlight),
  )
})

it('on paper: no scrim, no shadow, no button; a dialog is not over the page', async () => {
  const dialog = await openDialog()
  await emulate({ media: 'print' })
  expect(style(slots('user-avatar-manager-overlay')[0]!).display).toBe('none')
  expect(style(dialog)).toMatchObject({ position: 'static', boxShadow: 'none', overflow: 'visible' })
  const buttons = [...document.querySelectorAll<HTMLElement>('button[data-slot]')].filter((button) =>
    button.checkVisibility(),
  )
  expect(new Set(buttons.map((button) => button.dataset.slot))).toEqual(
    new Set(['user-table-sort-button', 'removed-picture']),
  )
  const shadows = [...document.querySelectorAll('[data-slot]')].filter((element) =>
    /rgba?\(\d+, \d+, \d+(, [\d.]+)?\) 0px \d+px [1-9]/.test(style(element).boxShadow),
  )
  expect(shadows).toEqual([])
})

it('on paper the table is a table with every column that tells something, however narrow the sheet', async () => {
  expect(style(slots('user-table-header')[0]!).display).toBe('none')
  await emulate({ media: 'print' })
  expect(style(slots('user-table-grid')[0]!).display).toBe('table')
  expect(style(slots('user-table-header')[0]!).display).toBe('table-header-group')
  const [row] = slots('user-table-row')
  expect(style(row!).display).toBe('table-row')
  const columns = (cells: HTMLElement[]) =>
    cells.filter((cell) => cell.checkVisibility()).map((cell) => cell.dataset.column)
  const headings = columns(slots('user-table-heading'))
  expect(headings).toEqual(['user', 'email', 'status', 'lastActive'])
  const cells = [...row!.querySelectorAll<HTMLElement>('[data-slot="user-table-cell"]')]
  expect(columns(cells)).toEqual(headings)
  // One beside the other, and under its heading.
  const lefts = (some: HTMLElement[]) =>
    some.filter((cell) => cell.checkVisibility()).map((cell) => Math.round(cell.getBoundingClientRect().left))
  expect(lefts(cells)).toEqual(lefts(slots('user-table-heading')))
  expect(new Set(lefts(cells)).size).toBe(headings.length)
  expect(style(slots('user-table-viewport')[0]!).overflow).toBe('visible')
})

it('on paper covered pictures stay covered', async () => {
  await until(() => expect(slots('removed-picture-image').length).toBeGreaterThan(0))
  await emulate({ media: 'print' })
  for (const picture of [
    ...slots('avatar-review-picture').flatMap((one) => [...one.querySelectorAll('img')]),
    ...slots('removed-picture-image'),
  ])
    expect(style(picture).filter).toMatch(/blur\(\d/)
})
