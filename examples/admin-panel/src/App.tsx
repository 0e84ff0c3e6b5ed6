import { useQuery } from '@tanstack/react-query'
import { AvatarKitProvider, type AvatarKitProviderProps } from 'avatarkit'
import { en } from 'avatarkit/locales/en'
import type { ReactElement } from 'react'
import { useCallback } from 'react'
import { ActivityPage } from './ActivityPage.tsx'
import { adapters } from './adapter.ts'
import { CataloguePage } from './CataloguePage.tsx'
import { MembersPage } from './MembersPage.tsx'
import { NotFoundPage } from './NotFoundPage.tsx'
import { placesOf } from './places.ts'
import { organisationsOptions, productsOptions } from './queries.ts'
import { RemovedPage } from './RemovedPage.tsx'
import { ReviewPage } from './ReviewPage.tsx'
import { useRoute } from './router.tsx'
import { Shell } from './Shell.tsx'
import { SignInPage } from './SignInPage.tsx'
import { type Me, meOptions } from './session.ts'
import { ErrorState } from './states.tsx'
import { UserPage } from './UserPage.tsx'
import { UsersPage } from './UsersPage.tsx'

/** English, with dates as they are written here. */
const locale = { ...en, code: 'en-GB' }

type Can = NonNullable<AvatarKitProviderProps['can']>

export function App(): ReactElement | null {
  const { data: me, error, refetch } = useQuery(meOptions)
  const can = useCallback<Can>((action) => me?.role === 'admin' || action === 'getImageEvents', [me?.role])
  if (error) return <ErrorState title="The panel cannot be reached" error={error} onRetry={() => void refetch()} />
  if (me === undefined) return null
  if (me === null) return <SignInPage />
  return (
    <AvatarKitProvider adapter={adapters[me.backend]} locale={locale} actorId={me.id} can={can}>
      <Shell me={me}>
        <Screen me={me} />
      </Shell>
    </AvatarKitProvider>
  )
}

function Screen({ me }: { me: Me }): ReactElement {
  const {
    parts: [place = 'users', id, ...rest],
  } = useRoute()
  const isThere = placesOf(me).some(({ path }) => path === place)
  if (!isThere || rest.length > 0 || (id && place !== 'users')) return <NotFoundPage />
  switch (place) {
    case 'users':
      return id ? <UserPage key={id} userId={id} /> : <UsersPage me={me} />
    case 'review':
      return <ReviewPage />
    case 'activity':
      return <ActivityPage />
    case 'removed':
      return <RemovedPage />
    case 'members':
      return <MembersPage />
    case 'products':
      return (
        <CataloguePage
          key={place}
          title="Products"
          options={productsOptions}
          detail={({ price }) => money.format(price)}
        />
      )
    default:
      return (
        <CataloguePage
          key={place}
          title="Organisations"
          options={organisationsOptions}
          detail={({ members }) => `${members} members`}
        />
      )
  }
}

const money = new Intl.NumberFormat('en-IE', { style: 'currency', currency: 'EUR' })
