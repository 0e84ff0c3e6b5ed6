import {
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  forwardRef,
  type ReactNode,
  type RefAttributes,
} from 'react'

export interface UserTableStateProps extends Omit<ComponentPropsWithoutRef<'div'>, 'title'> {
  /** `failed`: something went wrong. Default `empty`. */
  kind?: 'empty' | 'failed'
  title: ReactNode
  description?: ReactNode
  /** What can be done, such as a button. */
  children?: ReactNode
}

/** What stands where users would: nobody is there, or they could not be read. Seen, not announced. Renders a `<div>`. */
export const UserTableState: ForwardRefExoticComponent<UserTableStateProps & RefAttributes<HTMLDivElement>> =
  forwardRef<HTMLDivElement, UserTableStateProps>(function UserTableState(
    { kind = 'empty', title, description, children, ...props },
    ref,
  ) {
    return (
      <div data-slot="user-table-state" data-kind={kind} {...props} ref={ref}>
        <span data-slot="user-table-state-mark" aria-hidden="true" />
        <p data-slot="user-table-state-title">{title}</p>
        {description ? <p data-slot="user-table-state-description">{description}</p> : null}
        {children ? <div data-slot="user-table-state-actions">{children}</div> : null}
      </div>
    )
  })
