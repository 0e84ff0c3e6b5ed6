import { memoryAdapter } from 'avatarkit/adapters/memory'

const picture = (hue: number) =>
  `data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==#${hue}`

const people = [
  { id: 'ada', firstName: 'Ada', lastName: 'Lovelace', emailAddress: 'ada@people.test', imageUrl: picture(1) },
  { id: 'grace', firstName: 'Grace', lastName: 'Hopper', emailAddress: 'grace@people.test', imageUrl: picture(2) },
  { id: 'irem', firstName: 'irem', lastName: 'ışık', emailAddress: 'irem@people.test', imageUrl: picture(3) },
]

const kept = globalThis as { users?: ReturnType<typeof memoryAdapter> }

/** In place of an identity provider: in your panel `clerkAdapter(createClerkClient({ secretKey }))`. Development reloads modules, so it is kept. */
export const users = (kept.users ??= memoryAdapter(people))
