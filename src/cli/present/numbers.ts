import * as format from '../../app/format-numbers.ts'

/** A terminal needs no hard spaces, and `grep` does not find them. */
const spaced =
  <Values extends readonly unknown[]>(write: (...values: Values) => string) =>
  (...values: Values): string =>
    write(...values).replaceAll('\u00a0', ' ')

export const formatCount = spaced(format.formatCount)
export const formatDate = spaced(format.formatDate)
export const formatDuration = spaced(format.formatDuration)
export const formatNumber = spaced(format.formatNumber)
export const formatPeriod = spaced(format.formatPeriod)
export const formatRate = spaced(format.formatRate)
export const formatScore = spaced(format.formatScore)
export const plural = spaced(format.plural)
