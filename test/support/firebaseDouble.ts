import type { FirebaseAuthLike } from '../../src/adapters/firebase.ts'
import { crowd, type Lie, type Who } from './conformance.ts'

/** A user as `firebase-admin` tells of one, with everything that must stay on the server. */
export interface FirebaseRecord {
  uid: string
  email?: string
  emailVerified: boolean
  displayName?: string
  photoURL?: string
  disabled: boolean
  phoneNumber?: string
  metadata: { creationTime: string; lastSignInTime: string | null; lastRefreshTime: string | null }
  providerData: { uid: string; providerId: string; photoURL?: string }[]
  customClaims: Record<string, unknown>
  passwordHash: string
  passwordSalt: string
  tokensValidAfterTime: string
}

/** An error as the SDK makes them: its code and message are getters, on what `errorInfo` holds. */
export class FirebaseFailure extends Error {
  readonly errorInfo: { code: string; message: string }
  readonly codePrefix: string
  constructor(
    code: string,
    message = code,
    readonly httpResponse?: { status: number },
  ) {
    super(message)
    this.errorInfo = { code, message }
    this.codePrefix = code.split('/')[0]!
  }
  get code() {
    return this.errorInfo.code
  }
}

/** What the SDK makes of an error that it has no name for. */
export const internalError = (status: number, message: string, more = '') =>
  new FirebaseFailure(
    'auth/internal-error',
    `${message} Raw server response: "${JSON.stringify({ error: { code: status, message, status: 'SOME_STATUS' } })}"${more}`,
  )

/** What the SDK makes of an answer that is no JSON. */
export const unreadable = (status: number, text = '<h1>Bad gateway</h1>') =>
  new FirebaseFailure(
    'app/unable-to-parse-response',
    `Error while parsing response data: "SyntaxError: Unexpected token". Raw server response: "${text}". Status code: "${status}". Outgoing request: "POST https://identitytoolkit.googleapis.com/v1/projects/x/accounts:update."`,
  )

export const networkError = (code = 'ECONNRESET') =>
  new FirebaseFailure('app/network-error', `Error while making request: socket hang up. Error code: ${code}`)
const userNotFound = () =>
  new FirebaseFailure('auth/user-not-found', 'There is no user record corresponding to the provided identifier.')

const at = (index: number) => new Date(1_700_000_000_000 + index * 1000).toUTCString()

export function firebaseRecord(uid: string, index = 0, more: Partial<FirebaseRecord> = {}): FirebaseRecord {
  return {
    uid,
    emailVerified: true,
    disabled: false,
    phoneNumber: '+15550100-canary',
    metadata: { creationTime: at(index), lastSignInTime: at(index + 60), lastRefreshTime: null },
    providerData: [{ uid: 'canary', providerId: 'google.com', photoURL: 'https://canary.test/google.png' }],
    customClaims: { note: 'private-canary' },
    passwordHash: 'canary',
    passwordSalt: 'canary',
    tokensValidAfterTime: at(index),
    ...more,
  }
}

/** `getAuth()` of `firebase-admin` without Firebase: the crowd in memory, the SDK's own checks and errors. */
export function startFirebaseDouble() {
  const ids: Record<Who | 'absent', string> = {
    ada: 'Ada1',
    grace: 'grace@compilers',
    plain: 'Plain3',
    absent: 'Absent9',
  }
  const records = new Map<string, FirebaseRecord>()
  for (const [index, [who, { firstName, lastName, emailAddress, imageUrl }]] of Object.entries(crowd).entries()) {
    const uid = ids[who as Who]
    records.set(
      uid,
      firebaseRecord(uid, index, {
        displayName: `${firstName} ${lastName}`,
        email: emailAddress,
        photoURL: imageUrl ?? undefined,
      }),
    )
  }
  const counts = { all: 0, changes: 0 }
  let lie: Lie | undefined
  let trouble: { carryOut: boolean } | 'silence' | undefined
  const read = (uid: string): FirebaseRecord => {
    if (uid.length > 128)
      throw new FirebaseFailure('auth/invalid-uid', 'The uid must be a non-empty string with at most 128 characters.')
    const record = records.get(uid)
    if (!record) throw userNotFound()
    return structuredClone(record)
  }
  const auth: FirebaseAuthLike = {
    async updateUser(uid, properties) {
      counts.all++
      counts.changes++
      if (trouble === 'silence') return new Promise(() => {})
      const done = !(lie ?? trouble) || (lie ?? trouble)?.carryOut
      const record = read(uid)
      if (done) records.set(uid, { ...record, photoURL: properties.photoURL ?? undefined })
      if (trouble) throw networkError()
      return lie ? lie.reply : read(uid)
    },
    async getUser(uid) {
      counts.all++
      if (lie?.blind) throw networkError('ENOTFOUND')
      return read(uid)
    },
    async listUsers(maxResults = 1000, pageToken) {
      counts.all++
      const uids = [...records.keys()].toSorted()
      const from = pageToken === undefined ? 0 : uids.indexOf(pageToken)
      const users = uids.slice(from, from + maxResults).map(read)
      const next = uids[from + maxResults]
      return next === undefined ? { users } : { users, pageToken: next }
    },
  }
  return {
    auth,
    ids,
    records,
    counts: () => ({ ...counts }),
    lie: (given: Lie) => {
      lie = given
    },
    lose: (options: { carryOut: boolean }) => {
      trouble = options
    },
    silence: () => {
      trouble = 'silence'
    },
  }
}
