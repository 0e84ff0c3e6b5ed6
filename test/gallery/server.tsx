import { renderToString } from 'react-dom/server'
import { storiesUnder } from './stories.ts'

// Without the preview: what it does is for a document.
const stories = storiesUnder({})

export const names: string[] = [...stories.keys()]

/** A story as a server renders it. */
export function renderStory(name: string): string {
  const Story = stories.get(name)
  if (!Story) throw new Error(`There is no story ${name}.`)
  return renderToString(<Story />)
}
