import { AlertDialog } from 'radix-ui'
import { memo, useCallback, useState } from 'react'
import { Avatar, Name, rowProps, triggerProps } from './Cells.tsx'
import { type Company, KEY, type Page, type Person, without } from './people.ts'
import { Question } from './Question.tsx'
import type { Rows } from './Rows.tsx'

/** Bare React: a state, rows that are drawn again only when theirs changes, and one dialog for all. */
export function BareRows({ company, Rows }: { company: Company; Rows: Rows }) {
  const [page, setPage] = useState(() => company.client.getQueryData<Page>(KEY)!)
  const [{ person, opener }, setAsked] = useState<{ person?: Person; opener?: HTMLElement }>({})
  const [open, setOpen] = useState(false)
  const ask = useCallback((asked: Person, button: HTMLElement) => {
    setAsked({ person: asked, opener: button })
    setOpen(true)
  }, [])
  return (
    <>
      <Rows people={page.data}>{(row) => <Row key={row.id} person={row} ask={ask} />}</Rows>
      <AlertDialog.Root open={open} onOpenChange={setOpen}>
        {person ? (
          <Question
            person={person}
            opener={opener}
            confirm={() => {
              setPage((old) => without(old, person.id))
              void company.remove(person.id)
            }}
          />
        ) : null}
      </AlertDialog.Root>
    </>
  )
}

const Row = memo(function Row({ person, ask }: { person: Person; ask: (person: Person, opener: HTMLElement) => void }) {
  return (
    <li {...rowProps(person)}>
      <Avatar person={person} />
      <Name person={person} />
      <button {...triggerProps(person)} onClick={(event) => ask(person, event.currentTarget)}>
        Remove image
      </button>
    </li>
  )
})
