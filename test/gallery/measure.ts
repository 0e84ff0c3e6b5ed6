import type { Page } from 'playwright'

// What a page measures of itself. Functions by declaration, which are put into the page as they stand here:
// `await measure(page, 'cutText()')`.

/** How a fault names an element. */
function nameOf(element: Element): string {
  const slot = element.closest('[data-slot]')
  const words = (element.getAttribute('aria-label') ?? element.textContent ?? '')
    .trim()
    .replace(/\s+/g, ' ')
    .slice(0, 40)
  return `${element.localName}${slot ? ` of ${slot.getAttribute('data-slot')}` : ''} “${words}”`
}

/** What can be used at the moment: an open dialog, or the page. */
function topLayer(): Element {
  return [...document.querySelectorAll('[role="alertdialog"], [role="dialog"], [role="menu"]')].at(-1) ?? document.body
}

function isSeen(element: Element): boolean {
  return element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true })
}

/** For screen readers only. */
function isHiddenFromSight(element: Element): boolean {
  for (let one: Element | null = element; one; one = one.parentElement) {
    const { width, height } = one.getBoundingClientRect()
    if (width <= 2 && height <= 2 && getComputedStyle(one).overflow !== 'visible') return true
    if (getComputedStyle(one).clipPath === 'inset(50%)') return true
  }
  return false
}

/** Every line of text that is seen, with the element that it stands in. */
function textLines(root: Element): { element: Element; rect: DOMRect }[] {
  const lines: { element: Element; rect: DOMRect }[] = []
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement!
    // Initials stand beneath the picture, or what is said in its place.
    if (
      !node.textContent?.trim() ||
      element.closest('[data-slot="user-avatar-initials"]') ||
      /^(script|style|option|noscript)$/.test(element.localName) ||
      !isSeen(element) ||
      isHiddenFromSight(element)
    )
      continue
    const range = document.createRange()
    range.selectNodeContents(node)
    for (const rect of range.getClientRects()) if (rect.width > 1) lines.push({ element, rect })
  }
  return lines
}

/** Text that something around it cuts off, where neither scrolling nor a title has it in full. */
function cutText(): string[] {
  const found = new Set<string>()
  for (const { element, rect } of textLines(document.body)) {
    for (let box: Element | null = element; box && box !== document.documentElement; box = box.parentElement) {
      const style = getComputedStyle(box)
      if (style.display === 'inline' || style.display === 'contents') continue
      const by = box.getBoundingClientRect()
      const [sideways, upright] = [/hidden|clip/.test(style.overflowX), /hidden|clip/.test(style.overflowY)]
      const over =
        (sideways && (rect.left < by.left - 1 || rect.right > by.right + 1)) ||
        (upright && (rect.top < by.top - 2 || rect.bottom > by.bottom + 2))
      if (over && !element.closest('[title]')) {
        found.add(`cut off: ${nameOf(element)} by ${nameOf(box)}`)
        break
      }
      if (/auto|scroll/.test(style.overflowX + style.overflowY) || style.position === 'fixed') break
    }
  }
  return [...found]
}

/** The nearest thing around an element that stays where it is while the rest scrolls: what scrolls may be under it. */
function pinOf(element: Element): Element | null {
  for (let one: Element | null = element; one; one = one.parentElement)
    if (/sticky|fixed/.test(getComputedStyle(one).position)) return one
  return null
}

type Box = Record<'left' | 'right' | 'top' | 'bottom', number>

/** What is left of a line in what its surroundings show of it. */
function shownOf(element: Element, rect: DOMRect): Box | undefined {
  let { left, right, top, bottom } = rect
  for (let box: Element | null = element; box && box !== document.body; box = box.parentElement) {
    const { overflowX, overflowY, display } = getComputedStyle(box)
    if (display === 'inline' || display === 'contents') continue
    const by = box.getBoundingClientRect()
    if (overflowX !== 'visible') [left, right] = [Math.max(left, by.left), Math.min(right, by.right)]
    if (overflowY !== 'visible') [top, bottom] = [Math.max(top, by.top), Math.min(bottom, by.bottom)]
  }
  return right > left && bottom > top ? { left, right, top, bottom } : undefined
}

