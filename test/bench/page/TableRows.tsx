import { QueryClientProvider } from '@tanstack/react-query'
import { AvatarKitProvider } from 'avatarkit'
import { UserTable, usersQueryKey } from 'avatarkit/table'
import { useState } from 'react'
import type { Company } from './people.ts'

/** What the table reads at a time while it is scrolled. */
const CHUNK = 50

/** The kit's table: all rows on one page (at most 500), or endless. */
export function TableRows({ company, endless = false }: { company: Company; endless?: boolean }) {
  const { client, people, list, remove } = company
  const pageSize = endless ? CHUNK : people.length
  // As with the other lists: what is first shown is in the cache already.
  const [adapter] = useState(() => {
    const data = people.slice(0, pageSize)
    client.setQueryData(usersQueryKey({ limit: pageSize, offset: 0 }), { data, totalCount: people.length })
    return { deleteUserProfileImage: remove, getUserList: list }
  })
  return (
    <QueryClientProvider client={client}>
      <AvatarKitProvider adapter={adapter}>
        <UserTable endless={endless} defaultParams={{ pageSize }} />
      </AvatarKitProvider>
    </QueryClientProvider>
  )
}
