import type { CardBody, StageNumbers } from '../journey/map.ts'
import { unreachable } from '../journey/unreachable.ts'
import { formatKpi, moodWord, scaleName } from './card-face.ts'
import { formatCount, formatDuration, formatMedian, formatNumber, formatRate, formatScore } from './format.ts'

/** One number or name that something says, formatted; null where it says none. */
export interface Figure {
  readonly name: string
  readonly value: string | null
}
export interface ChangedFigure {
  readonly name: string
  readonly before: string | null
  readonly after: string | null
}

/** Figures of either side by name, where they differ as people read them. */
export function changedFigures(before: readonly Figure[], after: readonly Figure[]): readonly ChangedFigure[] {
  const names = new Set([...before, ...after].map((figure) => figure.name))
  const valueIn = (figures: readonly Figure[], name: string): string | null => figures.find((figure) => figure.name === name)?.value ?? null
  return [...names]
    .map((name) => ({ name, before: valueIn(before, name), after: valueIn(after, name) }))
    .filter((figure) => figure.before !== figure.after)
}

/** The numbers of a stage's head. */
export const stageFigures = (numbers: StageNumbers | undefined): readonly Figure[] =>
  numbers === undefined
    ? []
    : [
        { name: 'journeys', value: formatCount(numbers.journeys) },
        { name: 'reach', value: formatRate(numbers.reach) },
        { name: 'leaving', value: formatCount(numbers.exits) },
        { name: 'exit rate', value: formatRate(numbers.exitRate) },
        { name: 'median time', value: maybe(numbers.p50Time, formatMedian) },
        { name: '90 % within', value: maybe(numbers.p90Time, formatMedian) },
      ]

/** What a card says in single figures. A text card's text is no figure. */
export function cardFigures(body: CardBody): readonly Figure[] {
  switch (body.kind) {
    case 'text':
      return []
    case 'image':
      return [{ name: 'described as', value: body.alt === '' ? null : body.alt }]
    case 'touchpoint':
      return [
        { name: 'touchpoint', value: body.touchpoint },
        { name: 'channel', value: body.channel === '' ? null : body.channel },
        { name: 'team', value: body.team ?? null },
        { name: 'reach', value: maybe(body.reach, formatRate) },
        { name: 'journeys', value: maybe(body.journeys, formatCount) },
        { name: 'occurrences', value: maybe(body.occurrences, formatCount) },
        { name: 'median to next', value: maybe(body.p50ToNext, formatDuration) },
      ]
    case 'channel':
      return [
        { name: 'channel', value: body.channel },
        { name: 'share', value: formatRate(body.share) },
        { name: 'contacts', value: formatCount(body.occurrences) },
      ]
    case 'kpi':
      return kpiFigures(body)
    case 'emotion':
      return [
        { name: 'mean', value: maybe(body.mean, formatScore) },
        { name: 'mood', value: maybe(body.mean, moodWord) },
        { name: 'scores', value: formatCount(body.n) },
        { name: 'scale', value: body.scale === '' ? null : scaleName(body.scale) },
        { name: '95 % interval', value: range(body.low, body.high, formatScore) },
      ]
    case 'pain-point':
      return [
        { name: 'pain point', value: body.title },
        { name: 'detail', value: body.detail === '' ? null : body.detail },
        { name: 'journeys affected', value: formatCount(body.journeys) },
        { name: 'difference', value: formatNumber(body.effect) },
        { name: '95 % interval', value: range(body.low, body.high, formatNumber) },
        { name: 'size', value: maybe(body.size ?? null, formatNumber) },
      ]
    case 'delight':
      return [
        { name: 'delight', value: body.title },
        { name: 'detail', value: body.detail === '' ? null : body.detail },
        { name: 'journeys', value: formatCount(body.journeys) },
        { name: 'difference', value: formatNumber(body.effect) },
        { name: '95 % interval', value: range(body.low, body.high, formatNumber) },
        { name: 'size', value: maybe(body.size ?? null, formatNumber) },
      ]
    case 'verbatim':
      return [
        { name: 'words', value: body.text },
        { name: 'score', value: maybe(body.score, formatNumber) },
      ]
    default:
      return unreachable(body)
  }
}

function kpiFigures(body: Extract<CardBody, { kind: 'kpi' }>): readonly Figure[] {
  const show = (value: number): string => formatKpi(value, body.unit)
  return [
    { name: 'KPI', value: body.name },
    { name: 'value', value: maybe(body.value, show) },
    { name: 'target', value: maybe(body.target ?? null, show) },
    { name: '95 % interval', value: range(body.low ?? null, body.high ?? null, show) },
  ]
}

const maybe = (value: number | null, show: (value: number) => string): string | null => (value === null ? null : show(value))
const range = (low: number | null, high: number | null, show: (value: number) => string): string | null =>
  low === null || high === null ? null : `${show(low)} to ${show(high)}`
