'use client'

import { useEffect, useRef } from 'react'
import { safeImageUrl } from '../../core/image.ts'
import type { ReviewItem } from './ReviewQueue.ts'

/** Loads the pictures of the next page, so that it is there when it is turned to; lets go of them when it is. */
export function usePreload(items: readonly ReviewItem[], allowHttpImages: readonly string[] | undefined): void {
  const images = useRef(new Map<string, HTMLImageElement>())
  useEffect(() => {
    const wanted = new Set(items.map(({ user }) => safeImageUrl(user.imageUrl, allowHttpImages)))
    for (const url of images.current.keys()) if (!wanted.has(url)) images.current.delete(url)
    for (const url of wanted) {
      if (url === undefined || images.current.has(url)) continue
      const image = new Image()
      image.referrerPolicy = 'no-referrer'
      image.decoding = 'async'
      image.fetchPriority = 'low'
      image.src = url
      images.current.set(url, image)
    }
  }, [items, allowHttpImages])
  useEffect(() => {
    const kept = images.current
    return () => kept.clear()
  }, [])
}
