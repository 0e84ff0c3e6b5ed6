import type { Decorator } from '@storybook/react-vite'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useContext, useState } from 'react'
import { AvatarKitProvider, type AvatarKitProviderProps } from '../src/index.ts'
import { Language, languages } from './languages.ts'

/** A panel around a story: a query client of its own and the kit over an adapter that the story chooses, in the language of the toolbar unless it says another. */
export function Panel({ children, ...kit }: AvatarKitProviderProps & { children: ReactNode }) {
  const code = useContext(Language)
  const [client] = useState(() => new QueryClient({ defaultOptions: { queries: { retry: false } } }))
  return (
    <QueryClientProvider client={client}>
      <AvatarKitProvider locale={code === 'en' ? undefined : languages.get(code)} {...kit}>
        {children}
      </AvatarKitProvider>
    </QueryClientProvider>
  )
}

/** What a story's panel works with, as `parameters.kit`: made anew for each run, so that what one removes is there again for the next. */
export type KitOfStory = () => Omit<AvatarKitProviderProps, 'children'>

function StoryPanel({ kit, children }: { kit: KitOfStory; children: ReactNode }) {
  const [props] = useState(kit)
  return <Panel {...props}>{children}</Panel>
}

export const inPanel: Decorator = (Story, { parameters }) => (
  <StoryPanel kit={parameters.kit as KitOfStory}>
    <Story />
  </StoryPanel>
)
