import { countFibers, countRendered, startCounting } from './fibers.ts'
import 'avatarkit/styles.css'
import 'avatarkit/desk.css'
import './page.css'
import { createRoot } from 'react-dom/client'
import { bare, bareWindowed, parts, recipe, recipeWindowed, table, tableEndless } from './contestants.tsx'
import { painted, press, responsive, scrollFrames, timeToPaint, until } from './frames.ts'
import { type Company, company } from './people.ts'
import { reviewKeys } from './review.tsx'

const contestants = { bare, bareWindowed, recipe, recipeWindowed, parts, table, tableEndless }
export type Name = keyof typeof contestants

/** The row whose image is removed: in view, and not the first. */
const ROW = 5
/** As long as a quick reader takes. */
const READ_MS = 400

const all = (selector: string) => document.querySelectorAll<HTMLElement>(selector)
const rows = () => all('li, [data-slot="user-table-row"]')
const image = () => rows()[ROW]!.querySelector('img')
const dialog = () => document.querySelector('[role="alertdialog"]')
const opener = () => rows()[ROW]!.querySelector('button')!
const confirmButton = () => all('[role="alertdialog"] [data-slot$="-confirm"]')[0]!

let staff: Company

function mount(name: Name, count: number): void {
  staff = company(count)
  createRoot(document.getElementById('app')!).render(contestants[name](staff))
}

/** Whether the rows are there, all of them or those in view. */
const isShown = (name: Name, count: number) =>
  all('li img, [data-slot="user-table-row"] img').length >= (/windowed|endless/i.test(name) ? 9 : count)

const isRemoved = () => !image() && !dialog() && staff.isQuiet()

/** What the runner calls. Times are in milliseconds. */
const bench = {
  async load(name: Name, count: number) {
    staff = company(count)
    const start = performance.now()
    mount(name, count)
    await until(() => isShown(name, count))
    return (await painted()) - start
  },
  async open() {
    await responsive()
    const ms = await timeToPaint(() => opener().click())
    await until(dialog)
    await new Promise((resolve) => setTimeout(resolve, READ_MS))
    await responsive()
    return ms
  },
  /** `after` ends when the dialog and the image are gone, every reply is in, and the page is responsive again. */
  async confirm() {
    const start = performance.now()
    const confirm = await timeToPaint(() => confirmButton().click())
    await until(isRemoved)
    return { confirm, after: (await responsive()) - start }
  },
  async scroll(name: Name, count: number) {
    await bench.load(name, count)
    await responsive()
    const view = document.querySelector('[data-slot="user-table-viewport"]') ?? document.scrollingElement!
    await scrollFrames(view, 56, 15)
    return scrollFrames(view, 150, 60)
  },
  reviewKeys,
  // What counts are made of: the runner holds the clock, so that nothing depends on the machine.
  mount,
  isShown,
  isRemoved,
  isOpen: () => dialog() !== null,
  clickOpen: () => opener().click(),
  clickConfirm: () => confirmButton().click(),
  /** Whether there are cells, one of which has the focus now. */
  focusCell() {
    const cell = all('[role="rowheader"]')[0]
    cell?.focus()
    return cell !== undefined
  },
  pressArrowDown: () => press('ArrowDown'),
  startCounting,
  countRendered,
  countFibers,
  countAttributes: () => [...all('*')].reduce((sum, { attributes }) => sum + attributes.length, 0),
}

declare global {
  interface Window {
    bench: typeof bench
  }
}
window.bench = bench
