import { QueryClient } from '@tanstack/react-query'
import { act, screen, within } from '@testing-library/react'
import { createRef, useState } from 'react'
import { describe, expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { type ReasonControl, ReasonFields, type RemovalAnswers, type RemovalQuestions } from '../../src/activity.ts'
import { deleteUserProfileImageKey, toUser, UserAvatarManager, type UserAvatarManagerProps } from '../../src/index.ts'
import '../../src/styles/styles.css'
import '../../src/styles/desk.css'
import { ada, backend } from '../support/backend.ts'
import { renderInPanel } from '../support/renderInPanel.tsx'
import { until } from '../support/until.ts'

const dialog = () => within(screen.getByRole('alertdialog', { name: 'Remove profile image?' }))
const trigger = () => document.querySelector<HTMLElement>('[data-slot="user-avatar-manager-remove-trigger"]')!
const picture = () => document.querySelector('[data-slot="user-avatar-manager"] img')
const confirm = () => userEvent.click(dialog().getByRole('button', { name: 'Remove image' }))
const note = () => dialog().getByRole('textbox', { name: /^Note/ })

const ask: RemovalQuestions = {
  requireReason: true,
  note: true,
  tellUser: {
    preview: (user, reason) => `Dear ${user.firstName}, we removed your picture (${reason ?? 'no reason'}).`,
  },
}

async function setUp(props: Partial<UserAvatarManagerProps> = {}, undoMs = 60_000) {
  const server = backend()
  const client = new QueryClient()
  renderInPanel(<UserAvatarManager user={ada} confirm={ask} {...props} />, { adapter: server.adapter, client, undoMs })
  await open()
  return { ...server, client }
}

async function open() {
  await userEvent.click(trigger())
  await until(() => expect(dialog().getByRole('radiogroup')).toBeVisible())
}

describe('a removal with a reason', () => {
  it('asks; the focus goes from Cancel to the first reason', async () => {
    await setUp()
    const group = dialog().getByRole('radiogroup', { name: 'Reason' })
    expect(within(group).getAllByRole('radio')).toHaveLength(7)
    await until(() => expect(dialog().getByRole('radio', { name: 'Nudity or sexual content' })).toHaveFocus())
    expect(dialog().getByRole('textbox', { name: 'Note (optional)' })).toHaveAccessibleDescription(
      'For the records. The user does not see it. 0 of 500 characters',
    )
  })

  it('without one nothing is sent: it is said at the field, and the focus is there', async () => {
    const { deleteUserProfileImage } = await setUp()
    await confirm()
    const group = dialog().getByRole('radiogroup')
    expect(group).toHaveAccessibleDescription('Choose a reason.')
    expect(group).toHaveAttribute('aria-invalid', 'true')
    expect(within(group).getAllByRole('radio')[0]).toHaveFocus()
    expect(deleteUserProfileImage).not.toHaveBeenCalled()
    expect(picture()).not.toBeNull()
    await userEvent.keyboard(' ')
    expect(group).not.toHaveAttribute('aria-invalid')
    await confirm()
    await until(() => expect(deleteUserProfileImage).toHaveBeenCalledTimes(1))
  })

  it('optimistic: reason, note and telling go into the variables, which can be persisted, and to the adapter', async () => {
    const { calls, client } = await setUp()
    await userEvent.click(dialog().getByRole('radio', { name: 'Impersonation' }))
    await userEvent.fill(note(), '  Poses as our support.  ')
    await userEvent.click(dialog().getByRole('checkbox', { name: 'Tell the user' }))
    await confirm()
    await until(() => expect(calls).toHaveLength(1))
    const answers = { reason: 'impersonation', note: 'Poses as our support.', tellUser: true }
    expect(calls[0]!.context).toMatchObject(answers)
    const { variables } = client.getMutationCache().find({ mutationKey: deleteUserProfileImageKey })!.state
    expect(JSON.parse(JSON.stringify(variables))).toEqual({ userId: 'ada', ...answers })
    expect(picture()).toBeNull()
    act(() => calls[0]!.agree())
  })

  it('tried again after a refusal it is sent with the same answers, and the dialog has them still', async () => {
    const { calls } = await setUp()
    await userEvent.click(dialog().getByRole('radio', { name: 'Spam or advertising' }))
    await userEvent.fill(note(), 'A shop.')
    await confirm()
    await until(() => expect(calls).toHaveLength(1))
    act(() => calls[0]!.refuse('unavailable'))
    await userEvent.click(await screen.findByRole('button', { name: 'Try again' }))
    await until(() => expect(calls).toHaveLength(2))
    expect(calls[1]!.context).toMatchObject({ reason: 'spam', note: 'A shop.', tellUser: false })
    act(() => calls[1]!.refuse('unavailable'))
    await screen.findByRole('button', { name: 'Try again' })
    await open()
    expect(dialog().getByRole('radio', { name: 'Spam or advertising' })).toBeChecked()
    expect(note()).toHaveValue('A shop.')
    await confirm()
    await until(() => expect(calls).toHaveLength(3))
    act(() => calls[2]!.agree())
    await until(() => expect(screen.getByRole('status')).toHaveTextContent('Profile image removed'))
  })

  it('pessimistic: what was typed stays while it waits and where the server refuses', async () => {
    const { calls } = await setUp({ mode: 'pessimistic' })
    await userEvent.click(dialog().getByRole('radio', { name: 'Copyright' }))
    await userEvent.fill(note(), 'Their lawyer wrote.')
    await confirm()
    await until(() => expect(calls).toHaveLength(1))
    await until(() => expect(note()).toBeDisabled())
    act(() => calls[0]!.refuse('unavailable'))
    await until(() => expect(dialog().getByText('The image could not be removed')).toBeVisible())
    expect(note()).toHaveValue('Their lawyer wrote.')
    expect(note()).toBeEnabled()
    expect(dialog().getByRole('radio', { name: 'Copyright' })).toBeChecked()
    await userEvent.click(dialog().getByRole('button', { name: 'Try again' }))
    await until(() => expect(calls).toHaveLength(2))
    expect(calls[1]!.context).toMatchObject({ reason: 'copyright', note: 'Their lawyer wrote.' })
    act(() => calls[1]!.agree())
    await until(() => expect(screen.queryByRole('alertdialog')).toBeNull())
  })

  it('undoable: sent with the answers when its time is over', async () => {
    const { calls } = await setUp({ mode: 'undoable' }, 300)
    await userEvent.click(dialog().getByRole('radio', { name: 'Violence or gore' }))
    await confirm()
    await until(() => expect(calls).toHaveLength(1))
    expect(calls[0]!.context).toMatchObject({ reason: 'violence', tellUser: false })
    act(() => calls[0]!.agree())
  })

  it('where it failed elsewhere, without a reason, trying again asks for one first', async () => {
    const server = backend()
    renderInPanel(
      <>
        <UserAvatarManager user={ada} confirm={false} />
        <UserAvatarManager user={ada} confirm={ask} />
      </>,
      { adapter: server.adapter },
    )
    await userEvent.click(trigger())
    await until(() => expect(server.calls).toHaveLength(1))
    act(() => server.calls[0]!.refuse('unavailable'))
    await until(() => expect(screen.getAllByRole('button', { name: 'Try again' })).toHaveLength(2))
    await userEvent.click(screen.getAllByRole('button', { name: 'Try again' })[1]!)
    await until(() => expect(dialog().getByRole('radiogroup')).toBeVisible())
    expect(server.calls).toHaveLength(1)
    await userEvent.keyboard('{Escape}')
    await until(() =>
      expect(document.querySelectorAll('[data-slot="user-avatar-manager-remove-trigger"]')[1]).toHaveFocus(),
    )
  })
})

describe('its fields', () => {
  it('keyboard alone: arrows choose, and Ctrl Enter in the note confirms', async () => {
    const { calls } = await setUp()
    await until(() => expect(dialog().getByRole('radio', { name: 'Nudity or sexual content' })).toHaveFocus())
    await userEvent.keyboard('{ArrowDown}')
    expect(dialog().getByRole('radio', { name: 'Violence or gore' })).toBeChecked()
    await userEvent.keyboard('{Tab}Blood{Enter}and more{Control>}{Enter}{/Control}')
    await until(() => expect(calls).toHaveLength(1))
    expect(calls[0]!.context).toMatchObject({ reason: 'violence', note: 'Blood\nand more' })
    act(() => calls[0]!.agree())
  })

  it('“Something else” needs a note', async () => {
    const { deleteUserProfileImage } = await setUp()
    await userEvent.click(dialog().getByRole('radio', { name: 'Something else' }))
    await confirm()
    expect(note()).toHaveFocus()
    expect(note()).toHaveAccessibleDescription(/^“Something else” needs a note that says what it is\./)
    expect(note()).toBeRequired()
    expect(deleteUserProfileImage).not.toHaveBeenCalled()
  })

  it('a note that is too long is counted, not cut, and not sent', async () => {
    const { deleteUserProfileImage } = await setUp({ confirm: { note: { maxLength: 10 } } })
    await userEvent.fill(note(), 'twelve chars')
    expect(note()).toHaveValue('twelve chars')
    await confirm()
    expect(note()).toHaveAccessibleDescription(/^A note has at most 10 characters\. Take out 2 characters\./)
    expect(deleteUserProfileImage).not.toHaveBeenCalled()
  })
})

describe('what the user is told', () => {
  it('is shown before it is sent, for the reason that is chosen', async () => {
    await setUp()
    const tick = dialog().getByRole('checkbox', { name: 'Tell the user' })
    expect(tick).not.toBeChecked()
    await userEvent.click(tick)
    await until(() => expect(tick).toHaveAccessibleDescription('Dear Ada, we removed your picture (no reason).'))
    await userEvent.click(dialog().getByRole('radio', { name: 'Copyright' }))
    await until(() => expect(tick).toHaveAccessibleDescription('Dear Ada, we removed your picture (copyright).'))
    expect(dialog().getByText('What Ada Lovelace will read')).toBeVisible()
  })

  it('says that it is loading, and where it failed, and tries again without losing the focus', async () => {
    const answers: { resolve: (text: string) => void; reject: (error: Error) => void }[] = []
    const preview = () => new Promise<string>((resolve, reject) => answers.push({ resolve, reject }))
    await setUp({ confirm: { tellUser: { preview, default: true } } })
    expect(await dialog().findByText('Loading the preview…')).toBeInTheDocument()
    act(() => {
      answers[0]!.reject(new Error('no template'))
    })
    expect(await dialog().findByText('The preview could not be loaded. The choice holds all the same.')).toBeVisible()
    await userEvent.click(dialog().getByRole('button', { name: 'Try again' }))
    await until(() => expect(answers).toHaveLength(2))
    expect(dialog().getByRole('checkbox', { name: 'Tell the user' })).toHaveFocus()
    act(() => {
      answers[1]!.resolve('Hello Ada')
    })
    expect(await dialog().findByText('Hello Ada')).toBeVisible()
  })
})

describe('ReasonFields by itself', () => {
  const user = toUser(ada)

  it('controlled: the host has the answers', async () => {
    const seen: RemovalAnswers[] = []
    function Host() {
      const [value, setValue] = useState<RemovalAnswers>({ reason: 'hate' })
      return (
        <ReasonFields
          ask={{ note: true }}
          user={user}
          value={value}
          onChange={(next) => {
            seen.push(next)
            setValue(next)
          }}
        />
      )
    }
    renderInPanel(<Host />, { ...backend(), strict: true })
    expect(screen.getByRole('radio', { name: 'Hate or harassment' })).toBeChecked()
    await userEvent.click(screen.getByRole('radio', { name: 'No reason' }))
    await userEvent.fill(screen.getByRole('textbox'), 'x ')
    expect(seen.at(-1)).toEqual({ reason: undefined, note: 'x ' })
  })

  it('uncontrolled: read and checked from outside; many reasons are a menu', async () => {
    const control = createRef<ReasonControl>()
    const reasons = Array.from({ length: 12 }, (_, at) => ({ code: `policy-${at}`, label: `Policy ${at}` }))
    renderInPanel(
      <ReasonFields
        ask={{ reasons, requireReason: true, tellUser: { preview: () => 'Hello' } }}
        user={user}
        users={3}
        controlRef={control}
      />,
      backend(),
    )
    const menu = screen.getByRole('combobox', { name: 'Reason' })
    expect(screen.getByRole('checkbox', { name: 'Tell the 3 users' })).not.toBeChecked()
    act(() => expect(control.current!.check()).toBeUndefined())
    expect(menu).toHaveFocus()
    expect(menu).toHaveAccessibleDescription('Choose a reason.')
    await userEvent.selectOptions(menu, 'Policy 7')
    await userEvent.click(screen.getByRole('checkbox'))
    expect(screen.getByText('For example, what Ada Lovelace will read')).toBeVisible()
    act(() => expect(control.current!.check()).toEqual({ reason: 'policy-7', tellUser: true }))
  })
})
