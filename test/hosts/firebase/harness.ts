import { firebaseAdapter } from '../../../src/adapters/firebase.ts'
import { crowd, type Harness, type Lie, storeImage, type Who } from '../../support/conformance.ts'
import { type Answer, jsonAnswer } from '../../support/faultServer.ts'
import { type Project, startEmulator } from './emulator.ts'

export const page = (status = 200): Answer => ({
  status,
  headers: { 'content-type': 'text/html' },
  body: '<!doctype html><title>Sign in</title>',
})

/** The crowd, as people of a project. */
export async function settle({ auth }: Project): Promise<Record<Who | 'absent', string>> {
  const ids: Record<Who | 'absent', string> = { ada: '', grace: '', plain: '', absent: 'a'.repeat(28) }
  for (const [who, { firstName, lastName, emailAddress, imageUrl }] of Object.entries(crowd)) {
    const { uid } = await auth.createUser({
      displayName: `${firstName} ${lastName}`,
      email: emailAddress,
      emailVerified: true,
      password: 'correct horse',
      photoURL: imageUrl ?? undefined,
    })
    await auth.setCustomUserClaims(uid, { note: 'private-canary' })
    ids[who as Who] = uid
  }
  return ids
}

/** What a lie is on the wire: of the update, and, where the SDK can read that, of the look-up that follows. */
function lieOf({ reply, carryOut, blind }: Lie): Project['faults'] {
  const own = typeof reply === 'string' ? page() : reply === undefined ? { status: 204 } : jsonAnswer(reply)
  return [
    { on: 'accounts:update', answer: own, carryOut },
    { on: 're-read', answer: jsonAnswer({ users: [reply] }) },
    ...(blind ? [{ on: 'accounts:lookup' as const, answer: page(502) }] : []),
  ]
}

/** `firebaseAdapter` over the real `firebase-admin` and Google’s emulator. */
export function harnessOf(emulator: () => Awaited<ReturnType<typeof startEmulator>>): Harness {
  return {
    sets: true,
    async start({ deadlineMs }) {
      const project = emulator().open()
      const ids = await settle(project)
      project.requests.length = 0
      const bench = firebaseAdapter(project.auth, { policy: { deadlineMs, retries: 0 }, listUpTo: 100, storeImage })
      const of = (verb: string) => project.requests.filter((request) => request.verb === verb).length
      return {
        adapter: bench,
        ids,
        // The update and its re-read are one call of the SDK's.
        counts: () => ({ all: project.requests.length - project.rereads, changes: of('accounts:update') }),
        hasImage: async (id) => {
          const told = await project.call('identitytoolkit.googleapis.com/v1/projects/{project}/accounts:lookup', {
            localId: [id],
          })
          return (told.users as unknown as { photoUrl?: string }[])[0]!.photoUrl !== undefined
        },
        wire: (id, { imageUrl, hasImage }) => ({ localId: id, photoUrl: (hasImage && imageUrl) || undefined }),
        lie: (lie) => {
          project.faults = lieOf(lie)
        },
        // No reset: the SDK would send another one by itself.
        lose: ({ carryOut }) => {
          project.faults = [{ on: 'accounts:update', answer: page(502), carryOut, times: 1 }]
        },
        silence: () => {
          project.faults = [{ on: 'accounts:update', answer: { instead: 'silence' } }]
        },
        close: () => project.close(),
      }
    },
  }
}
