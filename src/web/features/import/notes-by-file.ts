/** Notes under the file that each begins with ("orders.csv: wide rows"), without its name; the rest are about all files. */
export function notesByFile(
  names: readonly string[],
  notes: readonly string[],
): { readonly about: ReadonlyMap<string, readonly string[]>; readonly rest: readonly string[] } {
  const about = new Map<string, string[]>()
  const rest: string[] = []
  for (const note of notes) {
    const name = names.find((one) => note.startsWith(`${one}: `) || note.startsWith(`${one} is `))
    if (name === undefined) rest.push(note)
    else about.set(name, [...(about.get(name) ?? []), note.slice(name.length).replace(/^:/, '').trim()])
  }
  return { about, rest }
}
