'use client'

import { type DragEvent, useEffect, useRef } from 'react'
import { isOver } from '../ownModal.ts'
import type { Upload } from './upload.ts'
import { choose } from './uploadActions.ts'

interface Arrivals {
  onDragEnter: (event: DragEvent) => void
  onDragOver: (event: DragEvent) => void
  onDragLeave: (event: DragEvent) => void
  onDrop: (event: DragEvent) => void
}

const bringsFiles = (data: DataTransfer | null) => data?.types.includes('Files') ?? false
/** The first picture of what comes; where none says that it is one, the first file, which then tells why not. */
const fileOf = (data: DataTransfer | null) => {
  const files = [...(data?.files ?? [])]
  return files.find((file) => file.type.startsWith('image/')) ?? files[0]
}

/** React events also bubble through portals: a drag over an overlay of the host is not for the dialog. */
function isForDialog(event: DragEvent): boolean {
  return (
    bringsFiles(event.dataTransfer) && !event.defaultPrevented && event.currentTarget.contains(event.target as Node)
  )
}

/**
 * What is dropped on the dialog, or pasted while it is open. Files only: the address of a picture is never loaded.
 * A file that misses the dialog does not take the page away.
 */
export function useArrivals(upload: Upload): Arrivals {
  const { session, open } = upload
  const latest = useRef(upload)
  useEffect(() => {
    latest.current = upload
  })
  useEffect(() => {
    if (!open) return
    const onPaste = (event: ClipboardEvent) => {
      const file = fileOf(event.clipboardData)
      // A paste into an overlay of the host is not for the dialog.
      if (!file || event.defaultPrevented || isOver(event.composedPath()[0])) return
      event.preventDefault()
      choose(latest.current, file)
    }
    const onMiss = (event: globalThis.DragEvent) => {
      if (!bringsFiles(event.dataTransfer) || event.defaultPrevented) return
      event.preventDefault()
      event.dataTransfer!.dropEffect = 'none'
    }
    document.addEventListener('paste', onPaste)
    document.addEventListener('dragover', onMiss)
    document.addEventListener('drop', onMiss)
    return () => {
      document.removeEventListener('paste', onPaste)
      document.removeEventListener('dragover', onMiss)
      document.removeEventListener('drop', onMiss)
    }
  }, [open])
  const drag = (event: DragEvent) => {
    if (!isForDialog(event)) return
    event.preventDefault()
    event.dataTransfer.dropEffect = 'copy'
    if (!session.get().dragging) session.set({ dragging: true })
  }
  return {
    onDragEnter: drag,
    onDragOver: drag,
    onDragLeave: (event) => {
      if (!event.currentTarget.contains(event.relatedTarget as Node | null)) session.set({ dragging: false })
    },
    onDrop: (event) => {
      if (!isForDialog(event)) return
      event.preventDefault()
      session.set({ dragging: false })
      choose(upload, fileOf(event.dataTransfer))
    },
  }
}
