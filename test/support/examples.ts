/** The TypeScript examples of a document, in their order. */
export const examplesIn = (text: string): { kind: string; code: string }[] =>
  [...text.matchAll(/^```(tsx?)\n([\s\S]*?)^```$/gm)].map(([, kind, code]) => ({ kind: kind!, code: code! }))

/** The one example that begins with the path of its file, as in `// src/App.tsx`. */
export function exampleFor(path: string, text: string): string {
  const found = examplesIn(text).filter(({ code }) => code.startsWith(`// ${path}\n`))
  if (found.length !== 1) throw new Error(`${found.length} examples begin with \`// ${path}\`. There must be one.`)
  return found[0]!.code
}
