import { QueryClientProvider, useMutation, useQueryClient } from '@tanstack/react-query'
import { AlertDialog, Avatar as RadixAvatar } from 'radix-ui'
import { memo } from 'react'
import { Name, rowProps, triggerProps } from './Cells.tsx'
import { type Company, KEY, type Page, without } from './people.ts'
import { Question } from './Question.tsx'
import { QueryRows, type RowProps, type Rows } from './Rows.tsx'

/** As the documents teach it: in each row an avatar, a dialog with its trigger, and a mutation with snapshot, rollback and invalidation. */
export function RecipeRows({ company, Rows }: { company: Company; Rows: Rows }) {
  return (
    <QueryClientProvider client={company.client}>
      <QueryRows company={company} Rows={Rows} Row={Row} />
    </QueryClientProvider>
  )
}

const Row = memo(function Row({ person, company }: RowProps) {
  const client = useQueryClient()
  const { mutate } = useMutation({
    mutationFn: company.remove,
    onMutate: async (id) => {
      await client.cancelQueries({ queryKey: KEY })
      const before = client.getQueryData<Page>(KEY)
      client.setQueryData<Page>(KEY, (page) => page && without(page, id))
      return { before }
    },
    onError: (_error, _id, kept) => client.setQueryData(KEY, kept?.before),
    onSettled: () => client.invalidateQueries({ queryKey: KEY }),
  })
  return (
    <li {...rowProps(person)}>
      <RadixAvatar.Root data-slot="user-avatar" data-size="sm" data-shape="circle" data-hue="3" aria-hidden="true">
        <RadixAvatar.Fallback data-slot="user-avatar-initials">{`${person.firstName[0]}${person.lastName[0]}`}</RadixAvatar.Fallback>
        {person.imageUrl ? (
          <RadixAvatar.Image
            data-slot="user-avatar-image"
            src={person.imageUrl}
            alt=""
            loading="lazy"
            decoding="async"
          />
        ) : null}
      </RadixAvatar.Root>
      <Name person={person} />
      <AlertDialog.Root>
        <AlertDialog.Trigger {...triggerProps(person)}>Remove image</AlertDialog.Trigger>
        <Question person={person} confirm={() => mutate(person.id)} />
      </AlertDialog.Root>
    </li>
  )
})
