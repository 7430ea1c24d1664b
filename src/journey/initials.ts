/** Up to two letters that stand for a name: "Ada Lovelace" gives AL, "bo" gives B. An empty name gives "?". */
export function initials(name: string): string {
  const words = name
    .trim()
    .split(/\s+/)
    .map((word) => [...word].find((letter) => /[\p{L}\p{N}]/u.test(letter)))
    .filter((letter) => letter !== undefined)
  const [first, ...rest] = words
  const last = rest.at(-1)
  return first === undefined ? '?' : (first + (last ?? '')).toUpperCase()
}
