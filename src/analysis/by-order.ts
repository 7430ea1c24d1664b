/** Compares texts by code unit, the same on every machine. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Compares by the first comparison that tells two things apart. */
export function byFirst<T>(...comparisons: readonly ((a: T, b: T) => number)[]): (a: T, b: T) => number {
  return (a, b) => comparisons.reduce((result, compare) => (result === 0 ? compare(a, b) : result), 0)
}

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
