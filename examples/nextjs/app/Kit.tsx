'use client'

import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { AvatarKitProvider } from 'avatarkit'
import { actionsAdapter } from 'avatarkit/adapters/actions'
import { restAdapter } from 'avatarkit/adapters/rest'
import { type ReactNode, useState } from 'react'
import { deleteUserProfileImage, getUser } from './actions'

const adapters = {
  'route handler': restAdapter({ baseUrl: '/api' }),
  'server actions': actionsAdapter({ deleteUserProfileImage, getUser }),
}

/** The kit over one of the two ways to the server. A panel has one of them. */
export function Kit({ way, children }: { way: keyof typeof adapters; children: ReactNode }) {
  const [queryClient] = useState(() => new QueryClient())
  return (
    <QueryClientProvider client={queryClient}>
      <AvatarKitProvider adapter={adapters[way]}>{children}</AvatarKitProvider>
    </QueryClientProvider>
  )
}
