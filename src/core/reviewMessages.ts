import type { ErrorCode } from './errors.ts'

/** Words of `avatarkit/review`. */
export interface ReviewMessages {
  /** Names the whole. */
  label: string
  /** Names the grid of pictures. */
  grid: string
  left: (number: { count: number }) => string
  done: (number: { count: number }) => string
  /** Removals that are sent when the connection is back. */
  waiting: (number: { count: number }) => string
  keep: string
  remove: string
  skip: string
  /** The last decision. */
  undo: string
  /** The decision on one picture. */
  undoOne: (name: string) => string
  kept: string
  removed: string
  removedFor: (reason: string) => string
  /** Somebody tried to undo it, and it was too late. */
  removedForGood: string
  skipped: string
  /** Spoken. */
  saidKept: (name: string) => string
  saidRemoved: (name: string) => string
  saidSkipped: (name: string) => string
  saidUndone: (name: string) => string
  saidFinal: (name: string) => string
  saidFailed: (name: string) => string
  saidNotRestored: (name: string) => string
  /** Names the group of undo and how pictures are covered. */
  toolbar: string
  reveal: string
  revealAll: string
  enlarge: string
  blur: string
  blurs: Record<'none' | 'light' | 'medium' | 'strong', string>
  grey: string
  /** Beside initials, where a picture is that does not load. */
  broken: string
  reason: string
  /** Names the list of keys. */
  legend: string
  commands: Record<'keep' | 'remove' | 'skip' | 'undo' | 'reveal', string>
  keyReason: string
  keyHold: string
  keyEnlarge: string
  keyMove: string
  /** Keys that have no letter, by `KeyboardEvent.key`; `Arrows` stands for the four. */
  keyNames: Record<string, string>
  /** Switches single keys on and off. */
  singleKeys: string
  /** Names what is told of the person in front. */
  context: string
  email: string
  username: string
  status: string
  active: string
  banned: string
  joined: string
  lastActive: string
  previousPictures: string
  /** What became of an earlier picture. `at` in Unix ms; `reason` in words. */
  event: (event: { type: 'removed' | 'set' | 'restored'; at: number; reason?: string }) => string
  /** Names what is after the pictures. */
  pages: string
  previousPage: string
  nextPage: string
  goToUndecided: (number: { count: number }) => string
  loading: string
  offline: string
  loadFailed: string
  /** Why, and what to do, where that is known. */
  loadErrors: Partial<Record<ErrorCode, string>>
  allDone: string
  allDoneText: (number: { count: number }) => string
  nothing: string
  nothingText: string
  revisitSkipped: (number: { count: number }) => string
  /** Reads the list again, for what came meanwhile. */
  lookAgain: string
}
