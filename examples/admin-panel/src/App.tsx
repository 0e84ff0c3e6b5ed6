import { useQuery } from '@tanstack/react-query'
import { AvatarKitProvider } from 'avatarkit'
import type { ReactElement } from 'react'
import { useCallback } from 'react'
import { adapter } from './adapter.ts'
import { CataloguePage } from './CataloguePage.tsx'
import { MembersPage } from './MembersPage.tsx'
import { NotFoundPage } from './NotFoundPage.tsx'
import { organisationsOptions, productsOptions } from './queries.ts'
import { useRoute } from './router.tsx'
import { Shell } from './Shell.tsx'
import { SignInPage } from './SignInPage.tsx'
import { meOptions } from './session.ts'
import { ErrorState } from './states.tsx'
import { UserPage } from './UserPage.tsx'
import { UsersPage } from './UsersPage.tsx'

export function App(): ReactElement | null {
  const { data: me, error, refetch } = useQuery(meOptions)
  const can = useCallback(() => me?.role === 'admin', [me?.role])
  if (error) return <ErrorState title="The panel cannot be reached" error={error} onRetry={() => void refetch()} />
  if (me === undefined) return null
  if (me === null) return <SignInPage />
  return (
    <AvatarKitProvider adapter={adapter} can={can}>
      <Shell me={me}>
        <Screen />
      </Shell>
    </AvatarKitProvider>
  )
}

function Screen(): ReactElement {
  const {
    parts: [place = 'users', id, ...rest],
  } = useRoute()
  if (rest.length > 0) return <NotFoundPage />
  if (place === 'users') return id ? <UserPage key={id} userId={id} /> : <UsersPage />
  if (place === 'members' && !id) return <MembersPage />
  if (place === 'products' && !id) return <CataloguePage key={place} title="Products" options={productsOptions} detail={({ price }) => money.format(price)} />
  if (place === 'organisations' && !id) return <CataloguePage key={place} title="Organisations" options={organisationsOptions} detail={({ members }) => `${members} members`} />
  return <NotFoundPage />
}

const money = new Intl.NumberFormat('en-IE', { style: 'currency', currency: 'EUR' })
