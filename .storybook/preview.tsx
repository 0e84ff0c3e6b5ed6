import { withThemeByDataAttribute } from '@storybook/addon-themes'
import type { Decorator, Preview } from '@storybook/react-vite'
import { configure } from 'storybook/test'
import '../src/styles/styles.css'
import dense from '../src/styles/themes/dense.css?inline'
import warm from '../src/styles/themes/warm.css?inline'
import { Language, languages, nameOf, writeIn } from '../stories/languages.ts'
import { PageStyles } from '../stories/PageStyles.tsx'
import './preview.css'

/** The language, and its direction unless the toolbar says another, on the document: portals are outside the story. */
const withLanguage: Decorator = (Story, { globals: { locale, direction } }) => {
  writeIn(locale, direction === 'auto' ? undefined : direction)
  return (
    <Language.Provider value={locale}>
      <Story />
    </Language.Provider>
  )
}

const looks: Record<string, string> = { dense, warm }

/** The stylesheet of the theme that is chosen, in the page while it is. */
const withLook: Decorator = (Story, { globals }) => {
  const [look = ''] = String(globals.theme ?? '').split('-')
  document.documentElement.dataset.look = look
  return (
    <PageStyles css={looks[look] ?? ''}>
      <Story />
    </PageStyles>
  )
}

/** Light and dark of each look: its name in the toolbar, and its `data-theme`. */
const themes = Object.fromEntries(
  ['', ...Object.keys(looks)].flatMap((look) =>
    ['light', 'dark'].map((scheme) => [look ? `${look}-${scheme}` : scheme, scheme]),
  ),
)

const preview: Preview = {
  decorators: [
    withLanguage,
    withLook,
    withThemeByDataAttribute({ themes, defaultTheme: 'light', attributeName: 'data-theme' }),
  ],
  globalTypes: {
    locale: {
      description: 'Language',
      toolbar: {
        title: 'Language',
        icon: 'globe',
        items: [...languages.keys()].map((value) => ({ value, title: nameOf(value) })),
        dynamicTitle: true,
      },
    },
    direction: {
      description: 'Writing direction',
      toolbar: {
        title: 'Direction',
        icon: 'transfer',
        items: [
          { value: 'auto', title: 'As the language is written' },
          { value: 'ltr', title: 'Left to right' },
          { value: 'rtl', title: 'Right to left' },
        ],
        dynamicTitle: true,
      },
    },
  },
  initialGlobals: { locale: 'en', direction: 'auto' },
  parameters: {
    layout: 'padded',
    a11y: { test: 'error' },
    controls: { matchers: { color: /(background|color)$/i, date: /At$/ } },
    options: { storySort: { order: ['Introduction', 'UserAvatarManager', 'UserAvatar', '*'] } },
  },
}

// How long the stories wait for what must happen: a busy machine takes its time.
configure({ asyncUtilTimeout: 20_000 })

export default preview
