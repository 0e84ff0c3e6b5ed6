import { QueryClientProvider } from '@tanstack/react-query'
import {
  AvatarKitProvider,
  UserAvatarManagerConfirmDialog,
  UserAvatarManagerImage,
  UserAvatarManagerName,
  UserAvatarManagerRemoveTrigger,
  UserAvatarManagerRoot,
} from 'avatarkit'
import { memo } from 'react'
import { List, type RowProps } from './List.tsx'
import type { Company } from './people.ts'

/** The kit, in rows of its parts. */
export function KitRows({ company }: { company: Company }) {
  return (
    <QueryClientProvider client={company.client}>
      <AvatarKitProvider adapter={company.remove}>
        <List company={company} Row={Row} />
      </AvatarKitProvider>
    </QueryClientProvider>
  )
}

const Row = memo(function Row({ person }: RowProps) {
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
