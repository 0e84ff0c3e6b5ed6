import { composeStories, setProjectAnnotations } from '@storybook/react-vite'
import type { ComponentType } from 'react'

/** How a story is shown: Storybook's own globals, by name. */
export type Globals = Record<string, string>

/** It renders; `run` renders it into an element and then does what the story does. */
export type GalleryStory = ComponentType & { run(context: { canvasElement: HTMLElement }): Promise<void> }

const files = import.meta.glob<{ default: { title: string } }>('../../stories/*.stories.tsx', { eager: true })

/** Every story, by `Title/Name`, under what holds for all stories. */
export function storiesUnder(project: object): Map<string, GalleryStory> {
  setProjectAnnotations(project)
  return new Map(
    Object.values(files).flatMap((file) =>
      Object.entries(composeStories(file as never)).map(
        ([name, story]) => [`${file.default.title}/${name}`, story as unknown as GalleryStory] as const,
      ),
    ),
  )
}
