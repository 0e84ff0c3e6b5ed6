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
import type { Company } from './people.ts'
import { AllRows, QueryRows, type RowProps } from './Rows.tsx'

/** Rows of the kit's parts. */
export function PartsRows({ company }: { company: Company }) {
  return (
    <QueryClientProvider client={company.client}>
      <AvatarKitProvider adapter={company.remove}>
        <QueryRows company={company} Rows={AllRows} Row={Row} />
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
