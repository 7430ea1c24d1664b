/** The names most like `wanted`, best first, at most `limit`; none when nothing is near. Case, spaces and punctuation count little. */
export function nearestNames(wanted: string, names: readonly string[], limit = 3): readonly string[] {
  const target = plain(wanted)
  return names
    .map((name, order) => ({ name, order, distance: distanceTo(target, plain(name)) }))
    .filter(({ distance }) => distance <= 0.5)
    .sort((a, b) => a.distance - b.distance || a.order - b.order)
    .slice(0, limit)
    .map(({ name }) => name)
}

/** `Did you mean "a" or "b"?`, or '' when nothing is near. */
export function didYouMean(wanted: string, names: readonly string[]): string {
  const near = nearestNames(wanted, names)
  return near.length === 0
    ? ''
    : `did you mean ${listOf(
        near.map((name) => `"${name}"`),
        'or',
      )}?`
}

/** "a, b and c". */
export function listOf(words: readonly string[], last: 'and' | 'or' = 'and'): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`
}

const plain = (name: string): string =>
  name
    .slice(0, 200)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

/** 0 (same) to 1 (nothing in common): edit distance over length; a name that holds the other whole counts as near. */
function distanceTo(a: string, b: string): number {
  if (a === b) return 0
  if (a === '' || b === '') return 1
  const edits = editDistance(a, b) / Math.max(a.length, b.length)
  const holds = Math.min(a.length, b.length) >= 3 && (a.includes(b) || b.includes(a))
  return holds ? Math.min(edits, 0.4) : edits
}

/** Levenshtein's distance. */
export function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}
