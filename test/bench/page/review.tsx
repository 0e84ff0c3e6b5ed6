import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { AvatarKitProvider } from 'avatarkit'
import { memoryAdapter } from 'avatarkit/adapters/memory'
import { AvatarReview } from 'avatarkit/review'
import { type ReactElement, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { press, timeToPaint, until } from './frames.ts'
import { company } from './people.ts'

const DECISIONS = 60
const PAGE = 24
/** Remove, keep, remove, skip, and so on. */
const keyAt = (at: number) => (at % 2 === 0 ? 'r' : at % 4 === 1 ? 'k' : 's')

/** The same pictures in React and nothing else: a key marks one and moves the focus on. */
function BareGrid() {
  const [marks, setMarks] = useState<Record<number, string>>({})
  return (
    <div
      role="presentation"
      style={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(150px, 1fr))', gap: 12 }}
      onKeyDown={({ key, target, currentTarget }) => {
        const at = [...currentTarget.children].indexOf(target as Element)
        setMarks((now) => ({ ...now, [at]: key }))
        ;(currentTarget.children[at + 1] as HTMLElement | undefined)?.focus()
      }}
    >
      {company(DECISIONS + 1).people.map(({ id, firstName, imageUrl }, at) => (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what the review is measured against
        <div key={id} className="picture" tabIndex={0}>
          <img
            src={imageUrl!}
            alt=""
            style={{ inlineSize: '100%', aspectRatio: 1, filter: 'blur(16px) grayscale(1)' }}
          />
          {firstName} {marks[at]}
        </div>
      ))}
    </div>
  )
}

function Review() {
  const [client] = useState(() => new QueryClient())
  const [adapter] = useState(() =>
    memoryAdapter(company(90).people, {
      delay: ({ method }) => (method === 'deleteUserProfileImage' ? 400 : 0),
    }),
  )
  return (
    <QueryClientProvider client={client}>
      <AvatarKitProvider adapter={adapter}>
        <AvatarReview pageSize={PAGE} undoMs={1000} storageKey={false} />
      </AvatarKitProvider>
    </QueryClientProvider>
  )
}

const reviews = { bare: <BareGrid />, review: <Review /> } satisfies Record<string, ReactElement>
export type ReviewName = keyof typeof reviews

/** Milliseconds from key to paint for sixty decisions as fast as keys come, in ascending order. */
export async function reviewKeys(name: ReviewName): Promise<number[]> {
  createRoot(document.getElementById('app')!).render(reviews[name])
  const first = () => document.querySelector<HTMLElement>('.picture, [data-slot="avatar-review-cell"]')
  await until(first)
  first()!.focus()
  const next = () =>
    [...document.querySelectorAll('button')].find(
      ({ ariaLabel, textContent }) => (ariaLabel ?? textContent) === 'Next page',
    )
  const times: number[] = []
  for (let at = 0; at < DECISIONS; at++) {
    if (name === 'review' && at > 0 && at % PAGE === 0) {
      await until(() => document.activeElement === next())
      next()!.click()
      await until(() => (document.activeElement as HTMLElement).dataset.key === String(at + 1))
    }
    times.push(await timeToPaint(() => press(keyAt(at))))
  }
  return times.sort((a, b) => a - b)
}
