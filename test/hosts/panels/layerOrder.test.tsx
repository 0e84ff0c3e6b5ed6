import { Button as MantineButton, MantineProvider } from '@mantine/core'
import mantineSheet from '@mantine/core/styles.layer.css?inline'
import {
  CssBaseline,
  createTheme,
  GlobalStyles,
  Button as MuiButton,
  StyledEngineProvider,
  ThemeProvider,
} from '@mui/material'
import { cleanup, render, screen } from '@testing-library/react'
import { UserAvatarManager } from 'avatarkit'
import kit from 'avatarkit/styles.css?inline'
import tailwindOrder from 'avatarkit/tailwind.css?inline'
import type { ReactNode } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import guide from '../../../stories/guides/DesignSystems.mdx?raw'
import { people } from '../../../stories/people.ts'
import { App } from './App.tsx'
import { openQuestion, section, triggerIn } from './kitParts.ts'
import kitInTailwind from './layers/kitInTailwind.css?inline'
import tailwind from './layers/tailwind.css?inline'
import tailwindThenKit from './layers/tailwindThenKit.css?inline'
import { wear } from './measure.ts'

interface Host {
  name: string
  /** What the guide tells this panel to write. */
  told: string
  /** The stylesheet that says the order, before all others. */
  order: string
  /** The panel's own stylesheets. */
  own: string[]
  Panel?: (props: { children: ReactNode }) => ReactNode
  /** A button of its library, `plain` and with the panel's classes. */
  Button?: (props: { className?: string; children: string }) => ReactNode
}

/** Classes of the panel: 3 px of padding, in capitals. */
const classes = 'p-[3px] uppercase own'
const reset = '*, *::before, *::after { margin: 0; padding: 0; border: 0; font: inherit; box-sizing: border-box }'
const own = '.own { padding: 3px; text-transform: uppercase }'

const theme = createTheme({ cssVariables: true })
const muiOrder = '@layer theme, base, mui, components, avatarkit, utilities;'

const hosts: Host[] = [
  { name: 'Tailwind', told: "@import 'avatarkit/tailwind.css';", order: tailwindOrder, own: [tailwind] },
  {
    name: 'Tailwind and MUI, the order in a stylesheet',
    told: muiOrder,
    order: muiOrder,
    own: [tailwind],
    // As in Next.js, where MUI writes nothing at the top of the page: without its variables and its reset.
    Panel: ({ children }) => <StyledEngineProvider enableCssLayer>{children}</StyledEngineProvider>,
    Button: MuiButton,
  },
  {
    name: 'Tailwind and MUI, the order in a component',
    told: `<GlobalStyles styles="${muiOrder}" />`,
    order: '',
    own: [tailwind],
    Panel: ({ children }) => (
      <StyledEngineProvider enableCssLayer>
        <GlobalStyles styles={muiOrder} />
        <ThemeProvider theme={theme}>
          <CssBaseline />
          {children}
        </ThemeProvider>
      </StyledEngineProvider>
    ),
    Button: MuiButton,
  },
  {
    name: 'Tailwind and Mantine',
    told: '@layer theme, base, mantine, components, avatarkit, utilities;',
    order: '@layer theme, base, mantine, components, avatarkit, utilities;',
    own: [mantineSheet, tailwind],
    Panel: ({ children }) => <MantineProvider>{children}</MantineProvider>,
    Button: MantineButton,
  },
  {
    name: 'Panda',
    told: '@layer reset, base, tokens, recipes, avatarkit, utilities;',
    order: '@layer reset, base, tokens, recipes, avatarkit, utilities;',
    own: [`@layer reset { ${reset} } @layer base { :root { color: #111 } } @layer utilities { ${own} }`],
  },
  {
    name: 'an order of the panel’s own',
    told: '@layer reset, base, avatarkit, components;',
    order: '@layer reset, base, avatarkit, components;',
    own: [`@layer reset { ${reset} } @layer base { button { padding: 0 } } @layer components { ${own} }`],
  },
]

let undress = () => {}
afterEach(() => {
  cleanup()
  undress()
})

const Bare = ({ children }: { children: ReactNode }) => <>{children}</>
/** The panel with these stylesheets, as its build puts them in the head: before what a library writes while it runs. */
function open(sheets: string[], { Panel = Bare, Button }: Partial<Host> = {}) {
  const point = document.querySelector('meta[name="emotion-insertion-point"]')
  undress = wear(sheets, document.head, point ? point.nextSibling : document.head.firstChild)
  render(
    <App system={{ Panel: ({ children }) => <Panel>{children}</Panel> }}>
      {Button ? (
        <>
          <Button>Plain</Button>
          <Button className={classes}>Own</Button>
        </>
      ) : null}
      <section aria-label="Ada">
        <UserAvatarManager user={people.ada} classNames={{ removeTrigger: classes }} />
      </section>
    </App>,
  )
}

/** Where the kit's question lies, and what the panel's classes make of the kit's button. */
async function look() {
  const { padding, textTransform } = getComputedStyle(triggerIn(section('Ada')))
  const dialog = await openQuestion(section('Ada'))
  const { left, right, top, bottom } = dialog.getBoundingClientRect()
  return {
    centred: Math.abs(left + right - innerWidth) <= 1 && Math.abs(top + bottom - innerHeight) <= 1,
    padding: getComputedStyle(dialog).padding,
    trigger: `${padding} ${textTransform}`,
  }
}

const right = { centred: true, padding: '24px', trigger: '3px uppercase' }

const ordersOf = ({ order, own }: Host) => Object.entries({ before: [order, kit, ...own], after: [order, ...own, kit] })

describe.each(hosts)('$name', (host) => {
  it.each(ordersOf(host))(
    'with the kit’s stylesheet %s the panel’s: the question is in the middle, and the panel’s classes win',
    async (_, sheets) => {
      open(sheets, host)
      expect(await look()).toEqual(right)
    },
  )

  it('is in the guide', () => {
    expect(guide).toContain(host.told)
  })
})

describe.each(hosts.filter(({ Button }) => Button))('$name', (host) => {
  it.each(ordersOf(host))(
    'with the kit’s stylesheet %s the panel’s: its library’s buttons beat the reset, and its classes beat them',
    (_, sheets) => {
      open(sheets, host)
      const paddingOf = (name: string) => getComputedStyle(screen.getByRole('button', { name })).padding
      expect(paddingOf('Plain')).toMatch(/^\d+px [1-9]\d*px$/)
      expect(paddingOf('Own')).toBe('3px')
    },
  )
})

describe('one stylesheet that imports the others, made by Tailwind’s compiler', () => {
  it.each([
    ['the kit first', kitInTailwind],
    ['Tailwind first', tailwindThenKit],
  ])('%s', async (_, sheet) => {
    open([sheet])
    expect(await look()).toEqual(right)
  })
})

describe('Tailwind without the order', () => {
  it('before it, the question loses its place and its padding to the reset', async () => {
    open([kit, tailwind])
    expect(await look()).toMatchObject({ centred: false, padding: '0px' })
  })

  it('after it, the panel’s classes lose', async () => {
    open([tailwind, kit])
    const { trigger, ...question } = await look()
    expect(question).toEqual({ centred: true, padding: '24px' })
    expect(trigger).not.toBe(right.trigger)
  })
})
