import { withThemeByDataAttribute } from '@storybook/addon-themes'
import type { Decorator, Preview } from '@storybook/react-vite'
import '../src/styles/styles.css'
import './preview.css'

/** Left to right or right to left, on the document: portals are outside the story. */
const withDirection: Decorator = (Story, { globals }) => {
  document.documentElement.dir = globals.direction === 'rtl' ? 'rtl' : 'ltr'
  return <Story />
}

const preview: Preview = {
  decorators: [withDirection, withThemeByDataAttribute({ themes: { light: 'light', dark: 'dark' }, defaultTheme: 'light', attributeName: 'data-theme' })],
  globalTypes: {
    direction: {
      description: 'Writing direction',
      toolbar: {
        title: 'Direction',
        icon: 'transfer',
        items: [
          { value: 'ltr', title: 'Left to right' },
          { value: 'rtl', title: 'Right to left' },
        ],
        dynamicTitle: true,
      },
    },
  },
  initialGlobals: { direction: 'ltr' },
  parameters: {
    layout: 'padded',
    a11y: { test: 'error' },
    controls: { matchers: { color: /(background|color)$/i, date: /At$/ } },
    options: { storySort: { order: ['Introduction', 'UserAvatarManager', 'UserAvatar', '*'] } },
  },
}

export default preview
