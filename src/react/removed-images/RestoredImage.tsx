'use client'

import type { ReactElement } from 'react'
import type { ActivityMessages } from '../../core/messages.ts'
import type { User } from '../../core/user.ts'
import type { AvatarKit } from '../kit.ts'
import { UserAvatarManagerRemoveTrigger } from '../user-avatar-manager/UserAvatarManagerRemoveTrigger.tsx'
import { UserAvatarManagerStatus } from '../user-avatar-manager/UserAvatarManagerStatus.tsx'
import { useImageOf } from '../useUserImage.ts'

interface RestoredImageProps {
  kit: AvatarKit
  words: ActivityMessages
  /** As the server had them when the picture was back. */
  user: User
  /** Of the name above. */
  nameId: string
}

/** In the row of a picture that is back: that it is, and what removes it again. Renders a `<div>`. */
export function RestoredImage({ kit, words, user, nameId }: RestoredImageProps): ReactElement {
  const { hasImage } = useImageOf(kit, user)
  return (
    <div data-slot="removed-image-restored" dir={kit.locale.direction}>
      {hasImage ? <span data-slot="removed-image-back">{words.imageRestored}</span> : null}
      <UserAvatarManagerRemoveTrigger aria-describedby={nameId}>{words.removeAgain}</UserAvatarManagerRemoveTrigger>
      <UserAvatarManagerStatus showNoImage={false} />
    </div>
  )
}
