/** A variable of the skin, as tokens.css tells of it. */
export interface Token {
  name: `--avatarkit-${string}`
  /** The comment before it. */
  meaning: string
  /** Variables that stand in where it is not set, in their order. */
  fallbacks: string[]
  /** What stands in where none of them is; empty where nothing does. */
  value: string
}

export interface TokenGroup {
  title: string
  tokens: Token[]
}

const line =
  /^ *(?:\/\* (?<comment>[^*]*) \*\/|(?:--_[\w-]+|color-scheme): var\((?<name>--avatarkit-[\w-]+)(?<rest>.*)\);)$/gm

/** What follows a variable's name: `, var(--a, var(--b, value))`. */
function fallbackOf(rest: string): Pick<Token, 'fallbacks' | 'value'> {
  const fallbacks: string[] = []
  let value = rest.replace(/^, /, '')
  for (
    let inner = /^var\((--[\w-]+)(?:, (.*))?\)$/.exec(value);
    inner;
    inner = /^var\((--[\w-]+)(?:, (.*))?\)$/.exec(value)
  ) {
    fallbacks.push(inner[1]!)
    value = inner[2] ?? ''
  }
  return { fallbacks, value }
}

/** Every variable that tokens.css reads, in its order: a comment alone between blank lines opens a group. */
export function tokensOf(css: string): TokenGroup[] {
  const groups: TokenGroup[] = []
  const own = new Map<string, string>()
  let comment = ''
  for (const { groups: found, index, 0: text } of css.matchAll(line)) {
    const { comment: said, name, rest = '' } = found!
    if (said !== undefined) {
      if (css.startsWith('\n\n', index + text.length)) groups.push({ title: said, tokens: [] })
      comment = said
      continue
    }
    if (!name) continue
    own.set(text.trim().split(':')[0]!, name)
    const { fallbacks, value } = fallbackOf(rest)
    const token = {
      name: name as Token['name'],
      meaning: comment,
      fallbacks: fallbacks.map((one) => own.get(one) ?? one).filter((one) => !one.startsWith('--_')),
      value,
    }
    groups.at(-1)?.tokens.push(token)
    comment = ''
  }
  return groups
}