/** Text over other text. */
function overlaps(): string[] {
  const lines = textLines(topLayer()).flatMap(({ element, rect }) => {
    const shown = shownOf(element, rect)
    return shown ? [{ element, shown, height: rect.height }] : []
  })
  const found = new Set<string>()
  lines.forEach((one, at) => {
    for (const other of lines.slice(at + 1)) {
      const wide = Math.min(one.shown.right, other.shown.right) - Math.max(one.shown.left, other.shown.left)
      const high = Math.min(one.shown.bottom, other.shown.bottom) - Math.max(one.shown.top, other.shown.top)
      // The boxes of two lines may touch: letters are lower than their line.
      if (one.element === other.element || wide <= 2 || high <= Math.min(one.height, other.height) / 3) continue
      if (pinOf(one.element) === pinOf(other.element))
        found.add(`over each other: ${nameOf(one.element)} and ${nameOf(other.element)}`)
    }
  })
  return [...found]
}

/** What makes the page scroll sideways. */
function sideways(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement
  if (scrollWidth <= clientWidth) return []
  const out = [...document.body.querySelectorAll('*')].filter(
    (one) =>
      isSeen(one) && (one.getBoundingClientRect().right > clientWidth + 1 || one.getBoundingClientRect().left < -1),
  )
  return [`the page scrolls sideways, ${scrollWidth} in ${clientWidth}: ${out.slice(0, 3).map(nameOf).join(', ')}`]
}

/** Dialogs that are not wholly on the screen. */
function dialogsThatDoNotFit(): string[] {
  return [...document.querySelectorAll('[role="alertdialog"], [role="dialog"]')].flatMap((dialog) => {
    const { left, right, top, bottom } = dialog.getBoundingClientRect()
    return left >= 0 && right <= innerWidth && top >= 0 && bottom <= innerHeight
      ? []
      : [`does not fit: ${nameOf(dialog)} ${[left, top, right, bottom].map(Math.round).join(' ')}`]
  })
}

function targets(): Element[] {
  const pressed =
    'a[href], button, input, select, textarea, summary, [role="button"], [role="checkbox"], [role="radio"], [role="slider"], [role="menuitem"], [role="tab"]'
  return [...topLayer().querySelectorAll(pressed)].filter(
    (one) => isSeen(one) && !isHiddenFromSight(one) && getComputedStyle(one).pointerEvents !== 'none',
  )
}

/** What is hit in a target's place counts for it: itself, what is in it, and its label. */
function belongsTo(hit: Element | null, target: Element): boolean {
  if (!hit) return false
  return target.contains(hit) || [...((target as HTMLInputElement).labels ?? [])].some((label) => label.contains(hit))
}

/** Targets under 24 × 24 px that have no room around them either (WCAG 2.5.8). */
function smallTargets(): string[] {
  const all = targets()
  const centre = (one: Element) => {
    const { left, top, width, height } = one.getBoundingClientRect()
    return { x: left + width / 2, y: top + height / 2 }
  }
  const small = (one: Element) => {
    const { width, height } = one.getBoundingClientRect()
    if (width >= 23.5 && height >= 23.5) return false
    one.scrollIntoView({ block: 'center', inline: 'nearest' })
    const { x, y } = centre(one)
    const corners = [-11.5, 11.5].flatMap((right) =>
      [-11.5, 11.5].map((down) => document.elementFromPoint(x + right, y + down)),
    )
    return !corners.every((hit) => belongsTo(hit, one))
  }
  const smalls = all.filter(small)
  return smalls.flatMap((one) => {
    // A link in a sentence is as high as its line.
    if (
      one.localName === 'a' &&
      getComputedStyle(one).display === 'inline' &&
      one.parentElement!.textContent!.trim() !== one.textContent!.trim()
    )
      return []
    one.scrollIntoView({ block: 'center', inline: 'nearest' })
    const { x, y } = centre(one)
    const crowded = all.find((other) => {
      if (other === one || other.contains(one) || one.contains(other)) return false
      const near = other.getBoundingClientRect()
      const away = centre(other)
      if (!belongsTo(document.elementFromPoint(away.x, away.y), other)) return false
      if (smalls.includes(other)) return Math.hypot(away.x - x, away.y - y) < 24
      return Math.hypot(Math.max(near.left - x, 0, x - near.right), Math.max(near.top - y, 0, y - near.bottom)) < 12
    })
    const { width, height } = one.getBoundingClientRect()
    return crowded
      ? [`too small, ${Math.round(width)} × ${Math.round(height)}: ${nameOf(one)}, beside ${nameOf(crowded)}`]
      : []
  })
}

