import { BulkRemovalDialog, BulkRemovalRoot, BulkRemovalTrigger } from 'avatarkit/bulk'
import { UserTable, type UserTableParams, type UserTableProps } from 'avatarkit/table'
import type { ReactElement } from 'react'
import { useMemo } from 'react'
import { DensityToggle, useDensity } from './DensityToggle.tsx'
import { PageHeading } from './PageHeading.tsx'
import { questions } from './questions.ts'
import { Link, navigate, useRoute } from './router.tsx'
import type { Me } from './session.ts'
import { paramsOf, usersHref } from './usersAddress.ts'

/** Everybody, to search, filter, order, select, and to remove images of; what is shown is in the address. */
export function UsersPage({ me }: { me: Me }): ReactElement {
  const { search } = useRoute()
  const params = useMemo(() => paramsOf(search), [search])
  const [density, setDensity] = useDensity()
  // Another page is a step to go back from; a search that is being typed is not.
  const change = (next: UserTableParams) =>
    navigate(usersHref(next), { replace: next.page === params.page || next.page === undefined })
  return (
    <>
      <PageHeading
        title="Users"
        note={me.role === 'admin' ? 'Select several to remove their images at once.' : 'Everybody who has an account.'}
      />
      <UserTable
        params={params}
        onParamsChange={change}
        density={density}
        confirm={questions}
        renderName={nameLink}
        selectionActions={me.role === 'admin' ? bulkRemoval : undefined}
        toolbar={<DensityToggle density={density} onChange={setDensity} />}
      />
    </>
  )
}

const nameLink: UserTableProps['renderName'] = (user, name) => (
  <Link className="panel-name" href={`/users/${encodeURIComponent(user.id)}`}>
    {name}
  </Link>
)

// Its progress is in the shell, so that it goes on while one looks at other pages.
const bulkRemoval: UserTableProps['selectionActions'] = (selection, clear) => (
  <BulkRemovalRoot users={[...selection.values()]} confirm={questions} onStarted={clear}>
    <BulkRemovalTrigger />
    <BulkRemovalDialog />
  </BulkRemovalRoot>
)
