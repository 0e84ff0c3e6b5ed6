'use client'

import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import type { ActivityMessages } from '../../core/messages.ts'
import type { User } from '../../core/user.ts'
import type { AvatarKit } from '../kit.ts'
import type { RemovalQuestions } from './RemovalQuestions.ts'

type Preview = NonNullable<RemovalQuestions['tellUser']>['preview']

export interface TellUserProps {
  id: string
  kit: AvatarKit
  name: string
  preview: Preview
  value: boolean
  reason: string | undefined
  user: User | undefined
  users: number
  disabled: boolean
  words: ActivityMessages
  onChange: (tellUser: boolean) => void
}

/** Whether the person is told, and what they will read. */
export function TellUser({
  id,
  kit,
  name,
  preview,
  value,
  reason,
  user,
  users,
  disabled,
  words,
  onChange,
}: TellUserProps): ReactElement {
  const shown = value && user !== undefined
  return (
    <div data-slot="reason-tell" data-field="tellUser">
      <label data-slot="reason-tell-label">
        <input
          type="checkbox"
          data-slot="reason-tell-input"
          checked={value}
          disabled={disabled}
          aria-describedby={shown ? `${id}-preview` : undefined}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        {words.tellUser({ users })}
      </label>
      {shown ? (
        <ToldText
          id={`${id}-preview`}
          kit={kit}
          name={name}
          preview={preview}
          reason={reason}
          user={user}
          users={users}
          words={words}
        />
      ) : null}
    </div>
  )
}

function ToldText({
  id,
  kit,
  name,
  preview,
  reason,
  user,
  users,
  words,
}: Pick<TellUserProps, 'id' | 'kit' | 'name' | 'preview' | 'reason' | 'users' | 'words'> & {
  user: User
}): ReactElement {
  const { queryClient, locale } = kit
  const { tryAgain } = locale.messages
  const { data, isFetching, isError, refetch } = useQuery(
    {
      queryKey: ['avatarkit', 'preview', id, user.id, reason ?? ''],
      queryFn: async () => preview(user, reason),
      // Known only here, and forgotten with it.
      gcTime: 0,
      staleTime: Number.POSITIVE_INFINITY,
      retry: false,
      networkMode: 'always',
    },
    queryClient,
  )
  const state = isFetching ? 'loading' : isError ? 'failed' : 'ready'
  return (
    <div data-slot="reason-preview" data-state={state} aria-busy={isFetching || undefined}>
      <p data-slot="reason-preview-title">{users > 1 ? words.previewExample(name) : words.preview(name)}</p>
      {state === 'ready' ? (
        <blockquote data-slot="reason-preview-text" id={id} dir="auto" ref={reachable}>
          {data}
        </blockquote>
      ) : (
        <p data-slot="reason-preview-state" id={id}>
          {isFetching ? words.previewLoading : words.previewFailed}
        </p>
      )}
      {state === 'failed' ? (
        <button
          type="button"
          data-slot="reason-preview-retry"
          onClick={(event) => {
            // It goes with the failure.
            event.currentTarget.closest('[data-slot="reason-tell"]')?.querySelector('input')?.focus()
            void refetch()
          }}
        >
          {tryAgain}
        </button>
      ) : null}
    </div>
  )
}

/** What scrolls must be reached by keyboard; what does not is no stop on the way. */
function reachable(element: HTMLElement | null): void {
  if (element) element.tabIndex = element.scrollHeight > element.clientHeight ? 0 : -1
}
