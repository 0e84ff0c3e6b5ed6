import type { ActivityLogProps } from 'avatarkit/activity'
import { Link } from './router.tsx'

/** A person's name in what was done, which leads to their page. */
export const personLink: ActivityLogProps['renderName'] = (name, user) => (
  <Link className="panel-name" href={`/users/${encodeURIComponent(user.id)}`}>
    {name}
  </Link>
)
