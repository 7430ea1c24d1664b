import { formatDuration, formatNumber, formatRate, formatScore } from '../../../exports/format.ts'

/** A number of evidence as text; its label says what kind of number it is. */
export function evidenceValue(label: string, value: number): string {
  const says = (pattern: RegExp): boolean => pattern.test(label.toLowerCase())
  if (says(/^(journeys|customers|accounts|occurrences|events)\b/)) return formatNumber(value)
  // Names of touchpoints follow these words and may hold any other: "median time to the next event after Rate us".
  if (says(/^(median (time|duration)|90th percentile|first quarter|third quarter)\b/)) return formatDuration(value)
  if (says(/^mean .*score/) && Math.abs(value) <= 1) return formatScore(value)
  if (says(/rate|share|reach|conversion|percent/)) return formatRate(value)
  if (says(/time|duration|wait|delay/)) return formatDuration(value)
  if (says(/mean|score|emotion/) && Math.abs(value) <= 1) return formatScore(value)
  return formatNumber(value)
}
