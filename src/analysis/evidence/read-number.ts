import type { AnyAnswer } from '../../journey/answer.ts'
import { canonicalJson } from '../../journey/canonical-json.ts'
import type { MemberPick } from '../../journey/member-pick.ts'
import { meanInterval } from '../statistics/mean-interval.ts'
import { wilson } from '../statistics/wilson.ts'
import { isMeasure } from './number-label.ts'

/** A number of an answer: what it rests on, and its 95 % interval where it has one. */
export interface ReadNumber {
  readonly value: number
  readonly n: number
  readonly low?: number
  readonly high?: number
}

type Row = Readonly<Record<string, unknown>>

/**
 * The number that `measure` names in the row that `pick` names: `exitRate` of a touchpoint. Undefined when the answer has no
 * such row, or the row no such number.
 */
export function readNumber(answer: AnyAnswer, pick: MemberPick | undefined, measure: string): ReadNumber | undefined {
  if (!isMeasure(measure)) return undefined
  const rows = (answer.rows as readonly unknown[] as readonly Row[]).filter((row) => row['group'] === pick?.group)
  const row = rowOf(rows, pick)
  const value = row?.[measure]
  if (!row || typeof value !== 'number') return undefined
  const n = numberIn(row, 'n') ?? numberIn(row, 'scores') ?? numberIn(row, 'journeys') ?? answer.journeys
  return { value, ...basisOf(answer, { row, rows, measure, n }) }
}

function rowOf(rows: readonly Row[], pick: MemberPick | undefined): Row | undefined {
  if (pick === undefined || pick.kind === 'journeys' || pick.kind === 'outcome') return rows.length === 1 ? rows[0] : undefined
  if (pick.kind === 'funnel-step') return rows[pick.step - 1]
  const { kind: _kind, group: _group, ...named } = pick
  const keys = Object.entries(named).filter(([key]) => key !== 'number')
  const found = rows.filter((row) => keys.every(([key, wanted]) => canonicalJson(row[key] ?? null) === canonicalJson(wanted)))
  return found.length === 1 ? found[0] : undefined
}

interface Measured {
  readonly row: Row
  readonly rows: readonly Row[]
  readonly measure: string
  readonly n: number
}

function basisOf(answer: AnyAnswer, { row, rows, measure, n }: Measured): Omit<ReadNumber, 'value'> {
  switch (measure) {
    case 'exitRate':
      return { n, ...bounds(wilson(numberIn(row, 'exits') ?? 0, n)) }
    case 'share':
      return { n: answer.journeys, ...bounds(wilson(numberIn(row, 'journeys') ?? 0, answer.journeys)) }
    case 'conversion':
      return {
        n: numberIn(rows[0] ?? {}, 'journeys') ?? n,
        ...bounds({ low: numberIn(row, 'low') ?? null, high: numberIn(row, 'high') ?? null }),
      }
    case 'mean':
    case 'meanScore':
      return {
        n,
        ...bounds(meanInterval({ n, mean: numberIn(row, measure) ?? 0, sd: numberIn(row, 'sd') ?? numberIn(row, 'sdScore') ?? 0 })),
      }
    default:
      return { n }
  }
}

const bounds = (interval: { readonly low: number | null; readonly high: number | null } | undefined) =>
  interval && interval.low !== null && interval.high !== null ? { low: interval.low, high: interval.high } : {}

const numberIn = (row: Row, key: string): number | undefined => {
  const value = row[key]
  return typeof value === 'number' ? value : undefined
}
