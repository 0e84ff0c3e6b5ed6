import { onTestFinished } from 'vitest'

const REGIONS = '[role="status"], [role="alert"], [role="log"], [aria-live]'

/** How urgent a region is: its own word, or that of its role. */
function politenessOf(region: Element): string {
  return region.getAttribute('aria-live') ?? (region.getAttribute('role') === 'alert' ? 'assertive' : 'polite')
}

/**
 * Writes down, for the rest of a test, every text that comes into a live region, as a screen reader would speak it:
 * "polite: Profile image removed". What leaves a region is not spoken. A region that comes with its words inside is
 * noted as "… (with its region): …": of these only alerts are spoken reliably.
 */
export function recordAnnouncements(): string[] {
  const said: string[] = []
  const watch = new MutationObserver((mutations) => {
    const regions = new Map<Element, boolean>()
    for (const { type, target, addedNodes } of mutations) {
      const around = (target instanceof Element ? target : target.parentElement)?.closest(REGIONS)
      if (around && (type === 'characterData' || addedNodes.length > 0)) regions.set(around, false)
      if (around) continue
      for (const node of addedNodes) {
        if (!(node instanceof Element)) continue
        for (const region of [node, ...node.querySelectorAll('*')])
          if (region.matches(REGIONS)) regions.set(region, true)
      }
    }
    for (const [region, isNew] of regions) {
      const words = region.textContent?.trim().replace(/\s+/g, ' ')
      const politeness = politenessOf(region)
      if (words && politeness !== 'off' && region.isConnected)
        said.push(`${politeness}${isNew && politeness !== 'assertive' ? ' (with its region)' : ''}: ${words}`)
    }
  })
  watch.observe(document.body, { subtree: true, childList: true, characterData: true })
  onTestFinished(() => watch.disconnect())
  return said
}
