export type {
  Actor,
  AdapterLike,
  BulkResult,
  CallContext,
  CallPolicy,
  ImageEvent,
  ImageEventParams,
  ListCapabilities,
  RateLimit,
  UserImageAdapter,
  UserListParams,
  UserOrder,
} from './core/adapter.ts'
export { isSafeUserId } from './core/adapter.ts'
export { commonFields } from './core/commonFields.ts'
export {
  AvatarKitError,
  type AvatarKitErrorOptions,
  type ErrorCode,
  errorCodes,
  isAvatarKitError,
} from './core/errors.ts'
export { type GuardedAdapter, type GuardOptions, guardAdapter } from './core/guard.ts'
export { safeImageUrl } from './core/image.ts'
export { initials } from './core/initials.ts'
export type {
  ActivityMessages,
  BaseLocale,
  BulkMessages,
  Locale,
  LocaleParts,
  Messages,
  ReviewMessages,
  TableMessages,
  UploadMessages,
} from './core/messages.ts'
export { type ImageStatus, imageStatuses } from './core/status.ts'
export { toUser } from './core/toUser.ts'
export {
  displayName,
  hasProfileImage,
  type ImageChange,
  type ImageFields,
  type ProfileImage,
  type User,
  type UserFields,
} from './core/user.ts'
export { type DeleteUserProfileImageVariables, deleteUserProfileImageKey } from './optimistic/mutations.ts'
export { AvatarKitProvider, type AvatarKitProviderProps } from './react/AvatarKitProvider.tsx'
export {
  deleteUserProfileImageOptions,
  type RemovalMode,
  type RemovalOptions,
} from './react/deleteUserProfileImageOptions.ts'
export { type AvatarKit, type KitAction, useAvatarKit, useWords } from './react/kit.ts'
export type { Notice } from './react/notices/Notices.ts'
export type { RemovalAnswers, RemovalQuestions, RemovalReason } from './react/reason/RemovalQuestions.ts'
export {
  type UseDeleteUserProfileImageOptions,
  type UseDeleteUserProfileImageResult,
  useDeleteUserProfileImage,
} from './react/useDeleteUserProfileImage.ts'
export { UserAvatar, type UserAvatarProps } from './react/user-avatar/UserAvatar.tsx'
export { UserAvatarManager, type UserAvatarManagerProps } from './react/user-avatar-manager/UserAvatarManager.tsx'
export {
  UserAvatarManagerConfirmDialog,
  type UserAvatarManagerConfirmDialogProps,
} from './react/user-avatar-manager/UserAvatarManagerConfirmDialog.tsx'
export {
  UserAvatarManagerImage,
  type UserAvatarManagerImageProps,
} from './react/user-avatar-manager/UserAvatarManagerImage.tsx'
export {
  UserAvatarManagerName,
  type UserAvatarManagerNameProps,
} from './react/user-avatar-manager/UserAvatarManagerName.tsx'
export {
  UserAvatarManagerRemoveTrigger,
  type UserAvatarManagerRemoveTriggerProps,
} from './react/user-avatar-manager/UserAvatarManagerRemoveTrigger.tsx'
export {
  UserAvatarManagerRoot,
  type UserAvatarManagerRootProps,
} from './react/user-avatar-manager/UserAvatarManagerRoot.tsx'
export {
  UserAvatarManagerStatus,
  type UserAvatarManagerStatusProps,
} from './react/user-avatar-manager/UserAvatarManagerStatus.tsx'
export { userQueryKey, userQueryOptions } from './react/userQueryOptions.ts'
export { type UserImage, useUserImage } from './react/useUserImage.ts'
