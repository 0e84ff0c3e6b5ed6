import { page } from 'vitest/browser'

/** The element as it is painted, once two pictures of it in a row are the same. */
export async function pictureOf(element: Element): Promise<string> {
  let before = ''
  for (let tries = 0; tries < 12; tries++) {
    const now = await page.screenshot({ element, save: false })
    if (now === before) return now
    before = now
  }
  throw new Error('It does not come to rest')
}

/** Puts stylesheets at the end of the page's head, or before something in it; takes them out again. */
export function wear(styles: readonly string[], root: Node = document.head, before: Node | null = null): () => void {
  const elements = styles.map((text) => {
    const style = document.createElement('style')
    style.textContent = text
    root.insertBefore(style, before)
    return style
  })
  return () => {
    for (const element of elements) element.remove()
  }
}

type Colour = [red: number, green: number, blue: number, alpha: number]

const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!

/** Any colour that CSS knows, as the screen shows it. */
export function colourOf(css: string): Colour {
  canvas.clearRect(0, 0, 1, 1)
  canvas.fillStyle = css
  canvas.fillRect(0, 0, 1, 1)
  const [red, green, blue, alpha] = canvas.getImageData(0, 0, 1, 1).data
  return [red!, green!, blue!, alpha! / 255]
}

const over = (top: Colour, below: Colour): Colour =>
  [0, 1, 2].map((at) => top[at]! * top[3] + below[at]! * (1 - top[3])).concat(1) as Colour

/** The ground on which the element's text stands. */
function groundOf(element: Element): Colour {
  const grounds: Colour[] = []
  for (
    let at: Element | null = element;
    at;
    at = at.parentElement ?? ((at.getRootNode() as ShadowRoot).host as Element | undefined) ?? null
  ) {
    grounds.push(colourOf(getComputedStyle(at).backgroundColor))
  }
  const probe = document.createElement('i')
  probe.style.color = 'Canvas'
  document.documentElement.append(probe)
  const paper = colourOf(getComputedStyle(probe).color)
  probe.remove()
  return grounds.reduceRight((below, top) => over(top, below), paper)
}

function luminanceOf([red, green, blue]: Colour): number {
  const [r, g, b] = [red, green, blue].map((value) =>
    value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
  ) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** As WCAG has it, between a text and what is behind it. */
export function contrastOf(element: Element): number {
  const ground = groundOf(element)
  const [one, other] = [luminanceOf(over(colourOf(getComputedStyle(element).color), ground)), luminanceOf(ground)]
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
}

/** Elements with a text of their own that can be seen. What cannot be used need not stand out. */
export function textsIn(roots: Iterable<Element>): HTMLElement[] {
  return [...roots]
    .flatMap((root) => [root, ...root.querySelectorAll('*')])
    .filter((element): element is HTMLElement => element instanceof HTMLElement)
    .filter((element) =>
      [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent!.trim() !== ''),
    )
    .filter(
      (element) =>
        element.checkVisibility({ visibilityProperty: true }) &&
        element.offsetWidth > 1 &&
        !element.closest('[aria-disabled="true"]'),
    )
}

/** Whether something cuts the element's text off that should not. */
export function isCut(element: Element): boolean {
  const range = document.createRange()
  range.selectNodeContents(element)
  const text = range.getBoundingClientRect()
  for (let at: Element | null = element; at?.closest('[data-slot]'); at = at.parentElement) {
    const { overflowX, textOverflow } = getComputedStyle(at)
    if (textOverflow === 'ellipsis') return false
    const box = at.getBoundingClientRect()
    if (
      overflowX !== 'visible' &&
      (text.left < box.left - 1 || text.right > box.right + 1 || text.top < box.top - 1 || text.bottom > box.bottom + 1)
    )
      return true
    if (at.matches('button') && (text.width > box.width || text.height > box.height)) return true
  }
  return false
}

/** What a reset or an unhappy parent would change, and no design system may. */
const traits = [
  'display',
  'position',
  'fontSize',
  'fontStyle',
  'fontWeight',
  'lineHeight',
  'letterSpacing',
  'wordSpacing',
  'textAlign',
  'textIndent',
  'textTransform',
  'whiteSpaceCollapse',
  'textWrapMode',
  'paddingTop',
  'paddingRight',
  'paddingBottom',
  'paddingLeft',
  'borderTopWidth',
  'borderInlineStartWidth',
  'listStyleType',
  'cursor',
] as const

const margins = ['marginTop', 'marginRight', 'marginBottom', 'marginLeft'] as const

/** The shape of every part, a line for each trait: `user-avatar 2: fontSize 14px`. */
export function shapesIn(roots: Iterable<Element>): string[] {
  const shapes: string[] = []
  const counts: Record<string, number> = {}
  for (const element of [...roots].flatMap((root) => [root, ...root.querySelectorAll('[data-slot]')])) {
    const slot = element.getAttribute('data-slot')!
    const at = (counts[slot] = (counts[slot] ?? 0) + 1)
    const style = getComputedStyle(element)
    const { width, height } = element.getBoundingClientRect()
    const shape: Record<string, string> = {}
    for (const trait of element.matches('[data-slot$="overlay"], img') ? traits.slice(0, 2) : traits)
      shape[trait] = style[trait]
    // Where it is centred by its margins they depend on the window.
    if (style.position !== 'fixed') for (const margin of margins) shape[margin] = style[margin]
    if (element.matches('button, input, select, [data-slot="user-avatar"], [data-slot="user-avatar-image"]'))
      shape.height = `${Math.round(height * 10) / 10}`
    if (element.matches('[data-slot="user-avatar"], [data-slot="user-avatar-image"], [role="alertdialog"]'))
      shape.width = `${Math.round(width * 10) / 10}`
    for (const [trait, value] of Object.entries(shape)) shapes.push(`${slot} ${at}: ${trait} ${value}`)
  }
  return shapes
}

/** Of the colour wheel, in degrees. */
export function hueOf(css: string): number {
  const [red, green, blue] = colourOf(css)
  return (Math.atan2(Math.sqrt(3) * (green - blue), 2 * red - green - blue) * 180) / Math.PI
}
