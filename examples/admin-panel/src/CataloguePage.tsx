import type { UseQueryOptions } from '@tanstack/react-query'
import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { PageHeading } from './PageHeading.tsx'
import { EmptyState, ErrorState, SkeletonRows } from './states.tsx'

interface Item {
  id: string
  title: string
  imageUrl: string
}

export interface CataloguePageProps<T extends Item> {
  title: string
  options: UseQueryOptions<T[], Error, T[], any>
  /** The line below an item's title. */
  detail: (item: T) => string
}

/** Things with pictures that are not people, though some share a person's id. */
export function CataloguePage<T extends Item>({ title, options, detail }: CataloguePageProps<T>): ReactElement {
  const { data, error, refetch } = useQuery(options)
  return (
    <>
      <PageHeading title={title} note={data && `${data.length} in the list`} />
      <ul className="panel-catalogue">
        {data?.map((item) => (
          <li key={item.id} className="panel-card">
            <img src={item.imageUrl} alt="" loading="lazy" width={144} height={144} />
            <b>{item.title}</b>
            <span>{detail(item)}</span>
            <code>{item.id}</code>
          </li>
        ))}
      </ul>
      {data?.length === 0 && <EmptyState title="There is nothing here yet" />}
      {!data &&
        (error ? (
          <ErrorState
            title={`The ${title.toLowerCase()} could not be loaded`}
            error={error}
            onRetry={() => void refetch()}
          />
        ) : (
          <SkeletonRows rows={6} label={`Loading ${title.toLowerCase()}`} />
        ))}
    </>
  )
}
