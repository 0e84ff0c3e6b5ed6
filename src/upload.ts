export type { ImageFileLimits } from './core/imageFile.ts'
export {
  type UpdateUserProfileImageVariables,
  updateUserProfileImageKey,
} from './react/image-upload/sendReplacement.ts'
export { UserImageUpload, type UserImageUploadProps } from './react/image-upload/UserImageUpload.tsx'
export { UserImageUploadCancel, type UserImageUploadCancelProps } from './react/image-upload/UserImageUploadCancel.tsx'
export {
  UserImageUploadControls,
  type UserImageUploadControlsProps,
} from './react/image-upload/UserImageUploadControls.tsx'
export {
  UserImageUploadCropper,
  type UserImageUploadCropperProps,
} from './react/image-upload/UserImageUploadCropper.tsx'
export { UserImageUploadDialog, type UserImageUploadDialogProps } from './react/image-upload/UserImageUploadDialog.tsx'
export {
  UserImageUploadDropZone,
  type UserImageUploadDropZoneProps,
} from './react/image-upload/UserImageUploadDropZone.tsx'
export {
  UserImageUploadPreview,
  type UserImageUploadPreviewProps,
} from './react/image-upload/UserImageUploadPreview.tsx'
export {
  UserImageUploadProblem,
  type UserImageUploadProblemProps,
} from './react/image-upload/UserImageUploadProblem.tsx'
export { UserImageUploadRoot, type UserImageUploadRootProps } from './react/image-upload/UserImageUploadRoot.tsx'
export { UserImageUploadSave, type UserImageUploadSaveProps } from './react/image-upload/UserImageUploadSave.tsx'
export { UserImageUploadStatus, type UserImageUploadStatusProps } from './react/image-upload/UserImageUploadStatus.tsx'
export {
  UserImageUploadTrigger,
  type UserImageUploadTriggerProps,
} from './react/image-upload/UserImageUploadTrigger.tsx'
