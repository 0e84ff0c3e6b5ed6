import type { UserTableProps } from 'avatarkit/table'
import type { ReactElement } from 'react'
import { useState } from 'react'

type Density = NonNullable<UserTableProps['density']>

const KEY = 'panel-density'

/** How much room a row has, kept in this browser. */
export function useDensity(): [Density, (density: Density) => void] {
  const [density, setDensity] = useState<Density>(() =>
    localStorage.getItem(KEY) === 'compact' ? 'compact' : 'comfortable',
  )
  const change = (next: Density) => {
    localStorage.setItem(KEY, next)
    setDensity(next)
  }
  return [density, change]
}

export function DensityToggle({
  density,
  onChange,
}: {
  density: Density
  onChange: (density: Density) => void
}): ReactElement {
  const isCompact = density === 'compact'
  return (
    <button
      type="button"
      className="panel-icon-button panel-density"
      aria-label="Compact rows"
      title="Compact rows"
      aria-pressed={isCompact}
      onClick={() => onChange(isCompact ? 'comfortable' : 'compact')}
    >
      <svg viewBox="0 0 20 20" aria-hidden="true">
        <path d={isCompact ? 'M3 4.5h14M3 8.2h14M3 11.8h14M3 15.5h14' : 'M3 4.5h14M3 10h14M3 15.5h14'} />
      </svg>
    </button>
  )
}
