import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { FormEvent, ReactElement } from 'react'
import { useEffect, useState } from 'react'
import { signIns } from '../server/signIns.ts'
import { ApiError } from './api.ts'
import { signIn } from './session.ts'

interface Credentials {
  email: string
  password: string
}

const people = {
  admin: { label: 'Sign in as admin', may: 'May remove, replace and restore pictures' },
  support: { label: 'Sign in as support', may: 'May look at everything and change nothing' },
}

export function SignInPage(): ReactElement {
  const client = useQueryClient()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const { mutate, isPending, error } = useMutation({
    mutationFn: ({ email, password }: Credentials) => signIn(client, email, password),
  })
  useEffect(() => {
    document.title = 'Sign in · Harbour Admin'
  }, [])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    mutate({ email, password })
  }
  return (
    <main className="panel-sign-in">
      <div className="panel-sign-in-title">
        <span className="panel-brand-mark" aria-hidden="true">
          H
        </span>
        <h1>Sign in to Harbour</h1>
        <p>This panel is a demo. Choose who you are:</p>
      </div>
      {signIns.map(({ id, role, email, password }) => (
        <button
          key={id}
          type="button"
          className="panel-card panel-demo-person"
          aria-labelledby={`${id}-name`}
          aria-describedby={`${id}-may`}
          aria-disabled={isPending || undefined}
          onClick={() => !isPending && mutate({ email, password })}
        >
          <b id={`${id}-name`}>{people[role].label}</b>
          <span id={`${id}-may`}>{people[role].may}</span>
        </button>
      ))}
      <p className="panel-form-error" role="alert">
        {error ? reasonOf(error) : ''}
      </p>
      <details className="panel-card">
        <summary>Use an e-mail address and password</summary>
        <form onSubmit={submit}>
          <label className="panel-field">
            E-mail
            <input
              type="email"
              autoComplete="username"
              required
              value={email}
              onChange={(event) => setEmail(event.target.value)}
            />
          </label>
          <label className="panel-field">
            Password
            <input
              type="password"
              autoComplete="current-password"
              required
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
          </label>
          <button type="submit" className="panel-button" data-kind="primary" disabled={isPending}>
            {isPending ? 'Signing in …' : 'Sign in'}
          </button>
        </form>
      </details>
    </main>
  )
}

function reasonOf(error: Error): string {
  return error instanceof ApiError && error.status === 401
    ? 'The e-mail address or the password is wrong.'
    : 'The server did not answer as it should. Try again.'
}
