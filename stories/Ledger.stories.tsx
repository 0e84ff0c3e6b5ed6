import type { Meta, StoryObj } from '@storybook/react-vite'
import { useState } from 'react'
import { expect, screen, userEvent, waitFor, within } from 'storybook/test'
import { toUser } from '../src/index.ts'
import './ledger.css'
import { LedgerPanel, SlowServer } from './LedgerPanel.tsx'
import { Panel } from './panel.tsx'
import { people } from './people.ts'

function Live() {
  const [server] = useState(() => new SlowServer([people.ada, people.grace, people.kenji].map(toUser)))
  const [, setCount] = useState(0)
  return (
    <Panel adapter={server.deleteUserProfileImage}>
      <LedgerPanel server={server} onSetting={() => setCount((count) => count + 1)} />
    </Panel>
  )
}

/**
 * The ledger at work. Slow the reads down, remove an image, refetch: the old picture arrives, and is not
 * shown. Let the server refuse: it comes back with what the host edited meanwhile.
 */
const meta = { title: 'Ledger', component: Live } satisfies Meta<typeof Live>

export default meta
type Story = StoryObj<typeof meta>

export const LiveView: Story = {
  play: async ({ canvas }) => {
    const person = within(await canvas.findByRole('group', { name: 'Ada Lovelace' }))
    await userEvent.click(person.getByRole('button', { name: 'Remove image' }))
    await userEvent.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Remove image' }))
    const ledger = await canvas.findByTestId('ledger-ada')
    await waitFor(() => expect(ledger).toHaveTextContent('remove (sent)'))
    await expect(ledger).toHaveTextContent('["people"]')
    await expect(ledger).toHaveTextContent('["members"]')
    await waitFor(() => expect(ledger).toHaveTextContent('confirmednone'))
  },
}
