/** Words of `avatarkit/bulk`. */
export interface BulkMessages {
  /** The trigger while nothing is selected that can be removed. */
  removeImages: string
  /** The trigger, and what confirms. */
  removeCount: (count: number) => string
  dialogTitle: (count: number) => string
  dialogDescription: (count: number) => string
  /** How many of the selected have no image, and are skipped. */
  withoutImage: (count: number) => string
  /** How many of the selected the person in front may not change, and are skipped. */
  notAllowed: (count: number) => string
  /** Where the provider may take the pictures anew from elsewhere. */
  imagesMayReturn: string
  /** Name of the list of faces. */
  faces: string
  /** After the faces: those that are not shown, in few letters and in full. */
  more: (count: number) => string
  moreSpoken: (count: number) => string
  /** What a run is about: its heading while it runs. */
  running: (total: number) => string
  /** Name of the bar. */
  progress: string
  /** Beside the bar, and spoken now and then: how many of all have ended. */
  ended: (counts: { done: number; failed: number; notSent: number }) => string
  soFar: (counts: { done: number; failed: number; total: number }) => string
  done: (count: number) => string
  failed: (count: number) => string
  waiting: (count: number) => string
  notSent: (count: number) => string
  /** The server asked for patience; beside the bar with the seconds that are left. */
  paused: (seconds: number) => string
  offline: string
  stopping: string
  elsewhere: string
  /** After the page was loaded again. */
  interrupted: (counts: { left: number; total: number }) => string
  interruptedHint: string
  stop: string
  goOn: string
  giveUp: string
  retryFailed: (count: number) => string
  sendRest: (count: number) => string
  /** Name of "Try again" for one person. */
  tryAgainFor: (name: string) => string
  /** The report as a file for spreadsheets. */
  downloadReport: string
  /** The same for programs; says JSON. */
  downloadJson: string
  /** Takes a run that has ended off the page. */
  dismiss: string
  /** Name of the list of failures. */
  failures: string
  showMore: (count: number) => string
  /** Name of the place where runs are shown. */
  runs: string
  minimise: string
  restore: string
  /** The name of the file, without its ending. */
  reportFile: string
  reportColumns: Record<'id' | 'name' | 'email' | 'outcome' | 'error' | 'time', string>
  outcomes: Record<'done' | 'failed' | 'not-sent' | 'waiting', string>
}
