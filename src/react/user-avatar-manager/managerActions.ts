import type { User } from '../../core/user.ts'
import type { RemovalAnswers } from '../reason/RemovalQuestions.ts'
import { holdRemoval, sendRemoval } from '../removeUserProfileImage.ts'
import { focusFirst, openersOf, successorsOf } from './focus.ts'
import type { Manager } from './manager.ts'

/** The question as it was last asked. */
interface Question {
  /** What was pressed, and where it was in a menu, the menu's own trigger. */
  openers: HTMLElement[]
  /** Where the focus goes when they are gone. */
  successors: HTMLElement[]
  /** Not answered yet. Changes at once, so that neither a double click nor a click on a closing dialog counts twice. */
  open: boolean
  /** What was answered beside yes, and of whom: kept until the image is gone, for whoever tries again. */
  answers?: RemovalAnswers & { userId: string }
}

/** By the ref of the manager's root; most managers of a page are never asked. */
const questions = new WeakMap<Manager['rootRef'], Question>()

function questionOf({ rootRef }: Manager): Question {
  const question = questions.get(rootRef) ?? { openers: [], successors: [], open: false }
  questions.set(rootRef, question)
  return question
}

export function setOpen(manager: Manager, open: boolean): void {
  questionOf(manager).open = open
  manager.setLocal((old) => ({ ...old, open }))
  manager.options.onOpenChange?.(open)
}

/** Opens the dialog, or removes at once where none is wanted. `opener` gets the focus back. */
export function ask(manager: Manager, opener: HTMLElement | null): void {
  if (!manager.removable) return
  Object.assign(
    questionOf(manager),
    opener ? { openers: openersOf(opener), successors: successorsOf(opener) } : { openers: [], successors: [] },
  )
  manager.kit.ledger.dismiss(manager.userId)
  if (manager.options.confirm ?? true) setOpen(manager, true)
  else send(manager)
}

/** What was answered before, where that came to nothing. */
export function answersOf(manager: Manager): RemovalAnswers | undefined {
  const { answers } = questionOf(manager)
  return answers?.userId === manager.userId ? answers : undefined
}

/** The dialog was confirmed. */
export function confirmRemoval(manager: Manager, answers?: RemovalAnswers): void {
  const question = questionOf(manager)
  if (!question.open && manager.options.open === undefined) return
  const status = manager.kit.ledger.get(manager.userId)?.imageStatus ?? 'idle'
  if (status !== 'idle' && status !== 'failed') return
  question.open = false
  question.answers = answers && { ...answers, userId: manager.userId }
  send(manager)
  if (manager.mode === 'pessimistic') question.open = true
  else setOpen(manager, false)
}

function send(manager: Manager): void {
  const { kit, user, name, mode, options, setLocal } = manager
  if (!user) return
  setLocal((old) => ({ ...old, removed: false }))
  const { onError } = options
  const answers = answersOf(manager)
  const onRemoved = (after: User) => {
    questionOf(manager).answers = undefined
    setLocal((old) => ({ ...old, removed: true }))
    if (mode === 'pessimistic') setOpen(manager, false)
    options.onRemoved?.(after)
  }
  if (mode === 'undoable')
    holdRemoval(kit, user, { name, onError, onRemoved, onUndone: () => restoreFocus(manager) }, answers)
  else sendRemoval(kit, user, { mode, name, onError, onRemoved }, answers)
}

/** Tries again what failed. */
export function retry(manager: Manager): void {
  restoreFocus(manager)
  if (manager.reload) manager.reload()
  // It failed elsewhere, or without what this one asks.
  else if (typeof manager.options.confirm === 'object' && !answersOf(manager))
    ask(manager, document.activeElement as HTMLElement)
  else send(manager)
}

export function dismiss(manager: Manager): void {
  restoreFocus(manager)
  manager.kit.ledger.dismiss(manager.userId)
}

/** Puts the focus where it belongs after a dialog or a button is gone. */
export function restoreFocus(manager: Manager): void {
  const { openers, successors } = questionOf(manager)
  const root = manager.rootRef.current
  const trigger = root?.querySelector<HTMLElement>('[data-slot="user-avatar-manager-remove-trigger"]')
  focusFirst([...openers, trigger, root, ...successors])
}
