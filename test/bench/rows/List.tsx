import { useQuery } from '@tanstack/react-query'
import type { ComponentType } from 'react'
import { type Company, KEY, type Person } from './people.ts'

export interface RowProps {
  person: Person
  company: Company
}

/** The list as a panel on react-query has it. */
export function List({ company, Row }: { company: Company; Row: ComponentType<RowProps> }) {
  const { data } = useQuery({ queryKey: KEY, queryFn: company.read })
  return (
    <ul>
      {data?.data.map((person) => (
        <Row key={person.id} person={person} company={company} />
      ))}
    </ul>
  )
}
