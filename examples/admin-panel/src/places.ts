import type { Me } from './session.ts'

export interface Place {
  path: string
  name: string
  /** Not of the desk, but beside it. */
  aside?: boolean
}

const review: Place = { path: 'review', name: 'Review' }
const removed: Place = { path: 'removed', name: 'Removed' }

/** Where this person may go: reviewing is the admins', and Clerk keeps nothing that could be brought back. */
export function placesOf({ role, backend }: Me): Place[] {
  return [
    { path: 'users', name: 'Users' },
    ...(role === 'admin' ? [review] : []),
    { path: 'activity', name: 'Activity' },
    ...(backend === 'better-auth' ? [removed] : []),
    { path: 'members', name: 'Members', aside: true },
    { path: 'products', name: 'Products', aside: true },
    { path: 'organisations', name: 'Organisations', aside: true },
  ]
}
