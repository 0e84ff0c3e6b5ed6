import { act, screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { AvatarKitError } from '../../src/index.ts'
import { ja } from '../../src/locales/ja.ts'
import { LiveRegions } from '../../src/react/notices/LiveRegions.tsx'
import { Notices } from '../../src/react/notices/Notices.ts'
import { useDeleteUserProfileImage } from '../../src/react/useDeleteUserProfileImage.ts'
import { UserAvatarManagerRoot } from '../../src/react/user-avatar-manager/UserAvatarManagerRoot.tsx'
import { UserTableRowStatus } from '../../src/react/user-table/UserTableRowStatus.tsx'
import { UserAvatarGroup, UserTable } from '../../src/table.ts'
import { ada, grace } from '../support/backend.ts'
import { renderInPanel } from '../support/renderInPanel.tsx'

const refused = `${ja.messages.notRemoved}。${ja.messages.errors.forbidden({ name: 'Ada Lovelace' })}`
const refuse = async () => {
  throw new AvatarKitError('forbidden', { userId: 'ada' })
}

describe('sentences that follow each other, in a language with a full stop of its own', () => {
  it('a notice', () => {
    const notices = new Notices()
    const { container } = renderInPanel(<LiveRegions notices={notices} locale={ja} />, { adapter: refuse, locale: ja })
    act(() =>
      notices.give({
        type: 'failed',
        userId: 'ada',
        title: ja.messages.notRemoved,
        description: ja.messages.errors.forbidden({ name: 'Ada' }),
      }),
    )
    const region = container.querySelector('[role="alert"]')!
    expect(region).toHaveTextContent(refused)
    expect(region).toHaveAttribute('lang', 'ja')
  })

  it('a row whose removal failed, seen and in its tooltip', async () => {
    function Remove() {
      const { mutate } = useDeleteUserProfileImage()
      return (
        <button type="button" onClick={() => mutate({ userId: 'ada' })}>
          go
        </button>
      )
    }
    const { container } = renderInPanel(
      <UserAvatarManagerRoot user={ada}>
        <Remove />
        <UserTableRowStatus />
      </UserAvatarManagerRoot>,
      { adapter: refuse, locale: ja },
    )
    act(() => screen.getByRole('button', { name: 'go' }).click())
    await waitFor(() =>
      expect(container.querySelector('[data-slot="user-table-row-status"]')?.textContent).toBe(refused),
    )
    expect(container.querySelector('[data-slot="user-table-row-status"]')).toHaveAttribute('title', refused)
  })

  it('a table that could not be read', async () => {
    const adapter = { deleteUserProfileImage: refuse, getUserList: refuse }
    const { container } = renderInPanel(<UserTable />, { adapter, locale: ja })
    const said = () => container.querySelector('[data-slot="user-table-announcement"]')?.textContent
    await waitFor(() =>
      expect(said()).toMatch(new RegExp(`^${ja.table.notLoaded}。${ja.activity.readErrors.forbidden!({ name: '' })}$`)),
    )
  })

  it('how many more there are, in the digits of the language', () => {
    const people = Array.from({ length: 9 }, (_, at) => ({ ...grace, id: `p${at}` }))
    const { container } = renderInPanel(<UserAvatarGroup users={people} max={3} />, {
      adapter: refuse,
      locale: { ...ja, code: 'fa' },
    })
    expect(container.querySelector('[data-slot="user-avatar-group-more"]')!.textContent).toBe(
      new Intl.NumberFormat('fa', { signDisplay: 'always' }).format(6),
    )
  })
})
