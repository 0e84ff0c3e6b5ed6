'use client'

import { AvatarKitProvider } from 'avatarkit'
import { restAdapter } from 'avatarkit/adapters/rest'
// Sets the order of the layers if it is loaded before the panel's own stylesheet. With a third library's layer, see the
// guide "Design systems".
import 'avatarkit/tailwind.css'
import 'avatarkit/styles.css'
import type { ReactNode } from 'react'

export { UserAvatar, UserAvatarManager } from 'avatarkit'

// The way to your server: see `createUserImageHandler`, or name the routes of your own API with `paths`.
const adapter = restAdapter({ baseUrl: '/api' })

/** Around the part of the panel that shows users, inside its QueryClientProvider. Colours and radius come from your shadcn theme. */
export function UserImages({ children }: { children: ReactNode }) {
  return <AvatarKitProvider adapter={adapter}>{children}</AvatarKitProvider>
}
