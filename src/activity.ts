export { ActivityItem, type ActivityItemProps } from './react/activity-log/ActivityItem.tsx'
export { ActivityLog, type ActivityLogProps } from './react/activity-log/ActivityLog.tsx'
export { type ImageEventsParams, imageEventsQueryKey } from './react/activity-log/imageEventsQueryKey.ts'
export {
  type CachedImageEvent,
  type ImageEventList,
  type ImageEventsPage,
  imageEventsQueryOptions,
} from './react/activity-log/imageEventsQueryOptions.ts'
export { RemovedPicture, type RemovedPictureProps } from './react/activity-log/RemovedPicture.tsx'
export { useImageEvents } from './react/activity-log/useImageEvents.ts'
export { type ReasonControl, ReasonFields, type ReasonFieldsProps } from './react/reason/ReasonFields.tsx'
export {
  defaultReasons,
  type RemovalAnswers,
  type RemovalQuestions,
  type RemovalReason,
} from './react/reason/RemovalQuestions.ts'
export { RemovedImage, type RemovedImageProps } from './react/removed-images/RemovedImage.tsx'
export { RemovedImages, type RemovedImagesProps } from './react/removed-images/RemovedImages.tsx'
export {
  type RestoreUserProfileImageVariables,
  restoreUserProfileImageKey,
} from './react/removed-images/restoreImage.ts'
