'use client'

import { type UseInfiniteQueryResult, useInfiniteQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { AvatarKitError } from '../../core/errors.ts'
import { useAvatarKit } from '../kit.ts'
import type { ImageEventsParams } from './imageEventsQueryKey.ts'
import { type ImageEventList, imageEventsQueryOptions } from './imageEventsQueryOptions.ts'
import { watchChanges } from './watchChanges.ts'

/**
 * What was done to users' images, newest first, page after page: a genuine react-query infinite query, read again
 * when a removal, a replacement or a restoration in this panel has ended.
 *
 * @throws AvatarKitError `misconfigured` without a provider
 */
export function useImageEvents(params: ImageEventsParams = {}): UseInfiniteQueryResult<ImageEventList, AvatarKitError> {
  const kit = useAvatarKit()
  const { queryClient } = kit
  useEffect(() => watchChanges(queryClient), [queryClient])
  return useInfiniteQuery(imageEventsQueryOptions(kit, params), queryClient)
}
