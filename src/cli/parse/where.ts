import { WrongUsage } from '../failure.ts'
import type { EventFilter, JourneyFilter, PropertyTest } from '../shapes.ts'
import { parseDuration } from './duration.ts'
import { parseMoment } from './moment.ts'
import { parseWhole } from './whole-number.ts'

/** Which events take part and which journeys are counted. */
export interface Where {
  readonly events: EventFilter
  readonly journeys: JourneyFilter
}

type Operator = PropertyTest['operator']
interface Test {
  readonly operator: Operator
  readonly value: string
  /** The test as it was written, for messages. */
  readonly written: string
}
type Reader = (where: Draft, test: Test) => void
type Draft = { events: Mutable<EventFilter>; journeys: Mutable<JourneyFilter> }
type Mutable<Filter> = { -readonly [Key in keyof Filter]: Filter[Key] }

/**
 * One test a text: FIELD OPERATOR VALUE. Tests of different fields must all hold; the same field with `=` again means
 * "any of these". Every test that cannot be understood is named whole, with what could stand there.
 */
export function parseWhere(texts: readonly string[]): Where {
  const where: Draft = { events: {}, journeys: {} }
  for (const text of texts) readTest(where, text)
  return where
}

function readTest(where: Draft, text: string): void {
  const [, field = '', operator = '', value = ''] = /^\s*([^=!<>]*?)\s*(!=|<=|>=|=|<|>)\s*(.*?)\s*$/s.exec(text) ?? []
  if (operator === '')
    throw new WrongUsage(`--where "${text}": there is no =, !=, <, <=, > or >= in it. Write a test such as channel=web or duration<7d.`)
  if (value === '') throw new WrongUsage(`--where "${text}": nothing stands after ${operator}.`)
  const test: Test = { operator: operator as Operator, value: unquoted(value), written: `--where "${text}"` }
  const property = /^(property|journey)\.(.+)$/s.exec(field)
  if (property?.[2] !== undefined) {
    const filter = property[1] === 'property' ? where.events : where.journeys
    filter.properties = [...(filter.properties ?? []), { property: property[2], operator: test.operator, value: test.value }]
    return
  }
  const reader = Object.hasOwn(fields, field) ? fields[field] : undefined
  if (!reader)
    throw new WrongUsage(
      `${test.written}: "${field}" is no field. Use ${[...Object.keys(fields), 'property.NAME', 'journey.NAME'].join(', ')}.`,
    )
  reader(where, test)
}

const unquoted = (value: string): string => /^"(.*)"$/s.exec(value)?.[1] ?? value

const equals =
  (add: (where: Draft, value: string) => void): Reader =>
  (where, test) => {
    demand(test, ['='])
    add(where, test.value)
  }

const fields: Readonly<Record<string, Reader>> = {
  touchpoint: (where, test) => {
    const key = demand(test, ['=', '!=']) === '=' ? 'touchpoints' : 'notTouchpoints'
    where.events[key] = [...(where.events[key] ?? []), test.value]
  },
  channel: equals(({ events }, value) => (events.channels = [...(events.channels ?? []), value])),
  source: equals(({ events }, value) => (events.sources = [...(events.sources ?? []), value])),
  role: equals(({ events }, value) => (events.roles = [...(events.roles ?? []), value])),
  time: ({ events }, test) => {
    const { from, to } = between(test)
    if (from !== undefined) events.from = from
    if (to !== undefined) events.to = to
  },
  reached: equals(({ journeys }, value) => (journeys.reached = [...(journeys.reached ?? []), value])),
  archetype: equals(({ journeys }, value) => (journeys.archetype = { number: parseWhole(value, 'archetype', { least: 1, most: 8 }) })),
  'one-in': equals(({ journeys }, value) => (journeys.oneIn = parseWhole(value, 'one-in', { least: 1, most: 1_000_000 }))),
  'not-reached': equals(({ journeys }, value) => (journeys.notReached = [...(journeys.notReached ?? []), value])),
  outcome: (where, test) => {
    demand(test, ['='])
    const { value } = test
    if (value !== 'goal' && value !== 'lost' && value !== 'open')
      throw new WrongUsage(`${test.written}: an outcome is goal, lost or open, not "${value}".`)
    where.journeys.outcomes = [...(where.journeys.outcomes ?? []), value]
  },
  duration: ({ journeys }, test) => {
    const operator = demand(test, ['<', '<=', '>', '>='])
    const ms = parseDuration(test.value, test.written)
    if (operator === '<') journeys.maxDurationMs = Math.max(0, ms - 1)
    else if (operator === '<=') journeys.maxDurationMs = ms
    else journeys.minDurationMs = operator === '>' ? ms + 1 : ms
  },
  start: ({ journeys }, test) => {
    const { from, to } = between(test)
    if (from !== undefined) journeys.startFrom = from
    if (to !== undefined) journeys.startTo = to
  },
  customer: equals(({ journeys }, value) => (journeys.ids = [...(journeys.ids ?? []), value])),
}

/** A comparison with a moment, or with a whole day, as a span with its end exclusive. */
function between(test: Test): { readonly from?: number; readonly to?: number } {
  const operator = demand(test, ['=', '<', '<=', '>', '>='])
  const { start, end } = parseMoment(test.value, test.written)
  switch (operator) {
    case '=':
      return { from: start, to: end }
    case '>=':
      return { from: start }
    case '>':
      return { from: end }
    case '<':
      return { to: start }
    default:
      return { to: end }
  }
}

function demand(test: Test, operators: readonly Operator[]): Operator {
  if (operators.includes(test.operator)) return test.operator
  throw new WrongUsage(`${test.written}: ${test.operator} cannot be used here, only ${operators.join(' ')}.`)
}
