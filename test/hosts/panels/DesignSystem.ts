import type { ReactElement, ReactNode } from 'react'

export type Scheme = 'light' | 'dark'

/** A panel made with somebody else's components, as its own documentation has it made. */
export interface DesignSystem {
  name: string
  /** The kit's stylesheets as this panel imports them, after its own: their text, in their order. */
  styles: string[]
  /** What it does to the document in light and in dark. */
  setScheme: (scheme: Scheme) => void
  /** Its providers around the whole application. */
  Panel: (props: { scheme: Scheme; children: ReactNode }) => ReactElement
  /** Buttons, fields, a table, a card, text: what the kit must not touch. */
  Elements: () => ReactElement
  /** A text in its own error colour, and nothing else. */
  Danger: () => ReactElement
  Modal: (props: { open: boolean; title: string; onClose: () => void; children: ReactNode }) => ReactElement
}
