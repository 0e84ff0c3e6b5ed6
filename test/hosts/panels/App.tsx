import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { AvatarKitError, AvatarKitProvider, type AvatarKitProviderProps, UserAvatarManager } from 'avatarkit'
import { memoryAdapter } from 'avatarkit/adapters/memory'
import { UserTable } from 'avatarkit/table'
import { type ReactNode, useState } from 'react'
import { people } from '../../../stories/people.ts'
import type { DesignSystem, Scheme } from './DesignSystem.ts'

interface AppProps extends Partial<AvatarKitProviderProps> {
  system: Pick<DesignSystem, 'Panel'>
  scheme?: Scheme
}

const { ada, grace, kenji, noImage } = people

/** Removes as one would hope, but for Grace's picture, which is refused. */
export function server() {
  const users = memoryAdapter([ada, grace, kenji, noImage])
  return {
    ...users,
    deleteUserProfileImage: async (userId: string) => {
      if (userId === grace.id) throw new AvatarKitError('forbidden', { userId })
      return users.deleteUserProfileImage(userId)
    },
  }
}

/** The application: the panel's providers, the kit's, and what the test wants to see. */
export function App({ system: { Panel }, scheme = 'light', children, ...kit }: AppProps & { children: ReactNode }) {
  const [client] = useState(
    () => new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Number.POSITIVE_INFINITY } } }),
  )
  const [adapter] = useState(server)
  return (
    <Panel scheme={scheme}>
      <QueryClientProvider client={client}>
        <AvatarKitProvider adapter={adapter} {...kit}>
          <div data-testid="app" style={{ boxSizing: 'border-box', minHeight: '100vh', padding: 24 }}>
            {children}
          </div>
        </AvatarKitProvider>
      </QueryClientProvider>
    </Panel>
  )
}

/** The kit in its states: at rest, refused, removed, held. */
export function Parts({ table = false }: { table?: boolean }) {
  return (
    <div style={{ display: 'grid', gap: 24, gridTemplateColumns: 'repeat(auto-fit, minmax(0, 460px))' }}>
      <section aria-label="Ada">
        <UserAvatarManager user={ada} />
      </section>
      <section aria-label="Grace">
        <UserAvatarManager user={grace} />
      </section>
      <section aria-label="Kenji">
        <UserAvatarManager user={kenji} mode="undoable" />
      </section>
      <section aria-label="Emmy">
        <UserAvatarManager user={noImage} />
      </section>
      {table ? (
        <section aria-label="Table" style={{ gridColumn: '1 / -1' }}>
          <UserTable pageSizes={[]} />
        </section>
      ) : null}
    </div>
  )
}
