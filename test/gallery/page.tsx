import type { Decorator } from '@storybook/react-vite'
import { type ReactNode, useState } from 'react'
import { flushSync } from 'react-dom'
import { createRoot, hydrateRoot } from 'react-dom/client'
import { configure } from 'storybook/test'
import preview from '../../.storybook/preview.tsx'
import { Language, writeIn } from '../../stories/languages.ts'
import { storiesUnder } from './stories.ts'

const { story: name, play, ...globals } = Object.fromEntries(new URLSearchParams(location.search))

/** What is shown may change its language, as the toolbar and a host can do: `showIn`, of the window. */
function InAnyLanguage({ code: first, children }: { code: string; children: ReactNode }) {
  const [code, setCode] = useState(first)
  Object.assign(window, {
    showIn: (another: string) => {
      writeIn(another)
      flushSync(() => setCode(another))
    },
  })
  return <Language.Provider value={code}>{children}</Language.Provider>
}

const inAnyLanguage: Decorator = (Story, { globals: { locale } }) => (
  <InAnyLanguage code={locale}>
    <Story />
  </InAnyLanguage>
)

const stories = storiesUnder([preview, { decorators: [inAnyLanguage], initialGlobals: globals }])
const canvas = document.querySelector('main')!
// Several stories are shown at a time, and browsers differ: each may have little of the processor.
configure({ asyncUtilTimeout: 15_000 })

function Contents() {
  return [...stories.keys()].map((story) => (
    <p key={story}>
      <a href={`?story=${encodeURIComponent(story)}&play=1`}>{story}</a>
    </p>
  ))
}

async function show(): Promise<void> {
  if (name === undefined) return createRoot(canvas).render(<Contents />)
  const Story = stories.get(name)
  if (!Story) throw new Error(`There is no story ${name}.`)
  if (canvas.hasChildNodes()) hydrateRoot(canvas, <Story />, { onRecoverableError: (error) => console.error(error) })
  else if (play) await Story.run({ canvasElement: canvas })
  else createRoot(canvas).render(<Story />)
}

const { dataset } = document.documentElement
show().then(
  () => (dataset.gallery = 'shown'),
  (error: Error) => Object.assign(dataset, { gallery: 'failed', why: error.message }),
)
