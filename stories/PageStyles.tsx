import { type ReactNode, useInsertionEffect } from 'react'

/** A stylesheet of the page's while its children are shown; not a `<style>`, which a strict policy refuses. */
export function PageStyles({ css, children }: { css: string; children: ReactNode }) {
  useInsertionEffect(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
    document.adoptedStyleSheets.push(sheet)
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet)
    }
  }, [css])
  return children
}
