import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import type { FaultKind, Faults } from '../server/faults.ts'
import { getJson, postJson } from './api.ts'

const faultsOptions = queryOptions({
  queryKey: ['faults'],
  queryFn: ({ signal }) => getJson<Faults>('/api/panel/faults', signal),
})

const delays = [
  [0, 'answers at once'],
  [1000, 'takes 1 second'],
  [3000, 'takes 3 seconds'],
  [8000, 'takes 8 seconds, too long'],
] as const

const outcomes: [FaultKind, string][] = [
  ['none', 'works'],
  ['403', 'is refused (403)'],
  ['404-user', 'finds no such user (404)'],
  ['404-image', 'finds nothing to remove (404)'],
  ['429', 'is asked for patience (429)'],
  ['503', 'finds the provider down (503)'],
  ['reset', 'loses its connection'],
  ['time-out', 'gets no reply'],
  ['html', 'gets a login page (200)'],
]

/** Says how high the bar is, for whatever must stay above it. */
function tellHeight(bar: HTMLElement): () => void {
  const { style } = document.documentElement
  const observer = new ResizeObserver(() => style.setProperty('--panel-bar-height', `${bar.offsetHeight}px`))
  observer.observe(bar)
  return () => {
    observer.disconnect()
    style.removeProperty('--panel-bar-height')
  }
}

/** Makes the server slow or wrong for everybody, to watch how the desk shows it. */
export function FaultToolbar(): ReactElement | null {
  const client = useQueryClient()
  const { data: faults } = useQuery(faultsOptions)
  const { mutate, isError } = useMutation({
    mutationFn: (change: Partial<Faults>) => postJson<Faults>('/api/panel/faults', change),
    onSuccess: (now) => client.setQueryData(faultsOptions.queryKey, now),
  })
  if (!faults) return null
  const isCalm = faults.fault === 'none' && faults.delayMs === 0
  const hasChoice = !['none', '404-image', '429'].includes(faults.fault)
  return (
    <section ref={tellHeight} className="panel-faults" aria-label="Rehearse trouble" data-active={!isCalm}>
      <b>Rehearse trouble</b>
      <label>
        A change
        <select
          className="panel-select"
          value={faults.delayMs}
          onChange={(event) => mutate({ delayMs: Number(event.target.value) })}
        >
          {delays.map(([ms, text]) => (
            <option key={ms} value={ms}>
              {text}
            </option>
          ))}
        </select>
      </label>
      <label>
        and
        <select
          className="panel-select"
          value={faults.fault}
          onChange={(event) => mutate({ fault: event.target.value as FaultKind })}
        >
          {outcomes.map(([kind, text]) => (
            <option key={kind} value={kind}>
              {text}
            </option>
          ))}
        </select>
      </label>
      <label className="panel-check">
        <input
          type="checkbox"
          checked={hasChoice && faults.carriedOut}
          disabled={!hasChoice}
          onChange={(event) => mutate({ carriedOut: event.target.checked })}
        />
        after it is carried out
      </label>
      <span role="status">{isError ? 'That could not be set.' : ''}</span>
    </section>
  )
}
