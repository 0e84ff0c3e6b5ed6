import desk from 'avatarkit/desk.unlayered.css?inline'
import styles from 'avatarkit/styles.unlayered.css?inline'
import bridge from 'avatarkit/themes/bootstrap.css?inline'
import { Modal } from 'bootstrap'
import 'bootstrap/dist/css/bootstrap.css'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { describeDesignSystem } from './describeDesignSystem.tsx'

/** Bootstrap's own script moves it; React fills it as long as it is there. */
function Account({ title, onClose, children }: { title: string; onClose: () => void; children: ReactNode }) {
  const element = useRef<HTMLDivElement>(null)
  const closed = useRef(onClose)
  useEffect(() => {
    const dialog = element.current!
    const modal = new Modal(dialog)
    const onHidden = () => closed.current()
    dialog.addEventListener('hidden.bs.modal', onHidden)
    modal.show()
    return () => {
      dialog.removeEventListener('hidden.bs.modal', onHidden)
      // Its backdrop goes by itself, a little later.
      dialog.classList.remove('fade')
      modal.hide()
    }
  }, [])
  return createPortal(
    <div className="modal fade" tabIndex={-1} aria-labelledby="account" role="dialog" ref={element}>
      <div className="modal-dialog">
        <div className="modal-content">
          <div className="modal-header">
            <h1 className="modal-title fs-5" id="account">
              {title}
            </h1>
            <button type="button" className="btn-close" data-bs-dismiss="modal" aria-label="Close" />
          </div>
          <div className="modal-body">{children}</div>
        </div>
      </div>
    </div>,
    document.body,
  )
}

describeDesignSystem({
  name: 'Bootstrap',
  // Its reset is in no layer.
  styles: [styles, desk, bridge],
  setScheme: (scheme) => document.documentElement.setAttribute('data-bs-theme', scheme),
  Panel: ({ children }) => <>{children}</>,
  Elements: () => {
    const [name, setName] = useState('Ada')
    return (
      <>
        <h2>People</h2>
        <p className="text-body-secondary">
          Everybody who has an <a href="#account">account</a>.
        </p>
        <button type="button" className="btn btn-primary">
          Invite
        </button>{' '}
        <button type="button" className="btn btn-outline-secondary">
          Export
        </button>{' '}
        <button type="button" className="btn btn-danger">
          Suspend
        </button>
        <input
          className="form-control my-2"
          aria-label="Name"
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <div className="card">
          <div className="card-body">
            <h5 className="card-title">Admins</h5>
            <table className="table table-striped">
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
        </div>
      </>
    )
  },
  Danger: () => <span className="text-danger">Suspended</span>,
  Modal: ({ open, ...props }) => (open ? <Account {...props} /> : <></>),
})
