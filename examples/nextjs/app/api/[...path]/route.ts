import { createUserImageHandler } from 'avatarkit/server'
import { authorize } from '../../../lib/authorize'
import { users } from '../../../lib/users'

const handler = createUserImageHandler({ adapter: users, authorize, basePath: '/api' })

export { handler as DELETE, handler as GET }
