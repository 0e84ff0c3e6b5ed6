import { withThemeByDataAttribute } from '@storybook/addon-themes'
import type { Decorator, Preview } from '@storybook/react-vite'
import '../src/styles/styles.css'
import { Language, languages, nameOf, writeIn } from '../stories/languages.ts'
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

const preview: Preview = {
  decorators: [withLanguage, withThemeByDataAttribute({ themes: { light: 'light', dark: 'dark' }, defaultTheme: 'light', attributeName: 'data-theme' })],
  globalTypes: {
    locale: {
      description: 'Language',
      toolbar: { title: 'Language', icon: 'globe', items: [...languages.keys()].map((value) => ({ value, title: nameOf(value) })), dynamicTitle: true },
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

export default preview
