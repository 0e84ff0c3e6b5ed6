/** Contrast as WCAG measures it, of what the browser itself paints: it mixes and lays over each other whatever CSS says. */

const canvas = document.createElement('canvas')
canvas.width = 1
canvas.height = 1
const context = canvas.getContext('2d', { willReadFrequently: true })!

function paint(colours: readonly string[]): [number, number, number] {
  context.clearRect(0, 0, 1, 1)
  for (const colour of colours) {
    context.fillStyle = colour
    context.fillRect(0, 0, 1, 1)
  }
  const [red, green, blue] = context.getImageData(0, 0, 1, 1).data
  return [red!, green!, blue!]
}

function luminance(rgb: readonly [number, number, number]): number {
  const [red, green, blue] = rgb.map((value) => {
    const part = value / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
}

/** The backgrounds behind an element, the farthest first, its own last. */
export function grounds(element: Element): string[] {
  const found: string[] = []
  for (let one: Element | null = element; one; one = one.parentElement)
    found.unshift(getComputedStyle(one).backgroundColor)
  return [getComputedStyle(document.documentElement).colorScheme === 'dark' ? '#121212' : '#ffffff', ...found]
}

/** From 1 to 21: a colour over its ground, which is given as what lies over each other. */
export function contrast(colour: string, ground: readonly string[]): number {
  const [light, dark] = [luminance(paint([...ground, colour])), luminance(paint(ground))].sort(
    (one, other) => other - one,
  )
  return (light! + 0.05) / (dark! + 0.05)
}
