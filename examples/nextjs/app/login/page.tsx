import { signIn } from '../actions'

export default function Login() {
  return (
    <main>
      <h1>Sign in</h1>
      <form action={signIn}>
        <button>Sign in as an admin</button>
      </form>
    </main>
  )
}
