import { act, screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import '../../src/styles/desk.css'
import '../../src/styles/styles.css'
import { UserAvatar, useUserImage } from '../../src/index.ts'
import { UserImageUpload } from '../../src/upload.ts'
import { ada as stranger } from '../support/backend.ts'
import { renderInPanel } from '../support/renderInPanel.tsx'
import { wait } from '../support/until.ts'
import { filesOf, halves, uploadBackend } from '../support/uploadBackend.ts'

const ada = { ...stranger, imageUrl: null, hasImage: false }

function Copy() {
  return <UserAvatar user={ada} image={useUserImage(ada)} />
}

// In a file of its own: a policy cannot be taken back from a page.
it('a strict policy is not violated: no style attribute, and pictures only from here and from blobs', async () => {
  const violations: string[] = []
  document.addEventListener(
    'securitypolicyviolation',
    ({ effectiveDirective, blockedURI }) => void violations.push(`${effectiveDirective} ${blockedURI}`),
  )
  const policy = document.createElement('meta')
  policy.httpEquiv = 'Content-Security-Policy'
  policy.content = "style-src-attr 'none'; img-src 'self' blob:; media-src 'none'; object-src 'none'; frame-src 'none'"
  document.head.append(policy)
  const probe = document.createElement('div')
  probe.setAttribute('style', 'color: red')
  await waitFor(() => expect(violations).toEqual(['style-src-attr inline']))
  violations.length = 0

  const { adapter, calls } = uploadBackend()
  renderInPanel(
    <>
      <Copy />
      <UserImageUpload user={ada} />
    </>,
    { adapter },
  )
  const styles = document.head.querySelectorAll('style').length
  await userEvent.click(screen.getByRole('button', { name: 'Add image' }))
  const dialog = within(await screen.findByRole('dialog'))
  const { files } = filesOf(new File([await halves(400, 200)], 'x.png'))
  act(() => {
    const input = document.querySelector<HTMLInputElement>('input[type="file"]')!
    input.files = files
    input.dispatchEvent(new Event('change', { bubbles: true }))
  })
  const stage = await dialog.findByRole('application')
  await userEvent.click(dialog.getByRole('button', { name: 'Zoom in' }))
  await userEvent.click(dialog.getByRole('button', { name: 'Turn left' }))
  // It lies where it should: what the editor sets itself goes through.
  expect(stage.getBoundingClientRect().width).toBeGreaterThan(150)
  expect(stage.previousElementSibling).toHaveProperty('style.transform', expect.stringContaining('rotate(-90deg)'))
  expect(
    [...document.head.querySelectorAll('style')]
      .slice(styles)
      .filter(({ textContent }) => textContent?.includes('reactEasyCrop')),
  ).toEqual([])
  await userEvent.click(dialog.getByRole('button', { name: 'Set image' }))
  await waitFor(() => expect(calls).toHaveLength(1))
  await waitFor(() =>
    expect(document.querySelector('[data-slot="user-avatar-image"]')).toHaveAttribute(
      'src',
      expect.stringMatching(/^blob:/),
    ),
  )
  await wait(200)
  expect(violations).toEqual([])
})
