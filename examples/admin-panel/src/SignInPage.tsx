import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { FormEvent, ReactElement } from 'react'
import { useEffect, useState } from 'react'
import { signIns } from '../server/signIns.ts'
import { ApiError } from './api.ts'
import { signIn } from './session.ts'

export function SignInPage(): ReactElement {
  const client = useQueryClient()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const { mutate, isPending, error } = useMutation({ mutationFn: () => signIn(client, email, password) })
  useEffect(() => {
    document.title = 'Sign in · Harbour Admin'
  }, [])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    mutate()
  }
  return (
    <main className="panel-sign-in">
      <form className="panel-card" onSubmit={submit}>
        <span className="panel-brand-mark" aria-hidden="true">
          H
        </span>
        <h1>Sign in to Harbour</h1>
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
        <p className="panel-form-error" role="alert">
          {error ? reasonOf(error) : ''}
        </p>
        <button type="submit" className="panel-button" data-kind="primary" disabled={isPending}>
          {isPending ? 'Signing in …' : 'Sign in'}
        </button>
      </form>
      <section className="panel-card panel-demo-people" aria-label="Demo sign-ins">
        <p>This is a demo. Choose a person to fill in the form:</p>
        {signIns.map((person) => (
          <button
            key={person.id}
            type="button"
            className="panel-demo-person"
            onClick={() => {
              setEmail(person.email)
              setPassword(person.password)
            }}
          >
            <b>{person.role === 'admin' ? 'Admin, may remove pictures' : 'Support, may only look'}</b>
            <span>{person.email}</span>
            <code>{person.password}</code>
          </button>
        ))}
      </section>
    </main>
  )
}

function reasonOf(error: Error): string {
  return error instanceof ApiError && error.status === 401
    ? 'The e-mail address or the password is wrong.'
    : 'The server did not answer as it should. Try again.'
}