/** The element with the focus, where something else is over its middle or it is off the screen (WCAG 2.4.11). */
function obscured(): string[] {
  const element = document.activeElement
  if (!element || element === document.body || isHiddenFromSight(element)) return []
  const { left, right, top, bottom } = element.getBoundingClientRect()
  const [x, y] = [
    (Math.max(left, 0) + Math.min(right, innerWidth)) / 2,
    (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2,
  ]
  if (right < 1 || bottom < 1 || left > innerWidth - 1 || top > innerHeight - 1)
    return [`focused off the screen: ${nameOf(element)}`]
  const hit = document.elementFromPoint(x, y)
  // An overlay that takes no clicks, such as a hidden checkbox's own drawing, belongs to what is around it.
  return belongsTo(hit, element) || hit?.contains(element)
    ? []
    : [`covered: ${nameOf(element)}${hit ? ` by ${nameOf(hit)}` : ''}`]
}

/** What could show that an element has the focus: on itself, and on what is next to it. */
function indicatorsOf(element: Element): string {
  const around = [
    element,
    element.nextElementSibling,
    element.parentElement,
    element.parentElement?.parentElement,
  ].filter((one) => one instanceof Element)
  return around
    .flatMap((one) => [null, '::before', '::after'].map((part) => getComputedStyle(one, part)))
    .map((style) => {
      // Forced colours leave a shadow in the style, and do not draw it.
      const shadow = matchMedia('(forced-colors: active)').matches ? '' : style.boxShadow
      const drawn =
        style.outlineStyle !== 'none' &&
        Number.parseFloat(style.outlineWidth) >= 1 &&
        !/^rgba\(.*, 0\)$/.test(style.outlineColor)
      return `${drawn ? `${style.outlineWidth} ${style.outlineColor}` : ''}|${shadow}`
    })
    .join('\n')
}

/** Those of the elements that look the same with the focus as without. */
function withoutIndicator(elements: readonly HTMLElement[]): string[] {
  return elements.flatMap((element) => {
    if (!element.isConnected) return []
    element.focus()
    if (document.activeElement !== element) return []
    const focused = indicatorsOf(element)
    element.blur()
    return focused === indicatorsOf(element) ? [`focus is not seen: ${nameOf(element)}`] : []
  })
}

/** What moves although less motion was asked for. */
function moving(): string[] {
  return document
    .getAnimations()
    .filter(
      (animation) =>
        animation.playState === 'running' && Number(animation.effect?.getComputedTiming().activeDuration) > 1,
    )
    .map((animation) => `moves: ${nameOf((animation.effect as KeyframeEffect).target!)}`)
}

const all = [
  moving,
  nameOf,
  topLayer,
  isSeen,
  isHiddenFromSight,
  textLines,
  cutText,
  pinOf,
  shownOf,
  overlaps,
  sideways,
  dialogsThatDoNotFit,
  targets,
  belongsTo,
  smallTargets,
  obscured,
  indicatorsOf,
  withoutIndicator,
]

/** Asks the page, in which the functions above are. */
export async function measure<T = string[]>(page: Page, call: string): Promise<T> {
  if (!(await page.evaluate('"nameOf" in window'))) await page.addScriptTag({ content: all.map(String).join('\n') })
  return page.evaluate<T>(call)
}
