import type { QueryClient } from '@tanstack/react-query'
import { queryOptions } from '@tanstack/react-query'
import { isAvatarKitError } from 'avatarkit'
import { ApiError, getJson, postJson } from './api.ts'

/** The person who is signed in. */
export interface Me {
  id: string
  role: 'admin' | 'support'
  name: string
  email: string
  image: string | null
  backend: 'better-auth' | 'clerk'
}

/** Who is signed in; `null` for nobody. */
export const meOptions = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => getJson<Me | null>('/api/panel/me', signal),
  staleTime: 60_000,
})

export async function signIn(client: QueryClient, email: string, password: string): Promise<void> {
  await postJson('/api/auth/sign-in/email', { email, password })
  await client.resetQueries()
}

/** Also leaves the page, with everything in its memory: what one person saw must not be there for the next one. */
export async function signOut(): Promise<void> {
  await postJson('/api/auth/sign-out')
  sessionStorage.clear()
  location.replace('/')
}

/** Whether the server says that nobody is signed in (any more). */
export function isSignedOut(error: unknown): boolean {
  return error instanceof ApiError ? error.status === 401 : isAvatarKitError(error) && error.code === 'unauthenticated'
}
