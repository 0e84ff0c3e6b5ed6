import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { AvatarKitProvider, type AvatarKitProviderProps } from '../../src/index.ts'

export interface PanelOptions extends Omit<AvatarKitProviderProps, 'children'> {
  client?: QueryClient
  strict?: boolean
}

/** Renders inside a panel: a query client and the kit. */
export function renderInPanel(children: ReactNode, options: PanelOptions) {
  const {
    client = new QueryClient({ defaultOptions: { queries: { retry: false } } }),
    strict = false,
    ...kit
  } = options
  const wrapper = ({ children: inner }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>
      <AvatarKitProvider {...kit}>{inner}</AvatarKitProvider>
    </QueryClientProvider>
  )
  return { client, ...render(children, { wrapper, reactStrictMode: strict }) }
}
