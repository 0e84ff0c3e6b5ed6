import { cleanup, render, screen, within } from '@testing-library/react'
import { UserAvatarManager } from 'avatarkit'
import { useState } from 'react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { people } from '../../../stories/people.ts'
import { backend } from '../../support/backend.ts'
import { App, Parts } from './App.tsx'
import { bareShapes } from './bareShapes.tsx'
import type { DesignSystem, Scheme } from './DesignSystem.ts'
import { app, kitRoots, openQuestion, pictureIn, question, remove, section, triggerIn, until } from './kitParts.ts'
import { contrastOf, hueOf, isCut, pictureOf, shapesIn, textsIn, wear } from './measure.ts'

const schemes: Scheme[] = ['light', 'dark']
const title = 'Ada’s account'

/** What must hold in every panel, whoever made its components. Each in a file of its own, so in a page of its own. */
export function describeDesignSystem(system: DesignSystem): void {
  const { Elements, Danger, Modal, styles, setScheme } = system
  let undress = () => {}
  const open = (scheme: Scheme, children: React.ReactNode, kit = {}) => {
    setScheme(scheme)
    return render(
      <App system={system} scheme={scheme} {...kit}>
        {children}
      </App>,
    )
  }
  afterEach(() => {
    cleanup()
    undress()
  })

  describe.each(schemes)(`${system.name}, %s: its own elements`, (scheme) => {
    it.each(['on the page', 'in its dialog'])(
      '%s look the same to the pixel with the kit’s stylesheets and without',
      async (place) => {
        open(
          scheme,
          place === 'on the page' ? (
            <Elements />
          ) : (
            <Modal open title={title} onClose={() => {}}>
              <Elements />
            </Modal>
          ),
        )
        const picture = () => pictureOf(document.body)
        let without = await picture()
        undress = wear(styles)
        // Chromium may draw an edge anew, and a shade otherwise; what is different is so each time.
        for (let tries = 0; tries < 2 && (await picture()) !== without; tries++) {
          undress()
          without = await picture()
          undress = wear(styles)
        }
        expect((await picture()) === without).toBe(true)
        // And the comparison sees a single pixel.
        const nudge = wear(['button { position: relative !important; inset-inline-start: 1px !important }'])
        expect((await picture()) === without).toBe(false)
        nudge()
      },
    )
  })

  describe.each(schemes)(`${system.name}, %s: the kit`, (scheme) => {
    beforeEach(() => {
      undress = wear(styles)
    })

    it('has the shape that it has on a bare page', async () => {
      open(scheme, <Parts />)
      await openQuestion(section('Ada'))
      const [here, bare] = [shapesIn(kitRoots()), await bareShapes()]
      expect(bare.length).toBeGreaterThan(500)
      expect(here.filter((line) => !bare.includes(line))).toEqual([])
      expect(here).toHaveLength(bare.length)
    })

    it('takes the panel’s colours, and every text of it can be read, whole', async () => {
      open(
        scheme,
        <>
          <span data-testid="danger">
            <Danger />
          </span>
          <Parts table />
        </>,
      )
      await until(() => expect(within(section('Table')).getByRole('row', { name: /Emmy/ })).toBeVisible())
      await remove(section('Grace'))
      await until(() => expect(within(section('Grace')).getByText('The image could not be removed')).toBeVisible())
      await remove(section('Kenji'))
      await until(() => expect(document.querySelector('[data-slot="undo-notice"]')).toBeVisible())
      await remove(section('Ada'))
      await until(() => expect(within(section('Ada')).getByText('Profile image removed')).toBeVisible())
      const pale = () =>
        textsIn(kitRoots()).flatMap((text) =>
          contrastOf(text) < 4.5 ? [`${text.textContent}: ${contrastOf(text).toFixed(2)}`] : [],
        )
      expect(pale()).toEqual([])
      expect(textsIn(kitRoots()).length).toBeGreaterThan(20)
      await openQuestion(section('Grace'))

      const danger = screen.getByTestId('danger').querySelector('*')!
      const [hue, kits] = [danger, triggerIn(section('Grace'))].map((element) =>
        hueOf(getComputedStyle(element).color),
      ) as [number, number]
      expect(Math.abs(((kits - hue + 540) % 360) - 180)).toBeLessThan(12)
      expect(pale()).toEqual([])

      const controls = kitRoots().flatMap((root) => [
        ...root.querySelectorAll<HTMLElement>('button, select, input:not([type="checkbox"])'),
      ])
      const small = controls
        .map((control) => control.getBoundingClientRect())
        .filter(({ width, height }) => width > 0 && Math.min(width, height) < 24)
      expect(small).toEqual([])
      expect(
        textsIn(kitRoots())
          .filter(isCut)
          .map(({ outerHTML }) => outerHTML),
      ).toEqual([])
    })
  })

  describe(`${system.name}: the kit’s question over the panel’s own dialog`, () => {
    function Account() {
      const [opened, setOpened] = useState(false)
      return (
        <>
          <button type="button" onClick={() => setOpened(true)}>
            Open the account
          </button>
          <Modal open={opened} title={title} onClose={() => setOpened(false)}>
            <input aria-label="Nickname" />
            <section aria-label="Ada">
              <UserAvatarManager user={people.ada} />
            </section>
            <button type="button">Save</button>
          </Modal>
        </>
      )
    }
    const host = () => screen.queryByRole('dialog', { name: title, hidden: true })
    const openBoth = async () => {
      undress = wear(styles)
      open('light', <Account />)
      await userEvent.click(screen.getByRole('button', { name: 'Open the account' }))
      await until(() => expect(host()).toBeVisible())
      await until(() => expect(host()!.contains(document.activeElement)).toBe(true))
      await Promise.all(document.getAnimations().map(({ finished }) => finished))
      return openQuestion(section('Ada'))
    }

    it('lies on top, with the focus in it, which stays there', async () => {
      const dialog = await openBoth()
      const { left, top, width, height } = dialog.getBoundingClientRect()
      for (const [x, y] of [
        [left + 3, top + height / 2],
        [left + width / 2, top + 3],
        [left + width / 2, top + height / 2],
        [left + width - 3, top + height - 12],
      ] as const)
        expect(dialog.contains(document.elementFromPoint(x, y))).toBe(true)
      // Its backdrop lies over the whole of the panel's dialog.
      expect(document.elementFromPoint(5, 5)).toHaveAttribute('data-slot', 'user-avatar-manager-overlay')
      const buttons = within(dialog).getAllByRole('button')
      await until(() => expect(buttons[0]).toHaveFocus())
      for (const next of [1, 0, 1]) {
        await userEvent.keyboard('{Tab}')
        expect(buttons[next]).toHaveFocus()
      }
      await userEvent.keyboard('{Shift>}{Tab}{/Shift}')
      expect(buttons[0]).toHaveFocus()
      // Longer than any trap waits before it takes the focus back.
      await new Promise((resolve) => setTimeout(resolve, 150))
      expect(buttons[0]).toHaveFocus()
      // What is behind it cannot take it away either.
      screen.getByLabelText('Nickname').focus()
      await until(() => expect(dialog.contains(document.activeElement)).toBe(true))
    })

    it('Escape closes it and nothing else; the next Escape is the panel’s', async () => {
      await openBoth()
      await userEvent.keyboard('{Escape}')
      await until(() => expect(question()).toBeNull())
      await until(() => expect(triggerIn(section('Ada'))).toHaveFocus())
      await new Promise((resolve) => setTimeout(resolve, 400))
      expect(host()).toBeVisible()
      expect(triggerIn(section('Ada'))).toHaveFocus()
      await userEvent.click(screen.getByLabelText('Nickname'))
      expect(screen.getByLabelText('Nickname')).toHaveFocus()
      await userEvent.keyboard('{Escape}')
      await until(() => expect(host()).not.toBeInTheDocument())
      expect(getComputedStyle(document.body).pointerEvents).toBe('auto')
    })

    it('confirmed: the picture is gone, the panel’s dialog still there, and the focus in it', async () => {
      await openBoth()
      await userEvent.click(within(question()!).getByRole('button', { name: 'Remove image' }))
      await until(() => expect(question()).toBeNull())
      await until(() => expect(pictureIn(section('Ada'))).toBeNull())
      await until(() =>
        expect(host()!.contains(document.activeElement) && document.activeElement !== host()).toBe(true),
      )
      expect(host()).toBeVisible()
    })
  })

  describe(`${system.name}: a removal`, () => {
    it.each(['agree', 'refuse'] as const)('is seen at once, before the server answers (%s)', async (end) => {
      undress = wear(styles)
      const { adapter, calls } = backend()
      open('light', <Parts />, { adapter })
      expect(pictureIn(section('Ada'))).not.toBeNull()
      await remove(section('Ada'))
      expect(pictureIn(section('Ada'))).toBeNull()
      await until(() => expect(calls).toHaveLength(1))
      if (end === 'agree') {
        calls[0]!.agree()
        await until(() => expect(within(section('Ada')).getByText('Profile image removed')).toBeVisible())
        expect(pictureIn(section('Ada'))).toBeNull()
      } else {
        calls[0]!.refuse('forbidden')
        await until(() => expect(within(section('Ada')).getByRole('button', { name: 'Try again' })).toBeVisible())
        expect(pictureIn(section('Ada'))).not.toBeNull()
      }
    })
  })
}
