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
} from '../core/adapter.ts'
export { isSafeUserId } from '../core/adapter.ts'
export { AvatarKitError, type ErrorCode, isAvatarKitError } from '../core/errors.ts'
export { guardAdapter } from '../core/guard.ts'
export { checkImageFile, type ImageFileFault, type ImageFileLimits, type ImageFileVerdict } from '../core/imageFile.ts'
export type { ImageFileType, ImageSize } from '../core/imageHeader.ts'
export { type TenantOf, toUser } from '../core/toUser.ts'
export type { User, UserFields } from '../core/user.ts'
export {
  type ActionResult,
  createUserImageActions,
  type UserImageActions,
  type UserImageActionsOptions,
} from './actions.ts'
export type { Authorize, AuthorizeRequest } from './authorize.ts'
export { type Budget, type MemoryBudgetOptions, memoryBudget } from './budget.ts'
export { type BulkOptions, type BulkRemoval, bulkRemoval } from './bulk.ts'
export {
  type BulkPause,
  type DeleteUserProfileImagesOptions,
  deleteUserProfileImages,
} from './deleteUserProfileImages.ts'
export type { HandlerEvent, OnEvent } from './events.ts'
export { createUserImageHandler, type UserImageHandlerOptions } from './handler.ts'
export { type IdempotencyStore, type MemoryIdempotencyOptions, memoryIdempotency } from './idempotency.ts'
export { type Limiter, type LimitResult, type MemoryLimiterOptions, memoryLimiter } from './limiter.ts'
export type { TellUser } from './perform.ts'
export type { ChangeAction, HandlerAction } from './route.ts'
export { type ImageUpload, type ImageUploadOptions, imageUpload } from './upload.ts'
