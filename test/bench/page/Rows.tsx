import { useQuery } from '@tanstack/react-query'
import { useWindowVirtualizer } from '@tanstack/react-virtual'
import type { ComponentType, ReactElement } from 'react'
import { type Company, KEY, type Person } from './people.ts'

/** How rows become a list: all of them, or only those in view. */
export type Rows = ComponentType<{ people: Person[]; children: (person: Person) => ReactElement }>

export const AllRows: Rows = ({ people, children }) => <ul>{people.map(children)}</ul>

export const WindowedRows: Rows = function WindowedRows({ people, children }) {
  // oxlint-disable-next-line react/incompatible-library -- what it returns is used here only
  const virtualizer = useWindowVirtualizer({ count: people.length, estimateSize: () => 48, overscan: 6 })
  const items = virtualizer.getVirtualItems()
  return (
    <ul style={{ boxSizing: 'border-box', blockSize: virtualizer.getTotalSize(), paddingBlockStart: items[0]?.start }}>
      {items.map(({ index }) => children(people[index]!))}
    </ul>
  )
}

export interface RowProps {
  person: Person
  company: Company
}

/** The list as a panel on react-query has it. */
export function QueryRows({ company, Rows, Row }: { company: Company; Rows: Rows; Row: ComponentType<RowProps> }) {
  const { data } = useQuery({ queryKey: KEY, queryFn: company.read })
  return data ? (
    <Rows people={data.data}>{(person) => <Row key={person.id} person={person} company={company} />}</Rows>
  ) : null
}
