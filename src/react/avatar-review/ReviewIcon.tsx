import type { ReactElement } from 'react'

const shapes = {
  keep: 'M3 8.5 6.5 12 13 4.5',
  remove: 'M2.5 4.5h11M6.5 4.5v-2h3v2M4 4.5l.6 9h6.8l.6-9M6.8 7v4M9.2 7v4',
  skip: 'M3 3.5 8 8l-5 4.5M8.5 3.5l5 4.5-5 4.5',
  undo: 'M6 3 2.5 6.5 6 10M3 6.5h6.2a3.6 3.6 0 0 1 0 7.2H6.5',
  reveal: 'M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8ZM8 6a2 2 0 1 1 0 4 2 2 0 0 1 0-4Z',
  hide: 'M2 2l12 12M6.3 3.8A6 6 0 0 1 8 3.5c4 0 6.5 4.5 6.5 4.500a11 11 0 0 1-2 2.400M4.3 5.100A11 11 0 0 0 1.5 8S4 12.5 8 12.500a6 6 0 0 0 2.9-.7',
  enlarge: 'M9.5 2.500h4v4M13.5 2.5 9.3 6.7M6.5 13.500h-4v-4M2.5 13.500l4.2-4.2',
  retry: 'M13 3v3.500H9.500M12.7 6.300A5.2 5.2 0 1 0 13.2 9',
  close: 'M3.5 3.500l9 9M12.5 3.500l-9 9',
}

/** A picture of what a button does or a mark means; its name stands beside it. Renders an `<svg>`. */
export function ReviewIcon({ name }: { name: keyof typeof shapes }): ReactElement {
  return (
    <svg
      data-slot="avatar-review-icon"
      data-icon={name}
      viewBox="0 0 16 16"
      width="16"
      height="16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={shapes[name]} />
    </svg>
  )
}
