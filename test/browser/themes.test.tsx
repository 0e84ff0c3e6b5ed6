import { render, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import '../../src/styles/desk.css'
import '../../src/styles/styles.css'
import dense from '../../src/styles/themes/dense.css?inline'
import warm from '../../src/styles/themes/warm.css?inline'
import { ThemeGallery } from '../../stories/ThemeGallery.tsx'
import { contrast, grounds } from '../support/contrast.ts'
import { until } from '../support/until.ts'

const slot = (name: string) => document.querySelector<HTMLElement>(`[data-slot="${name}"]`)!
const looks = { default: '', dense, warm }
const cases = Object.keys(looks).flatMap((look) =>
  (['light', 'dark'] as const).map((scheme) => ({ look: look as keyof typeof looks, scheme })),
)

let sheet: HTMLStyleElement

beforeEach(async () => {
  sheet = document.head.appendChild(document.createElement('style'))
  await page.viewport(1000, 800)
})
afterEach(() => {
  sheet.remove()
  document.documentElement.removeAttribute('style')
})

/** Everything the kit shows, with a row selected, an image that could not be removed, a failed run and an open report. */
async function open({ look, scheme }: (typeof cases)[number]) {
  sheet.textContent = `${looks[look]} :root { --avatarkit-motion: 0; color-scheme: ${scheme}; } body { background: Canvas; color: CanvasText; }`
  document.documentElement.style.colorScheme = scheme
  render(<ThemeGallery />)
  await userEvent.click(await screen.findByRole('button', { name: 'With image' }))
  await userEvent.click(await screen.findByRole('checkbox', { name: 'Select Ada Mansour' }))
  await userEvent.click(
    within(screen.getByRole('group', { name: '佐藤健二' })).getByRole('button', { name: 'Remove image' }),
  )
}

const shown = (element: Element) =>
  element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
  !element.closest('[aria-disabled="true"], :disabled')
const nameOf = (element: Element) =>
  `${element.closest('[data-slot]')?.getAttribute('data-slot')} “${element.textContent!.slice(0, 30)}”`

/** Text of the kit that is harder to read than it should be. */
function faintTexts(): string[] {
  const texts = new Set<Element>()
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const { parentElement: element, textContent } = walker.currentNode
    if (textContent!.trim() && element?.closest('[data-slot]') && shown(element)) texts.add(element)
  }
  expect(texts.size).toBeGreaterThan(100)
  return [...texts].flatMap((element) => {
    const measured = contrast(getComputedStyle(element).color, grounds(element))
    return measured < 4.5 ? [`${nameOf(element)} ${measured.toFixed(2)}`] : []
  })
}

/** Controls whose border does not stand out from what is around them. */
function faintBorders(): string[] {
  const controls = [
    ...document.querySelectorAll(
      'button[data-slot], select[data-slot], textarea[data-slot], input[data-slot]:not([type="checkbox"], [type="radio"], [type="file"], [type="range"]), [data-slot="reason-option"]',
    ),
  ]
  const bordered = controls.filter((control) => {
    const { borderTopWidth, borderTopColor } = getComputedStyle(control)
    return (
      shown(control) &&
      borderTopWidth !== '0px' &&
      !/^rgba\(.*, 0\)$/.test(borderTopColor) &&
      control.getAttribute('data-slot') !== 'removed-picture'
    )
  })
  expect(bordered.length).toBeGreaterThan(20)
  return bordered.flatMap((control) => {
    const measured = contrast(getComputedStyle(control).borderTopColor, grounds(control.parentElement!))
    return measured < 3 ? [`${nameOf(control)} ${measured.toFixed(2)}`] : []
  })
}

/** Rings and marks, which are not there until somebody comes: on the page and on the kit's own ground. */
function faintMarks(): string[] {
  return ['user-avatar-manager', 'user-table-viewport', 'user-table-row', 'avatar-review-cell'].flatMap((name) => {
    const probe = slot(name).appendChild(document.createElement('i'))
    const faint = ['--_focus', '--_accent'].flatMap((token) => {
      probe.style.color = `var(${token})`
      const measured = contrast(getComputedStyle(probe).color, grounds(probe))
      return measured < 3 ? [`${token} in ${name} ${measured.toFixed(2)}`] : []
    })
    probe.remove()
    return faint
  })
}

describe.each(cases)('$look, $scheme', (one) => {
  it('text has 4.5 : 1; borders of controls and focus rings have 3 : 1', async () => {
    await open(one)
    await until(() => expect(screen.getByText('The image could not be removed')).toBeVisible())
    await until(() => expect(slot('avatar-review-cell')).toBeVisible())
    expect(screen.getByRole('checkbox', { name: 'Select Ada Mansour' }).closest('tr')).toHaveAttribute(
      'aria-selected',
      'true',
    )
    await until(() => expect(slot('activity-item')).toBeVisible())
    expect(faintTexts()).toEqual([])
    expect(faintBorders()).toEqual([])
    expect(faintMarks()).toEqual([])
  })

  it('and so in the dialog', async () => {
    await open(one)
    await userEvent.click(screen.getAllByRole('button', { name: /^Remove image/ })[0]!)
    const dialog = await screen.findByRole('alertdialog')
    for (const element of dialog.querySelectorAll('h2, p, button'))
      expect(
        contrast(getComputedStyle(element).color, [
          getComputedStyle(dialog).backgroundColor,
          getComputedStyle(element).backgroundColor,
        ]),
        nameOf(element),
      ).toBeGreaterThanOrEqual(4.5)
    const cancel = within(dialog).getByRole('button', { name: 'Cancel' })
    expect(
      contrast(getComputedStyle(cancel).borderTopColor, [getComputedStyle(dialog).backgroundColor]),
    ).toBeGreaterThanOrEqual(3)
  })
})
