/** A generator of numbers from 0 to 1 that gives the same row for the same text, on every machine. */
export function randomFrom(text: string): Random {
  let state = 2166136261
  for (let index = 0; index < text.length; index++) state = Math.imul(state ^ text.charCodeAt(index), 16777619)
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  return {
    next,
    between: (low, high) => low + next() * (high - low),
    whole: (below) => Math.floor(next() * below),
    pick: (list) => list[Math.floor(next() * list.length)]!,
  }
}

export interface Random {
  next(): number
  between(low: number, high: number): number
  whole(below: number): number
  pick<T>(list: readonly T[]): T
}
