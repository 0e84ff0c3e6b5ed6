'use client'

import { useEffect, useLayoutEffect } from 'react'

/** React 18 warns of `useLayoutEffect` while a server renders. */
export const useBrowserLayoutEffect: typeof useLayoutEffect =
  typeof document === 'undefined' ? useEffect : useLayoutEffect
