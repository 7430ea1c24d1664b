import type { JourneyDefinition } from '../../../journey/definition.ts'
import { deviationKinds, type EventFilter, type JourneyFilter, type PropertyTest } from '../../../journey/filter.ts'
import type { Plan } from '../../../journey/plan.ts'
import type { MemberPick } from '../../../journey/member-pick.ts'
import type { FunnelOrder, Question, TiePolicy, TrendMeasure } from '../../../journey/question.ts'

export type AskedQuestion = Exclude<Question, { question: 'members' }>

/** The list that a clicked number opened. */
export interface OpenedList {
  readonly of: AskedQuestion
  readonly pick: MemberPick
  readonly label: string
  /** What it was asked under, where that is not what the page asks under. */
  readonly definition?: JourneyDefinition
}

/** Everything that Explore shows, as it stands in the address. Whatever is missing has its default. */
export interface ExploreSearch {
  readonly definition?: string
  /** Journeys that start in this period: days as YYYY-MM-DD, UTC, both included. */
  readonly from?: string
  readonly to?: string
  readonly events?: EventFilter
  readonly journeys?: JourneyFilter
  readonly group?: string
  /** Which group is drawn where only one can be. */
  readonly only?: string
  /** The map whose stages the river uses. */
  readonly map?: string
  readonly steps?: readonly string[]
  readonly window?: string
  readonly order?: FunnelOrder
  readonly ties?: TiePolicy
  readonly top?: number
  readonly number?: GraphNumber
  readonly collapse?: boolean
  readonly sort?: string
  readonly find?: string
  readonly customer?: string
  readonly measure?: TrendMeasure
  readonly bucket?: 'day' | 'week' | 'month'
  readonly touchpoint?: string
  /** What a view of a method is asked with, one key an option. */
  readonly with?: Readonly<Record<string, string>>
  readonly open?: OpenedList
}
export type GraphNumber = 'count' | 'journeys' | 'p50'

type Raw = Readonly<Record<string, unknown>>

/** Reads an address; what does not make sense there is left out, never an error. */
export function readExploreSearch(raw: Raw): ExploreSearch {
  return compact({
    ...pickTexts(raw, ['definition', 'group', 'only', 'map', 'window', 'sort', 'find', 'customer', 'touchpoint']),
    from: day(raw['from']),
    to: day(raw['to']),
    events: filter(raw['events'], readEventFilter),
    journeys: filter(raw['journeys'], readJourneyFilter),
    steps: names(raw['steps']),
    order: oneOf(raw['order'], ['ordered', 'strict', 'any']),
    ties: oneOf(raw['ties'], ['capture-order', 'step-order', 'strictly-later']),
    top: typeof raw['top'] === 'number' && raw['top'] >= 1 ? Math.min(400, Math.round(raw['top'])) : undefined,
    number: oneOf(raw['number'], ['count', 'journeys', 'p50']),
    collapse: raw['collapse'] === true ? true : undefined,
    measure: oneOf(raw['measure'], ['journeys', 'events', 'conversion', 'score']),
    bucket: oneOf(raw['bucket'], ['day', 'week', 'month']),
    with: options(raw['with']),
    open: opened(raw['open']),
  }) as ExploreSearch
}

function readEventFilter(raw: Raw): EventFilter {
  return compact({
    touchpoints: names(raw['touchpoints']),
    notTouchpoints: names(raw['notTouchpoints']),
    channels: names(raw['channels']),
    sources: names(raw['sources']),
    roles: names(raw['roles']),
    properties: tests(raw['properties']),
    from: number(raw['from']),
    to: number(raw['to']),
  }) as EventFilter
}

function readJourneyFilter(raw: Raw): JourneyFilter {
  const outcomes = names(raw['outcomes'])?.filter((one) => one === 'goal' || one === 'lost' || one === 'open')
  return compact({
    reached: names(raw['reached']),
    notReached: names(raw['notReached']),
    properties: tests(raw['properties']),
    outcomes: outcomes?.length ? outcomes : undefined,
    minDurationMs: number(raw['minDurationMs']),
    maxDurationMs: number(raw['maxDurationMs']),
    ids: names(raw['ids']),
    archetype: archetype(raw['archetype']),
    deviation: deviation(raw['deviation']),
    oneIn: number(raw['oneIn']),
  }) as JourneyFilter
}

