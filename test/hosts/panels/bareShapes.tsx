import { render } from '@testing-library/react'
import styles from 'avatarkit/styles.css?inline'
import { App, Parts } from './App.tsx'
import { kitRoots } from './kitParts.ts'
import { shapesIn, wear } from './measure.ts'

let known: Promise<ReturnType<typeof shapesIn>> | undefined

const Bare = { Panel: ({ children }: { children: React.ReactNode }) => <>{children}</> }

/** The parts and an open question, on a page of which nobody else has styled anything: what they should be like everywhere. */
export function bareShapes(): Promise<ReturnType<typeof shapesIn>> {
  return (known ??= measure())
}

async function measure() {
  const frame = document.createElement('iframe')
  frame.style.cssText = `position: fixed; inset: 0; border: 0; inline-size: ${innerWidth}px; block-size: ${innerHeight}px`
  document.documentElement.append(frame)
  const page = frame.contentDocument!
  page.open()
  page.write('<!doctype html><body style="margin: 0"></body>')
  page.close()
  wear([styles], page.head)
  const place = page.body.appendChild(page.createElement('div'))
  const { unmount } = render(
    <App system={Bare} container={page.body}>
      <Parts />
    </App>,
    { container: place },
  )
  const trigger = place.querySelector<HTMLElement>('[data-slot="user-avatar-manager-remove-trigger"]')!
  trigger.click()
  for (let tries = 0; tries < 200 && !page.querySelector('[role="alertdialog"]'); tries++)
    await new Promise((resolve) => setTimeout(resolve, 10))
  await Promise.all(page.getAnimations().map(({ finished }) => finished))
  const shapes = shapesIn(kitRoots(page))
  unmount()
  frame.remove()
  return shapes
}
