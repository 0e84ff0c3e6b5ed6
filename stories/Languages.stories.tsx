import type { Meta, StoryObj } from '@storybook/react-vite'
import { useState } from 'react'
import { expect, screen, userEvent, waitFor, within } from 'storybook/test'
import { memoryAdapter } from '../src/adapters/memory.ts'
import type { Locale } from '../src/core/messages.ts'
import { UserAvatar, UserAvatarManager } from '../src/index.ts'
import './languages.css'
import { languages, nameOf } from './languages.ts'
import { Panel } from './panel.tsx'
import { people } from './people.ts'

/** The question as the manager asks it. To look at: the real one opens over the page. */
function Question({ messages }: Locale) {
  return (
    <div data-slot="user-avatar-manager-confirm-dialog" className="language-question" inert>
      <div data-slot="user-avatar-manager-dialog-body">
        <UserAvatar user={people.ada} size="lg" decorative />
        <div data-slot="user-avatar-manager-dialog-text">
          <p data-slot="user-avatar-manager-dialog-title">{messages.dialogTitle}</p>
          <p data-slot="user-avatar-manager-dialog-description">
            {messages.dialogDescription('Ada Lovelace')}
            <span data-slot="user-avatar-manager-warning">{messages.imageMayReturn}</span>
          </p>
        </div>
      </div>
      <div data-slot="user-avatar-manager-dialog-actions">
        <button type="button" data-slot="user-avatar-manager-cancel">
          {messages.cancel}
        </button>
        <button type="button" data-slot="user-avatar-manager-confirm">
          {messages.removeImage}
        </button>
      </div>
    </div>
  )
}

/** A panel in a language of its own, whatever the page is in: an element around it says which, and its direction. */
function InLanguage({ locale }: { locale: Locale }) {
  const [adapter] = useState(() => memoryAdapter(Object.values(people), { delay: 300, imageMayReturn: true }))
  return (
    <Panel adapter={adapter} locale={locale}>
      <section className="language" lang={locale.code} dir={locale.direction} aria-label={nameOf(locale.code)}>
        <h2>{nameOf(locale.code)}</h2>
        <UserAvatarManager user={people.ada} />
        <Question {...locale} />
      </section>
    </Panel>
  )
}

const meta = { title: 'Languages', component: UserAvatarManager } satisfies Meta<typeof UserAvatarManager>

export default meta
type Story = StoryObj<typeof meta>

/** All of them: the manager, and what it asks. Remove an image to hear the real dialog; the toolbar shows every other story in each language. */
export const All: Story = {
  render: () => (
    <div className="languages">
      {[...languages.values()].map((locale) => (
        <InLanguage key={locale.code} locale={locale} />
      ))}
    </div>
  ),
  play: async ({ canvas }) => {
    const arabic = languages.get('ar')!
    const section = within(canvas.getByRole('region', { name: nameOf('ar') }))
    await userEvent.click(section.getAllByRole('button', { name: arabic.messages.removeImage })[0]!)
    const dialog = await screen.findByRole('alertdialog', { name: arabic.messages.dialogTitle })
    await expect(dialog).toHaveAttribute('lang', 'ar')
    await expect(dialog).toHaveAttribute('dir', 'rtl')
    await userEvent.click(within(dialog).getByRole('button', { name: arabic.messages.cancel }))
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull())
  },
}
