/** A count or 64-bit column as a number: SQLite gives a number, PostgreSQL a text. Throws where it would lose digits. */
export function asNumber(value: number | string | bigint): number {
  const number = Number(value)
  if (!Number.isSafeInteger(number)) throw new Error(`${value} is not a whole number that JavaScript holds exactly`)
  return number
}

export const asNumberOrNull = (value: number | string | bigint | null): number | null => (value === null ? null : asNumber(value))
