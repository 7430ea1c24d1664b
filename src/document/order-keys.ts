import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing'
import type { Ordered } from './roots.ts'

/** Longer keys come from inserting at one place again and again; then the whole list gets fresh ones. */
const longestKey = 100

export const firstKey = generateKeyBetween(null, null)

/** `count` keys in a row, for a list that is written at once. */
export const keysFor = (count: number): readonly string[] => generateNKeysBetween(null, null, count)

/** Whether an order key is one; anything else would stop the next person from inserting beside it. */
export function isOrderKey(key: string): boolean {
  try {
    generateKeyBetween(key, null)
    return key.length <= 2 * longestKey
  } catch {
    return false
  }
}

/**
 * The order keys that put `ids` before `before` (null or unknown: at the end) of a sorted list that does not hold them.
 * Where neighbours have equal keys, the later ones of that run get new keys too.
 */
export function orderBefore(list: readonly Ordered[], ids: readonly string[], before: string | null): ReadonlyMap<string, string> {
  const found = before === null ? -1 : list.findIndex(({ id }) => id === before)
  const at = found < 0 ? list.length : found
  const low = list[at - 1]?.order ?? null
  let end = at
  while (low !== null && end < list.length && (list[end]?.order ?? '') <= low) end++
  const moved = [...ids, ...list.slice(at, end).map(({ id }) => id)]
  const keys = keysBetween(low, list[end]?.order ?? null, moved.length)
  if (keys && keys.every((key) => key.length <= longestKey)) return new Map(moved.map((id, index) => [id, keys[index] ?? firstKey]))
  const all = [...list.slice(0, at).map(({ id }) => id), ...ids, ...list.slice(at).map(({ id }) => id)]
  const fresh = keysFor(all.length)
  return new Map(all.map((id, index) => [id, fresh[index] ?? firstKey]))
}

function keysBetween(low: string | null, high: string | null, count: number): readonly string[] | undefined {
  if ((low !== null && !isOrderKey(low)) || (high !== null && !isOrderKey(high))) return undefined
  return generateNKeysBetween(low, high, count)
}
