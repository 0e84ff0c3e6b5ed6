import type { ReactElement } from 'react'

const paths = {
  picture:
    'M4.5 2.5h7a2 2 0 0 1 2 2v7a2 2 0 0 1-2 2h-7a2 2 0 0 1-2-2v-7a2 2 0 0 1 2-2ZM5.8 4.9a1 1 0 1 1 0 2 1 1 0 0 1 0-2ZM2.7 11.6 6 8.6l2.3 1.9 2.5-2.8 2.7 2.9',
  minus: 'M4 8h8',
  plus: 'M4 8h8M8 4v8',
  left: 'M10 3.5 5.5 8l4.5 4.5',
  right: 'M6 3.5 10.5 8 6 12.5',
  up: 'M3.5 10 8 5.5l4.5 4.5',
  down: 'M3.5 6 8 10.5 12.5 6',
  'turn-left': 'M3.2 6.2A5.2 5.2 0 1 1 3 9.6M3 2.8v3.6h3.6',
  'turn-right': 'M12.8 6.2A5.2 5.2 0 1 0 13 9.6M13 2.8v3.6H9.4',
}

export type ControlIconName = keyof typeof paths

/** Decoration beside a name. */
export function ControlIcon({ name }: { name: ControlIconName }): ReactElement {
  return (
    <svg
      viewBox="0 0 16 16"
      width="16"
      height="16"
      fill="none"
      stroke="currentColor"
      strokeWidth={name === 'picture' ? 1 : 1.6}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={paths[name]} />
    </svg>
  )
}
