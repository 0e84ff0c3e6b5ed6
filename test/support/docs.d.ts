/// <reference types="@testing-library/jest-dom/vitest" />

// What the documents' examples take for granted: things of the host's own, and packages that are not installed here.
declare const user: { id: string; firstName: string; lastName: string; imageUrl: string | null }
declare const ids: string[]
declare const database: import('better-auth').BetterAuthOptions['database']
declare const queryClient: import('@tanstack/react-query').QueryClient
declare const adapter: import('avatarkit').UserImageAdapter
declare const ada: { id: string }
declare const audit: { write: (event: import('avatarkit/server').HandlerEvent) => void }
declare const persister: unknown
declare function close(): void
declare function report(...values: unknown[]): void
declare function findAdmin(headers: Headers): Promise<{ id: string; roles: string[]; tenantId: string } | undefined>
declare function sameTenant(actorId: string, userId: string): Promise<boolean>
declare const toast: ((title: string, options?: object) => void) & { error: (title: string, options?: object) => void }

declare const Users: () => import('react').ReactNode

declare const auth: import('avatarkit/adapters/better-auth').BetterAuthLike
declare const bucket: { put(path: string, file: Blob): Promise<string> }
declare function currentToken(): string
declare const mail: { send(to: string, template: string, values: object): Promise<void> }
declare const queue: { work(run: (job: { key: string; userIds: string[] }) => Promise<void>): void }

// As in sonner 2, as far as the examples go.
declare module 'sonner' {
  import type { MouseEvent, ReactNode } from 'react'

  interface Action {
    label: ReactNode
    onClick: (event: MouseEvent<HTMLButtonElement>) => void
  }
  interface Options {
    id?: string | number
    description?: ReactNode
    duration?: number
    action?: Action | ReactNode
  }
  export const toast: {
    (message: ReactNode, options?: Options): string | number
    error(message: ReactNode, options?: Options): string | number
  }
  export function Toaster(): ReactNode
}
declare module 'next/cache' {
  export function revalidatePath(path: string): void
}
declare module 'next/server' {
  export type NextRequest = Request
  export class NextResponse extends Response {
    static next(init: { request: { headers: Headers } }): NextResponse
  }
}
declare module 'next/headers' {
  export function headers(): Promise<Headers>
}
declare module '@clerk/clerk-react' {
  export function useUser(): { user: import('@clerk/shared/types').UserResource | null | undefined }
}
declare module '@tanstack/react-query-persist-client' {
  export function PersistQueryClientProvider(props: {
    client: import('@tanstack/react-query').QueryClient
    persistOptions: { persister: unknown; dehydrateOptions?: import('@tanstack/react-query').DehydrateOptions }
    onSuccess?: () => unknown
  }): import('react').ReactElement
}
declare module '@mui/material' {
  import type { ReactElement, ReactNode } from 'react'
  export function CssBaseline(): ReactElement
  export function GlobalStyles(props: { styles: string }): ReactElement
  export function StyledEngineProvider(props: { enableCssLayer?: boolean; children: ReactNode }): ReactElement
}
declare module 'firebase-admin/app' {
  export function applicationDefault(): object
  export function initializeApp(options: { credential: object }): object
}
declare module 'firebase-admin/auth' {
  type Auth = import('avatarkit/adapters/firebase').FirebaseAuthLike
  export function getAuth(): Auth & { tenantManager(): { authForTenant(id: string): Auth } }
}
declare module 'firebase-admin/storage' {
  export function getStorage(): {
    bucket(): { file(path: string): { delete(options: { ignoreNotFound: boolean }): Promise<unknown> } }
  }
}
