'use server'

import { createUserImageActions } from 'avatarkit/server'
import { revalidatePath } from 'next/cache'
import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { authorizeOrRedirect } from '../lib/authorize'
import { users } from '../lib/users'

const actions = createUserImageActions({
  adapter: users,
  authorize: authorizeOrRedirect,
  getHeaders: headers,
  revalidate: () => revalidatePath('/', 'layout'),
})

export async function deleteUserProfileImage(userId: string, context?: { reason?: string }) {
  return actions.deleteUserProfileImage(userId, context)
}

export async function getUser(userId: string) {
  return actions.getUser(userId)
}

/** Stands in for your sign-in. */
export async function signIn() {
  const jar = await cookies()
  jar.set('session', 'admin', { httpOnly: true, sameSite: 'lax' })
  redirect('/')
}
