import { configure, screen, waitFor, within } from '@testing-library/react'
import { expect } from 'vitest'
import { userEvent } from 'vitest/browser'

// The whole page in every message hides what it says.
configure({ getElementError: (message) => new Error(message?.split('\n')[0]) })

export const until = <T>(check: () => T) => waitFor(check, { timeout: 5000 })

export const app = () => screen.getByTestId('app')
export const question = () => document.querySelector<HTMLElement>('[role="alertdialog"]')
export const section = (name: string) => document.querySelector<HTMLElement>(`section[aria-label="${name}"]`)!
export const triggerIn = (place: HTMLElement) =>
  place.querySelector<HTMLElement>('[data-slot="user-avatar-manager-remove-trigger"]')!
export const pictureIn = (place: HTMLElement) => place.querySelector('img')

/** Everything of the kit's that stands by itself. */
export const kitRoots = (page: ParentNode = document) =>
  [...page.querySelectorAll<HTMLElement>('[data-slot]')].filter(
    (element) =>
      !element.parentElement?.closest('[data-slot]') &&
      !element.matches('[data-slot="avatarkit-live-region"], [data-slot="undo-notices"]'),
  )

/** Once it no longer moves. */
export async function atRest<T extends Element>(element: T): Promise<T> {
  await Promise.all(element.getAnimations().map(({ finished }) => finished))
  return element
}

export async function openQuestion(place: HTMLElement): Promise<HTMLElement> {
  await userEvent.click(triggerIn(place))
  await until(() => expect(question()).not.toBeNull())
  return atRest(question()!)
}

export async function remove(place: HTMLElement): Promise<void> {
  const dialog = await openQuestion(place)
  await userEvent.click(within(dialog).getByRole('button', { name: 'Remove image' }))
  await until(() => expect(question()).toBeNull())
}
