/** Header names made usable: an empty one becomes "column N", a repeated one gets " (2)". */
export function uniqueNames(header: readonly string[]): readonly string[] {
  const taken = new Set<string>()
  return header.map((name, index) => {
    const base = name.trim() === '' ? `column ${index + 1}` : name
    let unique = base
    for (let n = 2; taken.has(unique); n++) unique = `${base} (${n})`
    taken.add(unique)
    return unique
  })
}