/** The period counts here too: outside it is in the address by itself. */
const readAmong = (raw: Raw): JourneyFilter =>
  compact({ ...readJourneyFilter(raw), startFrom: number(raw['startFrom']), startTo: number(raw['startTo']) }) as JourneyFilter

function archetype(value: unknown): JourneyFilter['archetype'] {
  if (!isObject(value) || typeof value['number'] !== 'number') return undefined
  const read = compact({
    number: value['number'],
    most: number(value['most']),
    seeds: number(value['seeds']),
    among: filter(value['among'], readAmong),
  })
  return read as unknown as JourneyFilter['archetype']
}

/** The server checks the plan against its schema; here it is enough that it can be sent. */
function deviation(value: unknown): JourneyFilter['deviation'] {
  if (!isObject(value) || !isObject(value['plan']) || typeof value['what'] !== 'string') return undefined
  const kind = oneOf(value['kind'], deviationKinds)
  return kind && { plan: value['plan'] as unknown as Plan, kind, what: value['what'] }
}

const isObject = (value: unknown): value is Raw => typeof value === 'object' && value !== null && !Array.isArray(value)

function filter<T extends object>(value: unknown, read: (raw: Raw) => T): T | undefined {
  const found = isObject(value) ? read(value) : undefined
  return found && Object.keys(found).length > 0 ? found : undefined
}

function opened(value: unknown): OpenedList | undefined {
  if (!isObject(value) || !isObject(value['of']) || !isObject(value['pick'])) return undefined
  if (typeof value['of']['question'] !== 'string' || typeof value['pick']['kind'] !== 'string') return undefined
  // The server checks both against their schemas; here it is enough that they can be sent.
  return {
    of: value['of'] as unknown as AskedQuestion,
    pick: value['pick'] as unknown as MemberPick,
    label: typeof value['label'] === 'string' ? value['label'] : '',
  }
}

function options(value: unknown): Readonly<Record<string, string>> | undefined {
  if (!isObject(value)) return undefined
  const texts = Object.entries(value).flatMap(([key, one]) =>
    typeof one === 'string' || typeof one === 'number' || typeof one === 'boolean' ? [[key, String(one)] as const] : [],
  )
  return texts.length > 0 ? Object.fromEntries(texts) : undefined
}

function tests(value: unknown): readonly PropertyTest[] | undefined {
  if (!Array.isArray(value)) return undefined
  const good = value.filter(
    (one): one is PropertyTest =>
      isObject(one) &&
      typeof one['property'] === 'string' &&
      typeof one['value'] === 'string' &&
      oneOf(one['operator'], ['=', '!=', '<', '<=', '>', '>=']) !== undefined,
  )
  return good.length > 0 ? good : undefined
}

function names(value: unknown): readonly string[] | undefined {
  const list = Array.isArray(value) ? value.filter((one) => typeof one === 'string' || typeof one === 'number').map(String) : []
  return list.length > 0 ? list : undefined
}

function pickTexts(raw: Raw, keys: readonly string[]): Record<string, string | undefined> {
  // A customer called 17 is written as a number by the address codec.
  return Object.fromEntries(
    keys.map((key) => [key, typeof raw[key] === 'string' || typeof raw[key] === 'number' ? String(raw[key]) : undefined]),
  )
}

const number = (value: unknown): number | undefined => (typeof value === 'number' && Number.isFinite(value) ? value : undefined)
const day = (value: unknown): string | undefined =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value)) ? value : undefined
const oneOf = <const T extends string>(value: unknown, choices: readonly T[]): T | undefined => choices.find((choice) => choice === value)
const compact = (value: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined && one !== ''))
