import { formatNumber } from '../../../exports/format.ts'
import type { EmotionRow, EmotionSeries, EmotionValue, ScoreFigure } from '../../../journey/methods/emotion.ts'

export const seriesNames: Readonly<Record<EmotionSeries, string>> = { scores: 'scores', words: 'words' }

export function signed(value: number): string {
  const text = Math.abs(value).toFixed(2)
  return text === '0.00' ? '0' : `${value < 0 ? '−' : '+'}${text}`
}

/** The interval as text; empty where there is none. */
export const intervalText = ({ low, high }: Pick<EmotionValue, 'low' | 'high'>): string =>
  low === null || high === null ? '' : `${signed(low)} to ${signed(high)}`

export function feelingText({ mean, n }: EmotionValue): string {
  if (mean !== null) return signed(mean)
  return n === 0 ? 'not scored' : 'too few'
}

const scaleNames: Readonly<Record<string, string>> = { nps: 'NPS', csat: 'CSAT', ces: 'CES', stars: 'Stars' }

export function figureText({ scale, unit, value, low, high }: ScoreFigure): string {
  const text = (one: number): string => formatNumber(one, unit === 'scale' ? 2 : 0)
  const interval = low === null || high === null ? '' : ` (${text(low)} to ${text(high)})`
  return `${scaleNames[scale] ?? scale} ${text(value)}${unit === 'percent' ? ' %' : ''}${interval}`
}

/** One row in words, for those who hear the chart. */
export const rowSentence = (row: EmotionRow): string =>
  `${row.touchpoint}, by ${seriesNames[row.series]}: ${feelingText(row)}${row.mean === null ? '' : `, 95 % interval ${intervalText(row)}`}, n ${row.n}`
