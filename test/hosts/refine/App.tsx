import { type DataProvider, Refine, useInfiniteList, useList, useOne, useUpdate } from '@refinedev/core'
import type { QueryClient } from '@tanstack/react-query'
import { AvatarKitProvider, UserAvatarManager } from 'avatarkit'
import type { Person } from '../company.ts'

function Rows({ label, people }: { label: string; people: Person[] }) {
  return (
    <ul aria-label={label}>
      {people.map(({ id, name, avatar }) => (
        <li key={id}>
          {name}: {avatar ? <img src={avatar} alt="" /> : 'no picture'}
        </li>
      ))}
    </ul>
  )
}

function Users() {
  const { result } = useList<Person>({ resource: 'users' })
  return <Rows label="All users" people={result.data} />
}

function EndlessUsers() {
  const { query } = useInfiniteList<Person>({ resource: 'users', pagination: { pageSize: 1 } })
  return (
    <>
      <Rows label="Endless users" people={query.data?.pages.flatMap(({ data }) => data) ?? []} />
      <button onClick={() => void query.fetchNextPage()}>More</button>
    </>
  )
}

function Products() {
  const { result } = useList<{ id: number; title: string; image: string }>({ resource: 'products' })
  return (
    <ul aria-label="Products">
      {result.data.map(({ id, title, image }) => (
        <li key={id}>
          {title}: <img src={image} alt="" />
        </li>
      ))}
    </ul>
  )
}

function User() {
  const { result } = useOne<Person>({ resource: 'users', id: 1 })
  const { mutate } = useUpdate<Person>({ resource: 'users', id: 1, mutationMode: 'optimistic' })
  if (!result) return null
  return (
    <>
      <h1>{result.name}</h1>
      <UserAvatarManager user={result} />
      <button onClick={() => mutate({ values: { name: 'Ada King' } })}>Rename</button>
    </>
  )
}

export interface AppProps {
  queryClient: QueryClient
  dataProvider: DataProvider
  deleteUserProfileImage: (userId: string) => Promise<any>
}

export function App({ queryClient, dataProvider, deleteUserProfileImage }: AppProps) {
  return (
    <Refine
      dataProvider={dataProvider}
      resources={[{ name: 'users' }, { name: 'products' }]}
      options={{ disableTelemetry: true, reactQuery: { clientConfig: queryClient } }}
    >
      {/* Without `queryClient`: the kit finds refine's own. */}
      <AvatarKitProvider adapter={deleteUserProfileImage}>
        <User />
        <Users />
        <EndlessUsers />
        <Products />
      </AvatarKitProvider>
    </Refine>
  )
}
