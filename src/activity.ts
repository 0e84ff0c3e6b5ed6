export { type ReasonControl, ReasonFields, type ReasonFieldsProps } from './react/reason/ReasonFields.tsx'
export { defaultReasons, type RemovalAnswers, type RemovalQuestions, type RemovalReason } from './react/reason/RemovalQuestions.ts'
