export const median = (figures: number[]): number => figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)]!

const show = (figure: number | undefined) => (figure === undefined ? '–' : figure.toFixed(figure < 10 ? 2 : 1))

/** A line of a table: its title, and a cell for each contestant. */
export const line = (title: string, cells: (string | number)[]): string =>
  title.padEnd(34) + cells.map((cell) => String(cell).padStart(16)).join('')

/**
 * Measures every contestant once in each round, in another order each time, and prints medians. Behind each stands
 * the median of its ratios to the first contestant in the same round, so that what else the machine does then
 * weighs on both.
 */
export async function contest<TName extends string, TFigure extends string>(
  title: string,
  names: readonly TName[],
  rounds: number,
  figures: Record<TFigure, string>,
  measure: (name: TName) => Promise<Record<TFigure, number>>,
): Promise<void> {
  // Warms the browser.
  await measure(names[0]!)
  const all = {} as Record<TName, Record<TFigure, number>[]>
  for (const name of names) all[name] = []
  for (let round = 0; round < rounds; round++)
    for (let at = 0; at < names.length; at++) {
      const name = names[(at + round) % names.length]!
      all[name].push(await measure(name))
    }
  console.log(`\n${line(`${title}, ${rounds} ${rounds === 1 ? 'round' : 'rounds'}`, [...names])}`)
  for (const figure of Object.keys(figures) as TFigure[]) {
    const of = (name: TName) => all[name].map((one) => one[figure])
    const first = of(names[0]!)
    console.log(
      line(
        figures[figure],
        names.map((name, at) => {
          const ratio = median(of(name).map((value, round) => value / first[round]!))
          return at === 0 ? show(median(of(name))) : `${show(median(of(name)))} ×${ratio.toFixed(2)}`
        }),
      ),
    )
  }
}
