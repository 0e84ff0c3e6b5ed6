import desk from 'avatarkit/desk.unlayered.css?inline'
import styles from 'avatarkit/styles.unlayered.css?inline'
import bridge from 'avatarkit/themes/shadcn-v3.css?inline'
import { Dialog } from 'radix-ui'
import { describeDesignSystem } from './describeDesignSystem.tsx'
import './shadcn/v3.css'

describeDesignSystem({
  name: 'shadcn with channels',
  // The reset of Tailwind 3 is in no layer.
  styles: [styles, desk, bridge],
  setScheme: (scheme) => document.documentElement.classList.toggle('dark', scheme === 'dark'),
  Panel: ({ children }) => <>{children}</>,
  Elements: () => (
    <>
      <h2>People</h2>
      <p className="muted">Everybody who has an account.</p>
      <button type="button" className="button">
        Invite
      </button>
      <button type="button" className="button outline">
        Export
      </button>
      <input className="input" aria-label="Name" defaultValue="Ada" />
      <div className="card">
        <table className="table">
          <thead>
            <tr>
              <th>Name</th>
              <th>Role</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <td>Ada</td>
              <td>Admin</td>
            </tr>
          </tbody>
        </table>
      </div>
    </>
  ),
  Danger: () => <span className="destructive">Suspended</span>,
  Modal: ({ open, title, onClose, children }) => (
    <Dialog.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="overlay" />
        <Dialog.Content className="dialog" aria-describedby={undefined}>
          <Dialog.Title>{title}</Dialog.Title>
          {children}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  ),
})
