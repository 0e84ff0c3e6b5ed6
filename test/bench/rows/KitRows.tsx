import { QueryClientProvider, useQuery } from '@tanstack/react-query'
import { AvatarKitProvider, UserAvatarManagerConfirmDialog, UserAvatarManagerImage, UserAvatarManagerName, UserAvatarManagerRemoveTrigger, UserAvatarManagerRoot } from 'avatarkit'
import { memo } from 'react'
import { type Company, KEY, type Person } from './people.ts'

/** The kit, in rows of its parts. */
export function KitRows({ company }: { company: Company }) {
  return (
    <QueryClientProvider client={company.client}>
      <AvatarKitProvider adapter={company.remove}>
        <List company={company} />
      </AvatarKitProvider>
    </QueryClientProvider>
  )
}

function List({ company }: { company: Company }) {
  const { data } = useQuery({ queryKey: KEY, queryFn: company.read })
  return (
    <ul>
      {data?.data.map((person) => (
        <Row key={person.id} person={person} />
      ))}
    </ul>
  )
}

const Row = memo(function Row({ person }: { person: Person }) {
  return (
    <UserAvatarManagerRoot user={person} asChild>
      <li>
        <UserAvatarManagerImage size="sm" />
        <UserAvatarManagerName />
        <UserAvatarManagerRemoveTrigger />
        <UserAvatarManagerConfirmDialog />
      </li>
    </UserAvatarManagerRoot>
  )
})
