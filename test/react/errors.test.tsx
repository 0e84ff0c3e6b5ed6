import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import { Component, type ReactNode } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  AvatarKitProvider,
  UserAvatarManager,
  UserAvatarManagerName,
  useDeleteUserProfileImage,
} from '../../src/index.ts'
import { ada, backend } from '../support/backend.ts'
import { renderInPanel } from '../support/renderInPanel.tsx'

class Boundary extends Component<{ children: ReactNode }, { error?: Error }> {
  override state: { error?: Error } = {}
  static getDerivedStateFromError(error: Error) {
    return { error }
  }
  override render() {
    return this.state.error ? (
      <p role="alert">{`${(this.state.error as { code?: string }).code}: ${this.state.error.message}`}</p>
    ) : (
      this.props.children
    )
  }
}

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
})
afterEach(() => {
  vi.restoreAllMocks()
})

const said = () => screen.getAllByRole('alert')[0]!.textContent

describe('what is missing is named, with what to do', () => {
  it('no provider above', () => {
    const Hook = () => {
      useDeleteUserProfileImage()
      return null
    }
    render(<Hook />, { wrapper: Boundary })
    expect(said()).toMatch(/^misconfigured: .*no AvatarKitProvider above.*Wrap your panel/)
  })

  it('no QueryClient, or that of another copy of react-query', () => {
    render(<AvatarKitProvider adapter={backend().adapter} />, { wrapper: Boundary })
    expect(said()).toMatch(/no QueryClient.*two copies of @tanstack\/react-query.*npm ls @tanstack\/react-query/)
  })

  it('no adapter', () => {
    render(
      <Boundary>
        <QueryClientProvider client={new QueryClient()}>
          <AvatarKitProvider adapter={undefined as never} />
        </QueryClientProvider>
      </Boundary>,
    )
    expect(said()).toMatch(/an adapter is missing.*restAdapter/)
  })

  it('neither user nor userId', () => {
    renderInPanel(
      <Boundary>
        <UserAvatarManager />
      </Boundary>,
      backend(),
    )
    expect(said()).toMatch(/needs `user`, or `userId`/)
  })

  it('a user without an id', () => {
    renderInPanel(
      <Boundary>
        <UserAvatarManager user={{ name: 'Ada', picture: '/a.png' }} />
      </Boundary>,
      backend(),
    )
    expect(said()).toMatch(/has no id under any known name \(its fields: name, picture\).*`fields`/)
  })

  it('a part outside a root', () => {
    renderInPanel(
      <Boundary>
        <UserAvatarManagerName />
      </Boundary>,
      backend(),
    )
    expect(said()).toMatch(/UserAvatarManagerName must be inside a UserAvatarManagerRoot/)
  })

  it('two providers that read one client differently', () => {
    const client = new QueryClient()
    const fields = () => ({ match: () => undefined }) as never
    render(
      <QueryClientProvider client={client}>
        <Boundary>
          <AvatarKitProvider {...backend()} fields={fields()} />
          <AvatarKitProvider {...backend()} fields={fields()} />
        </Boundary>
      </QueryClientProvider>,
    )
    expect(said()).toMatch(/two providers on one QueryClient have different `fields`/)
  })
})

describe('a user that cannot be shown', () => {
  it('no such user: says so', async () => {
    const { AvatarKitError } = await import('../../src/index.ts')
    const getUser = () => Promise.reject(new AvatarKitError('user-not-found'))
    renderInPanel(<UserAvatarManager userId="nobody" />, { adapter: { ...backend().adapter, getUser } })
    expect(await screen.findByText('This user no longer exists.')).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: 'Remove image' })).toBeNull()
  })

  it('an id of another shape: says so and asks nobody', async () => {
    const getUser = vi.fn(async () => ada)
    const isUserId = (value: string) => value.startsWith('user_')
    renderInPanel(<UserAvatarManager userId="ada" />, { adapter: { ...backend().adapter, getUser, isUserId } })
    expect(await screen.findByText(/not a valid user id/)).toBeInTheDocument()
    expect(getUser).not.toHaveBeenCalled()
  })

  it('no `getUser` for a `userId`: says what is not set up', async () => {
    renderInPanel(<UserAvatarManager userId="ada" />, backend())
    expect(await screen.findByText(/not set up correctly/)).toBeInTheDocument()
  })
})
