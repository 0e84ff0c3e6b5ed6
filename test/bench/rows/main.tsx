import { countRendered } from './rendered.ts'
import 'avatarkit/styles.css'
import './rows.css'
import { createRoot } from 'react-dom/client'
import { BareRows } from './BareRows.tsx'
import { KitRows } from './KitRows.tsx'
import { company } from './people.ts'
import { RecipeRows } from './RecipeRows.tsx'

const variants = { bare: BareRows, kit: KitRows, recipe: RecipeRows }

const ROW = 5

/** What the runner calls; times in milliseconds, from the deed until its frame is painted. */
export interface Bench {
  render: (variant: keyof typeof variants, rows: number) => Promise<number>
  open: () => Promise<number>
  confirm: () => Promise<number>
  /** Components rendered from the click on confirm until the image is gone and the dialog closed. */
  countConfirm: () => Promise<number>
}

const painted = () =>
  new Promise<number>((resolve) => requestAnimationFrame(() => setTimeout(() => resolve(performance.now()))))
const image = () => document.querySelectorAll('li')[ROW]!.querySelector('img')
const dialog = () => document.querySelector('[role="alertdialog"]')

async function until(what: () => unknown): Promise<void> {
  while (!what()) await painted()
}

async function click(selector: string, at = 0): Promise<number> {
  const element = document.querySelectorAll<HTMLElement>(selector)[at]!
  const start = performance.now()
  element.click()
  return (await painted()) - start
}

async function confirm(): Promise<number> {
  const ms = await click('[role="alertdialog"] [data-slot$="-confirm"]')
  await until(() => !image() && !dialog())
  return ms
}

const bench: Bench = {
  async render(variant, rows) {
    const Rows = variants[variant]
    const people = company(rows)
    const root = createRoot(document.getElementById('app')!)
    const start = performance.now()
    root.render(<Rows company={people} />)
    await until(() => document.querySelectorAll('li').length === rows)
    return (await painted()) - start
  },
  async open() {
    await until(image)
    const ms = await click('li button', ROW)
    await until(dialog)
    // As long as a quick reader takes.
    await new Promise((resolve) => setTimeout(resolve, 600))
    return ms
  },
  confirm,
  countConfirm: () => countRendered(confirm),
}

declare global {
  interface Window {
    bench: Bench
  }
}
window.bench = bench
