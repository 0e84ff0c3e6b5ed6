import { Refine, useInfiniteList, useList, useShow, useTable, useUpdate } from '@refinedev/core'
import routerProvider from '@refinedev/react-router'
import type { QueryClient } from '@tanstack/react-query'
import { AvatarKitProvider, UserAvatarManager } from 'avatarkit'
import { Link, MemoryRouter, Route, Routes, useParams } from 'react-router'
import type { Person, Product, Server } from './server.ts'
import 'avatarkit/styles.css'

const resources = [
  { name: 'users', list: '/users', show: '/users/:id' },
  { name: 'products', list: '/products' },
]

const pages = ['/users', '/feed', '/products', '/users/1', '/desk/1']

export interface AppProps {
  server: Server
  client: QueryClient
  /** Where it opens. */
  start: string
}

/** A panel made with refine: a table, an infinite list, a page of one user, and a desk that shows all of them. */
export function App({ server, client, start }: AppProps) {
  const profile = <Profile server={server} />
  return (
    <MemoryRouter initialEntries={[start]}>
      <Refine dataProvider={server.dataProvider} routerProvider={routerProvider} resources={resources} options={{ disableTelemetry: true, reactQuery: { clientConfig: client } }}>
        <nav>
          {pages.map((page) => (
            <Link key={page} to={page}>
              {page}
            </Link>
          ))}
        </nav>
        <Routes>
          <Route path="/users" element={<Users />} />
          <Route path="/feed" element={<Feed />} />
          <Route path="/products" element={<Products />} />
          <Route path="/users/:id" element={profile} />
          <Route
            path="/desk/:id"
            element={
              <>
                {profile}
                <Users />
                <Feed />
                <Products />
              </>
            }
          />
        </Routes>
      </Refine>
    </MemoryRouter>
  )
}

function Profile({ server }: { server: Server }) {
  const { id } = useParams()
  const { result: user } = useShow<Person>({ resource: 'users', id })
  const { mutate: update } = useUpdate<Person>()
  return (
    <section aria-label="Profile">
      {user ? (
        <>
          <h1>{user.name}</h1>
          <AvatarKitProvider adapter={server.adapter}>
            <UserAvatarManager user={user} />
          </AvatarKitProvider>
          <button type="button" onClick={() => update({ resource: 'users', id: user.id, values: { name: 'Ada King' }, mutationMode: 'optimistic' })}>
            Rename
          </button>
        </>
      ) : null}
    </section>
  )
}

function Users() {
  const { result } = useTable<Person>({ resource: 'users', pagination: { pageSize: 10 } })
  return (
    <section aria-label="Users">
      <table>
        <tbody>
          {result.data.map((user) => (
            <tr key={user.id}>
              <td>{user.avatar ? <img src={user.avatar} alt={user.name} /> : null}</td>
              <td>{user.name}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Feed() {
  const { result, query } = useInfiniteList<Person>({ resource: 'users', pagination: { pageSize: 2 } })
  return (
    <section aria-label="Feed">
      {result.data?.pages.map((page, at) => (
        <ul key={at}>
          {page.data.map((user) => (
            <li key={user.id}>
              {user.avatar ? <img src={user.avatar} alt={user.name} /> : null} {user.name}
            </li>
          ))}
        </ul>
      ))}
      {result.hasNextPage ? (
        <button type="button" onClick={() => void query.fetchNextPage()}>
          Load more
        </button>
      ) : null}
    </section>
  )
}

function Products() {
  const { result } = useList<Product>({ resource: 'products' })
  return (
    <section aria-label="Products">
      <ul>
        {result.data.map((product) => (
          <li key={product.id}>
            <img src={product.image} alt={product.name} /> {product.name}
          </li>
        ))}
      </ul>
    </section>
  )
}
