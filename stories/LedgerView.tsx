import { useEffect, useState } from 'react'
import { useAvatarKit } from '../src/index.ts'
import type { PendingUserSnapshot } from '../src/optimistic/index.ts'

const short = (key: string | undefined) =>
  key === undefined ? '–' : key === '' ? 'none' : key.startsWith('data:') ? 'a picture' : (key.split('/').pop() ?? key)

/** What the ledger remembers at the moment, read ten times a second. */
export function LedgerView() {
  const { ledger } = useAvatarKit()
  const [users, setUsers] = useState<PendingUserSnapshot[]>([])
  const [now, setNow] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => {
      setUsers(ledger.inspect())
      setNow(Date.now())
    }, 100)
    return () => clearInterval(timer)
  }, [ledger])
  return (
    <section className="story-ledger" aria-labelledby="ledger-heading">
      <h3 id="ledger-heading">The ledger</h3>
      {users.length === 0 ? <p>Idle: no user, no timer, no subscription.</p> : null}
      {users.map(({ userId, ops, bases, confirmed, superseded, guardedUntil }) => (
        <dl key={userId} data-testid={`ledger-${userId}`}>
          <dt>user</dt>
          <dd>{userId}</dd>
          <dt>ops</dt>
          <dd>{ops.map(({ change, state }) => `${change.kind} (${state})`).join(', ') || 'none'}</dd>
          <dt>base</dt>
          <dd>
            {Object.entries(bases).map(([hash, key]) => (
              <div key={hash}>
                <code>{hash}</code> {short(key)}
              </div>
            ))}
          </dd>
          <dt>confirmed</dt>
          <dd>{short(confirmed)}</dd>
          <dt>superseded</dt>
          <dd>{superseded.map(short).join(', ') || 'none'}</dd>
          <dt>guarded</dt>
          <dd>{guardedUntil > now ? `${Math.ceil((guardedUntil - now) / 1000)} s more` : 'no'}</dd>
        </dl>
      ))}
    </section>
  )
}
