import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { UserAvatarManager, UserImages } from '@/components/user-avatar-manager'
import './index.css'

const queryClient = new QueryClient()

export const Panel = ({ user }: { user: { id: string; name: string; avatarUrl: string } }) => (
  <QueryClientProvider client={queryClient}>
    <UserImages>
      <UserAvatarManager user={user} />
    </UserImages>
  </QueryClientProvider>
)
