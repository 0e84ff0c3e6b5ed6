import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, waitFor } from 'storybook/test'
import '../src/styles/desk.css'
import dense from '../src/styles/themes/dense.css?inline'
import warm from '../src/styles/themes/warm.css?inline'
import { PageStyles } from './PageStyles.tsx'
import { ThemeGallery } from './ThemeGallery.tsx'
import './themes.css'

// A theme is for a whole page. Here each is kept to its panes.
const themes = [
  { name: 'default', title: 'Default', css: '' },
  { name: 'dense', title: 'Dense', css: dense },
  { name: 'warm', title: 'Warm', css: warm },
]
const css = themes.map(({ name, css: text }) => text.replaceAll(':root', `[data-story-theme='${name}']`)).join('\n')
const schemes = ['light', 'dark'] as const

/** The kit’s own looks. The toolbar puts every other story into one of them. */
const meta = {
  title: 'Themes',
  component: ThemeGallery,
} satisfies Meta<typeof ThemeGallery>

export default meta
type Story = StoryObj<typeof meta>

/** As the toolbar says. */
export const AsChosen: Story = {
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('checkbox', { name: 'Select Ada Mansour' })).toBeVisible()
  },
}

/** Each theme, light and dark, in one page: the nearest `data-theme` counts. */
export const SideBySide: Story = {
  parameters: {
    // The same parts six times over: their landmarks have the same names six times.
    a11y: { config: { rules: [{ id: 'landmark-unique', enabled: false }] } },
  },
  render: () => (
    <PageStyles css={css}>
      <div className="theme-panes">
        {themes.flatMap(({ name, title }) =>
          schemes.map((scheme) => (
            <section
              key={`${name} ${scheme}`}
              className="theme-pane"
              data-story-theme={name}
              data-theme={scheme}
              aria-label={`${title}, ${scheme}`}
            >
              <h2>
                {title}, {scheme}
              </h2>
              <ThemeGallery brief />
            </section>
          )),
        )}
      </div>
    </PageStyles>
  ),
  play: async ({ canvasElement }) => {
    const pane = (name: string, scheme: string) =>
      canvasElement.querySelector<HTMLElement>(`[data-story-theme="${name}"][data-theme="${scheme}"]`)!
    const trigger = (name: string, scheme: string) =>
      pane(name, scheme).querySelector<HTMLElement>('[data-slot="user-avatar-manager-remove-trigger"]')!
    await waitFor(() => expect(trigger('warm', 'dark')).toBeVisible())
    await expect(themes.map(({ name }) => trigger(name, 'light').offsetHeight)).toEqual([34, 30, 38])
    // Whatever the page is.
    await expect(getComputedStyle(trigger('dense', 'dark')).colorScheme).toBe('dark')
    await expect(getComputedStyle(trigger('dense', 'light')).colorScheme).toBe('light')
  },
}
