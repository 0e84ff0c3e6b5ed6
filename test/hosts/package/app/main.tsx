import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query'
import { AvatarKitProvider, UserAvatar, UserAvatarManager } from 'avatarkit'
import { restAdapter } from 'avatarkit/adapters/rest'
import { en } from 'avatarkit/locales/en'
import 'avatarkit/styles.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'

interface Person {
  id: string
  name: string
  avatarUrl: string | null
}

const adapter = restAdapter({ baseUrl: '/api' })

function People() {
  const { data } = useQuery({
    queryKey: ['people'],
    queryFn: async () => (await fetch('/api/people')).json() as Promise<Person[]>,
  })
  return data?.map((person) => (
    <section key={person.id} aria-label={person.name}>
      <UserAvatar user={person} size="sm" />
      <UserAvatarManager user={person} onRemoved={(user) => console.info(`removed ${user.id}`)} />
    </section>
  ))
}

createRoot(document.getElementById('app')!).render(
  <StrictMode>
    <QueryClientProvider client={new QueryClient()}>
      <AvatarKitProvider adapter={adapter} locale={en}>
        <People />
      </AvatarKitProvider>
    </QueryClientProvider>
  </StrictMode>,
)
