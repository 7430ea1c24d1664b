/** Fractions are written with this many significant digits, so that the order in which an engine summed floats cannot show. */
export const significantDigits = 9

/**
 * The one JSON text of a value: keys sorted by code unit, no undefined, −0 as 0, fractions rounded to nine significant
 * digits, whole numbers exact. Throws on NaN, infinities and anything that JSON cannot hold.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'number') return JSON.stringify(canonicalNumber(value))
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item)).join(',')}]`
  if (typeof value !== 'object') throw new TypeError(`canonical JSON cannot hold a ${typeof value}`)
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, field]) => `${JSON.stringify(key)}:${canonicalJson(field)}`)
  return `{${fields.join(',')}}`
}

/** The number as canonical JSON writes it. */
export function canonicalNumber(value: number): number {
  if (!Number.isFinite(value)) throw new TypeError(`canonical JSON cannot hold ${value}`)
  return Number.isInteger(value) ? value + 0 : Number(value.toPrecision(significantDigits)) + 0
}

/** A deep copy whose numbers are those that canonical JSON writes, keys in their own order, undefined fields left out. */
export function canonicalCopy<T>(value: T): T
export function canonicalCopy(value: unknown): unknown {
  if (typeof value === 'number') return canonicalNumber(value)
  if (Array.isArray(value)) return value.map((item: unknown) => canonicalCopy(item))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).flatMap(([key, field]) => (field === undefined ? [] : [[key, canonicalCopy(field)]])))
}
