import { nameOf, type Person } from './people.ts'

/** What the kit's parts render, written by hand: the same elements and attributes, for the same styles and the same access. */
export function Avatar({ person, size = 'sm' }: { person: Person; size?: 'sm' | 'lg' }) {
  const shown = person.hasImage && person.imageUrl
  return (
    <span
      data-slot="user-avatar"
      data-size={size}
      data-shape="circle"
      data-hue="3"
      data-image="loading"
      data-status="idle"
      aria-hidden="true"
    >
      <span
        data-slot="user-avatar-initials"
        dir="auto"
        aria-hidden="true"
      >{`${person.firstName[0]}${person.lastName[0]}`}</span>
      {shown ? (
        <img
          data-slot="user-avatar-image"
          src={shown}
          alt=""
          loading="lazy"
          decoding="async"
          referrerPolicy="no-referrer"
          draggable={false}
        />
      ) : null}
    </span>
  )
}

export function Name({ person }: { person: Person }) {
  return (
    <span id={`name-${person.id}`} data-slot="user-avatar-manager-name" dir="auto">
      {nameOf(person)}
    </span>
  )
}

export const rowProps = (person: Person) => ({
  'data-slot': 'user-avatar-manager',
  'data-status': 'idle',
  'data-has-image': '',
  role: 'group',
  'aria-labelledby': `name-${person.id}`,
})

export const triggerProps = (person: Person) =>
  ({
    'data-slot': 'user-avatar-manager-remove-trigger',
    'aria-describedby': `name-${person.id}`,
    'aria-haspopup': 'dialog',
    'aria-expanded': false,
    type: 'button',
  }) as const
