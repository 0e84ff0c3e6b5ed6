import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { isAvatarKitError } from 'avatarkit'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import './styles/layers.css'
import 'avatarkit/styles.css'
import 'avatarkit/desk.css'
import { App } from './App.tsx'
import { ApiError } from './api.ts'
import { isSignedOut, meOptions } from './session.ts'
import './styles/panel.css'

/** Asking again would bring the same answer. */
function isFinal(error: unknown): boolean {
  if (error instanceof ApiError) return error.status < 500
  return (
    isAvatarKitError(error) &&
    ['user-not-found', 'invalid-user-id', 'forbidden', 'unauthenticated', 'misconfigured'].includes(error.code)
  )
}

const client: QueryClient = new QueryClient({
  queryCache: new QueryCache({
    onError: (error) => isSignedOut(error) && client.setQueryData(meOptions.queryKey, null),
  }),
  defaultOptions: { queries: { staleTime: 10_000, retry: (count, error) => count < 1 && !isFinal(error) } },
})

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <App />
    </QueryClientProvider>
  </StrictMode>,
)
