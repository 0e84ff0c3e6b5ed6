'use client'

import { Slot } from 'radix-ui'
import {
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  forwardRef,
  type RefAttributes,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import type { AdapterLike } from '../../core/adapter.ts'
import { AvatarKitError } from '../../core/errors.ts'
import { defaultImageFileLimits } from '../../core/imageFile.ts'
import { displayName, type User } from '../../core/user.ts'
import { enUpload } from '../../locales/en/upload.ts'
import { type AvatarKit, guardInBrowser, KitContext, useAvatarKit, useWords } from '../kit.ts'
import { composeRefs } from '../user-avatar-manager/composeRefs.ts'
import { ManagerContext } from '../user-avatar-manager/manager.ts'
import { useImageOf } from '../useUserImage.ts'
import { UploadSession } from './UploadSession.ts'
import { UploadContext, type UploadOptions } from './upload.ts'

export interface UserImageUploadRootProps
  extends UploadOptions,
    Omit<ComponentPropsWithoutRef<'div'>, keyof UploadOptions> {
  /** In place of the provider's. */
  adapter?: AdapterLike<any>
  asChild?: boolean
}

function checkUser(kit: AvatarKit, user: object): User {
  const view = kit.fields.toUser(user)
  if (view.id !== '') return view
  throw new AvatarKitError('misconfigured', {
    message: `avatarkit: \`user\` has no id under any known name (its fields: ${Object.keys(user).join(', ') || 'none'}). Pass the user object itself, or tell the provider how to read it with \`fields\`.`,
  })
}

/**
 * Replaces one user's picture; the parts inside choose, cut and send it. Alone it needs `user`; inside a
 * `UserAvatarManagerRoot` it takes that one's. Renders a `<div>`.
 *
 * @throws AvatarKitError `misconfigured` without a provider, or with neither `user` nor a manager around it
 */
export const UserImageUploadRoot: ForwardRefExoticComponent<UserImageUploadRootProps & RefAttributes<HTMLDivElement>> =
  forwardRef<HTMLDivElement, UserImageUploadRootProps>(function UserImageUploadRoot(
    { adapter, asChild, ...props },
    ref,
  ) {
    const { user: given, disabled, size, maxBytes, maxPixels, open, onOpenChange, onReplaced, onError, ...rest } = props
    const provided = useAvatarKit()
    const kit = useMemo(
      () => (adapter ? { ...provided, adapter: guardInBrowser(adapter) } : provided),
      [provided, adapter],
    )
    const words = useWords('upload', enUpload)
    const manager = useContext(ManagerContext)
    if (!given && !manager) {
      throw new AvatarKitError('misconfigured', {
        message: 'avatarkit: UserImageUpload needs `user`, or a UserAvatarManagerRoot around it.',
      })
    }
    const user = given ? checkUser(kit, given) : manager?.user
    const image = useImageOf(kit, user)
    const userId = user?.id
    // What was chosen for one person is never another's.
    const [held, setHeld] = useState(() => ({ userId, session: new UploadSession() }))
    if (held.userId !== userId) setHeld({ userId, session: new UploadSession() })
    const { session } = held
    // What was sent goes on.
    useEffect(() => () => session.discard(), [session])
    const state = useSyncExternalStore(session.subscribe, session.get, session.get)
    const rootRef = useRef<HTMLDivElement>(null)
    const bothRefs = useMemo(() => composeRefs(rootRef, ref), [ref])
    const name = user ? displayName(user) : ''
    const limits = {
      maxBytes: maxBytes ?? defaultImageFileLimits.maxBytes,
      maxPixels: maxPixels ?? defaultImageFileLimits.maxPixels,
    }
    const upload = {
      kit,
      words,
      options: { disabled, size, open, onOpenChange, onReplaced, onError },
      user,
      name,
      nameId: manager?.nameId,
      image,
      session,
      state: { ...state, view: session.view },
      open: open ?? state.open,
      allowed:
        user !== undefined &&
        kit.adapter.updateUserProfileImage !== undefined &&
        kit.can('updateUserProfileImage', user),
      limits,
      rootRef,
    }
    const Element = asChild ? Slot.Root : 'div'
    const status = state.phase ? 'uploading' : state.error ? 'failed' : 'idle'
    const element = (
      <UploadContext.Provider value={upload}>
        <Element
          data-slot="user-image-upload"
          data-status={status}
          lang={kit.locale.code}
          {...(manager ? {} : { role: 'group', 'aria-label': name })}
          {...rest}
          ref={bothRefs}
        />
      </UploadContext.Provider>
    )
    return adapter ? <KitContext.Provider value={kit}>{element}</KitContext.Provider> : element
  })
