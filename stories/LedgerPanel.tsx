import { useQuery, useQueryClient } from '@tanstack/react-query'
import { AvatarKitError, type User, UserAvatar, UserAvatarManager, useAvatarKit } from '../src/index.ts'
import { LedgerView } from './LedgerView.tsx'

/** A server whose answers the story chooses, shared by the adapter and the panel's own reads. */
export class SlowServer {
  removalMs = 2500
  readMs = 200
  refuses = false
  #users: Map<string, User>

  constructor(users: User[]) {
    this.#users = new Map(users.map((user) => [user.id, { ...user }]))
  }

  /** What it holds when it is asked, delivered later: the reply may be old when it arrives. */
  async read<T>(pick: (users: User[]) => T): Promise<T> {
    const reply = structuredClone(pick([...this.#users.values()]))
    await new Promise((resolve) => setTimeout(resolve, this.readMs))
    return reply
  }

  deleteUserProfileImage = async (userId: string): Promise<User> => {
    const { refuses } = this
    await new Promise((resolve) => setTimeout(resolve, this.removalMs))
    if (refuses) throw new AvatarKitError('forbidden', { userId })
    const after = { ...this.#users.get(userId)!, imageUrl: null, hasImage: false }
    this.#users.set(userId, after)
    return { ...after }
  }
}

const snake = ({ id, firstName, lastName, imageUrl }: User) => ({
  user_id: id,
  first_name: firstName,
  last_name: lastName,
  avatar_url: imageUrl,
})

/** The same people in a list, in memberships of another shape, and on a page. */
export function LedgerPanel({ server, onSetting }: { server: SlowServer; onSetting: () => void }) {
  const client = useQueryClient()
  const { ledger } = useAvatarKit()
  const list = useQuery({ queryKey: ['people'], queryFn: () => server.read((users) => users) })
  const members = useQuery({
    queryKey: ['members'],
    queryFn: () => server.read((users) => ({ rows: users.map((user) => ({ since: 2020, person: snake(user) })) })),
  })
  const set = (change: Partial<Pick<SlowServer, 'removalMs' | 'readMs' | 'refuses'>>) => {
    Object.assign(server, change)
    onSetting()
  }
  return (
    <div className="story-panel">
      <fieldset>
        <legend>The server</legend>
        <Duration
          label="A removal takes"
          value={server.removalMs}
          choices={[300, 2500, 8000]}
          onChange={(removalMs) => set({ removalMs })}
        />
        <Duration
          label="a read takes"
          value={server.readMs}
          choices={[200, 1500, 5000]}
          onChange={(readMs) => set({ readMs })}
        />
        <label>
          <input
            type="checkbox"
            checked={server.refuses}
            onChange={(event) => set({ refuses: event.target.checked })}
          />{' '}
          it refuses
        </label>
        <button type="button" onClick={() => void client.invalidateQueries()}>
          Refetch everything now
        </button>
        <button
          type="button"
          onClick={() =>
            client.setQueryData(['people'], (users: User[] | undefined) =>
              users?.map((user) => ({ ...user, lastName: `${user.lastName}*` })),
            )
          }
        >
          The host edits all names
        </button>
      </fieldset>
      <div className="story-columns">
        <section aria-labelledby="people-heading">
          <h3 id="people-heading">People</h3>
          {list.data?.map((user) => (
            <UserAvatarManager key={user.id} user={user} size="lg" />
          ))}
        </section>
        <section aria-labelledby="members-heading">
          <h3 id="members-heading">Members, in another shape</h3>
          <ul>
            {members.data?.rows.map(({ person }) => (
              <li key={person.user_id}>
                <UserAvatar user={person} decorative /> {person.first_name} {person.last_name}
              </li>
            ))}
          </ul>
        </section>
        <LedgerView />
      </div>
      <p aria-live="off">{ledger.idle ? 'Nothing is subscribed.' : 'The query cache is being watched.'}</p>
    </div>
  )
}

function Duration({
  label,
  value,
  choices,
  onChange,
}: {
  label: string
  value: number
  choices: number[]
  onChange: (ms: number) => void
}) {
  return (
    <label>
      {label}{' '}
      <select value={value} onChange={(event) => onChange(Number(event.target.value))}>
        {choices.map((ms) => (
          <option key={ms} value={ms}>
            {ms / 1000} s
          </option>
        ))}
      </select>
    </label>
  )
}
