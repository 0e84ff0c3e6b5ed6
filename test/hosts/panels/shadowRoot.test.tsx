import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render, within } from '@testing-library/react'
import { AvatarKitProvider, UserAvatarManager } from 'avatarkit'
import styles from 'avatarkit/styles.css?inline'
import { afterEach, expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { people } from '../../../stories/people.ts'
import { backend } from '../../support/backend.ts'
import { Parts } from './App.tsx'
import { bareShapes } from './bareShapes.tsx'
import { atRest, pictureIn, until } from './kitParts.ts'
import { contrastOf, pictureOf, shapesIn, textsIn, wear } from './measure.ts'

let undress = () => {}
afterEach(() => {
  cleanup()
  undress()
  document.body.replaceChildren()
})

/** A widget in a page that styles everything it can reach; it reaches nothing in the widget but what is inherited. */
function open(children = <UserAvatarManager user={people.ada} />) {
  undress = wear([
    'button { all: unset } img, p, h2 { display: none !important } input { border: 9px solid } #widget { letter-spacing: 3px; text-transform: uppercase; line-height: 0 }',
  ])
  const page = document.body.appendChild(document.createElement('main'))
  page.innerHTML =
    '<button type="button" style="display: block; margin: 20px">Before</button><div id="widget"></div><button type="button">After</button>'
  const root = page.querySelector('#widget')!.attachShadow({ mode: 'open' })
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(styles)
  root.adoptedStyleSheets = [sheet]
  const place = root.appendChild(document.createElement('div'))
  const container = root.appendChild(document.createElement('div'))
  const { adapter, calls } = backend()
  const client = new QueryClient()
  render(
    <QueryClientProvider client={client}>
      <AvatarKitProvider adapter={adapter} container={container}>
        {children}
      </AvatarKitProvider>
    </QueryClientProvider>,
    { container: place },
  )
  const inside = within(place)
  const question = () => root.querySelector<HTMLElement>('[role="alertdialog"]')
  const ask = async () => {
    await userEvent.click(inside.getAllByRole('button', { name: 'Remove image' })[0]!)
    await until(() => expect(question()).not.toBeNull())
    return atRest(question()!)
  }
  return { root, place, inside, calls, question, ask }
}

it('has the shape that it has on a bare page, whatever the page around it does', async () => {
  const { root, ask } = open(<Parts />)
  await ask()
  const roots = [...root.querySelectorAll<HTMLElement>('[data-slot]')].filter(
    (element) =>
      !element.parentElement?.closest('[data-slot]') && !element.matches('[data-slot="avatarkit-live-region"]'),
  )
  const [here, bare] = [shapesIn(roots), await bareShapes()]
  expect(here.filter((line) => !bare.includes(line))).toEqual([])
  expect(here).toHaveLength(bare.length)
  expect(textsIn(roots).filter((text) => contrastOf(text) < 4.5)).toEqual([])
})

it('the page’s own elements look the same to the pixel with the kit’s stylesheet in the shadow root and without', async () => {
  const { root } = open()
  const [button] = document.querySelectorAll('main > button')
  const before = await pictureOf(button!)
  root.adoptedStyleSheets = []
  expect((await pictureOf(button!)) === before).toBe(true)
})

it('the dialog has the focus and keeps it; Escape gives it back to the trigger', async () => {
  const { root, inside, question, ask } = open()
  const dialog = await ask()
  const { left, top, width } = dialog.getBoundingClientRect()
  expect(dialog.contains(root.elementFromPoint(left + width / 2, top + 3))).toBe(true)
  await until(() => expect(root.activeElement).toHaveTextContent('Cancel'))
  for (let presses = 0; presses < 4; presses++) {
    await userEvent.keyboard('{Tab}')
    await until(() => expect(dialog.contains(root.activeElement)).toBe(true))
  }
  document.querySelector<HTMLElement>('main > button')!.focus()
  await until(() => expect(dialog.contains(root.activeElement)).toBe(true))
  await userEvent.keyboard('{Escape}')
  await until(() => expect(question()).toBeNull())
  const trigger = inside.getByRole('button', { name: 'Remove image' })
  await until(() => expect(root.activeElement).toBe(trigger))
  // It was not made unreachable by the way.
  expect(trigger).not.toHaveAttribute('tabindex')
})

it.each(['agree', 'refuse'] as const)('a removal is seen at once (%s)', async (end) => {
  const { place, inside, calls, question, ask } = open()
  const dialog = await ask()
  await userEvent.click(within(dialog).getByRole('button', { name: 'Remove image' }))
  await until(() => expect(question()).toBeNull())
  expect(pictureIn(place)).toBeNull()
  await until(() => expect(calls).toHaveLength(1))
  if (end === 'agree') calls[0]!.agree()
  else calls[0]!.refuse('forbidden')
  await until(() =>
    expect(
      end === 'agree'
        ? inside.getByText('Profile image removed', { selector: 'p' })
        : inside.getByRole('button', { name: 'Try again' }),
    ).toBeVisible(),
  )
  expect(pictureIn(place) === null).toBe(end === 'agree')
})
