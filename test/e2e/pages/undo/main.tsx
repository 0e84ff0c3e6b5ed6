import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import { restAdapter } from '../../../../src/adapters/rest.ts'
import { AvatarKitProvider, UserAvatarManager } from '../../../../src/index.ts'
import '../../../../src/styles/styles.css'

const ada = {
  id: 'ada',
  firstName: 'Ada',
  lastName: 'Lovelace',
  imageUrl: 'data:image/gif;base64,R0lGODlhAQABAIAAAP///wAAACH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==',
  hasImage: true,
}

createRoot(document.getElementById('root')!).render(
  <QueryClientProvider client={new QueryClient()}>
    <AvatarKitProvider adapter={restAdapter({ baseUrl: '/api' })} undoMs={3000}>
      <UserAvatarManager
        user={ada}
        mode="undoable"
        confirm={location.hash === '#ask' ? { requireReason: true } : true}
      />
    </AvatarKitProvider>
  </QueryClientProvider>,
)
