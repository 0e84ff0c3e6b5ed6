'use client'

import { type UseMutationOptions, type UseMutationResult, useMutation } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { AvatarKitError } from '../core/errors.ts'
import type { ImageStatus } from '../core/status.ts'
import type { User } from '../core/user.ts'
import type { DeleteUserProfileImageVariables } from '../optimistic/mutations.ts'
import { deleteUserProfileImageOptions, type RemovalOptions } from './deleteUserProfileImageOptions.ts'
import { useAvatarKit } from './kit.ts'
import { useLedgerEntry } from './useUserImage.ts'

type MutationHooks = Pick<
  UseMutationOptions<User, AvatarKitError, DeleteUserProfileImageVariables>,
  'meta' | 'onSuccess' | 'onSettled' | 'gcTime' | 'networkMode'
>

export interface UseDeleteUserProfileImageOptions extends RemovalOptions, MutationHooks {}

export type UseDeleteUserProfileImageResult = UseMutationResult<
  User,
  AvatarKitError,
  DeleteUserProfileImageVariables
> & {
  /** Of the user last removed with this hook. */
  imageStatus: ImageStatus
}

/**
 * Removes profile images: a genuine react-query mutation, key `['avatarkit', 'deleteUserProfileImage']`.
 * When `mutate({ userId })` returns, the image is gone from every cached copy of that user; a failure
 * brings the server's truth back. The kit refetches: callers need not invalidate anything.
 */
export function useDeleteUserProfileImage(
  options: UseDeleteUserProfileImageOptions = {},
): UseDeleteUserProfileImageResult {
  const kit = useAvatarKit()
  const { mode, onRemoved, onError, name, meta, onSuccess, ...rest } = options
  const base = deleteUserProfileImageOptions(kit, { mode, onRemoved, onError, name })
  const mutation = useMutation(
    {
      ...base,
      ...rest,
      meta: { ...meta, ...base.meta },
      onSuccess: async (...args) => {
        onRemoved?.(args[0])
        await onSuccess?.(...args)
      },
    },
    kit.queryClient,
  )
  const entry = useLedgerEntry(kit, mutation.variables?.userId)
  const imageStatus = entry?.imageStatus ?? 'idle'
  return useMemo(() => ({ ...mutation, imageStatus }), [mutation, imageStatus])
}
