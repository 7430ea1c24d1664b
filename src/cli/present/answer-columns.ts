import { formatCount, formatDate, formatDuration, formatNumber, formatRate, formatScore } from './numbers.ts'
import type { AnyAnswer, Question, QuestionName, RowOf } from '../shapes.ts'
import type { Column } from './table.ts'

type Columns<Row> = readonly Column<Row>[]
type Numbers<Row> = { readonly [Key in keyof Row]: Row[Key] extends number | null | undefined ? Key : never }[keyof Row]

/** The columns of each question's table, in reading order; a new question is an entry here. */
const columns: { readonly [Name in QuestionName]: Columns<RowOf<Name>> } = {
  overview: [],
  touchpoints: [
    text('touchpoint', (row) => row.touchpoint),
    text('channel', (row) => row.channel),
    count('journeys', 'journeys'),
    count('occurrences', 'occurrences'),
    count('starts', 'starts'),
    count('ends', 'ends'),
    number('exit rate', (row) => formatRate(row.exitRate)),
    count('repeats', 'repeats'),
    time('next p50', 'p50ToNext'),
    time('next p90', 'p90ToNext'),
  ],
  transitions: [
    text('from', (row) => row.from),
    text('to', (row) => row.to),
    count('count', 'count'),
    count('journeys', 'journeys'),
    time('p50', 'p50'),
    time('p90', 'p90'),
  ],
  variants: [
    count('journeys', 'journeys'),
    number('share', (row) => formatRate(row.share)),
    time('duration p50', 'p50Duration'),
    text('path', (row) => row.path.join(' → ')),
  ],
  funnel: [
    text('step', (row) => row.step),
    count('journeys', 'journeys'),
    number('conversion', (row) => rate(row.conversion)),
    number('95 % interval', (row) => (row.low === null || row.high === null ? '–' : `${rate(row.low)} … ${rate(row.high)}`)),
    count('lost', 'lost'),
    time('p50', 'p50'),
    time('p90', 'p90'),
  ],
  flow: [
    text('from', (row) => endText(row.from)),
    text('to', (row) => endText(row.to)),
    count('count', 'count'),
    count('journeys', 'journeys'),
  ],
  stages: [
    text('stage', (row) => row.stage),
    count('journeys', 'journeys'),
    count('events', 'events'),
    count('exits', 'exits'),
    time('time p50', 'p50Time'),
    time('time p90', 'p90Time'),
    count('scores', 'scores'),
    number('feeling −1..+1', (row) => formatScore(row.meanScore)),
  ],
  paths: [
    count('step', 'column'),
    text('from', (row) => nodeText(row.from)),
    text('to', (row) => nodeText(row.to)),
    count('journeys', 'journeys'),
  ],
  timeline: [
    text('time (UTC)', (row) => momentText(row.time)),
    text('touchpoint', (row) => row.touchpoint),
    text('channel', (row) => row.channel),
    number('score', (row) => scoreText(row.score, row.scale)),
    number('journey', (row) => (row.journey === null ? '–' : formatCount(row.journey))),
    text('words', (row) => row.verbatim),
  ],
  trend: [
    text('from (UTC)', (row) => formatDate(row.start)),
    number('value', (row) => (row.value === null ? '–' : formatNumber(row.value, 4))),
    count('rests on', 'n'),
  ],
  scores: [
    text('touchpoint', (row) => row.touchpoint),
    text('scale', (row) => row.scale),
    count('answers', 'n'),
    number('mean', (row) => formatNumber(row.meanRaw, 2)),
    number('feeling −1..+1', (row) => formatScore(row.mean)),
  ],
  makeup: [
    text('segment', (row) => row.property || 'all'),
    text('value', (row) => (row.property === '' ? '' : row.value || '(none)')),
    count('journeys', 'journeys'),
    count('goal', 'reachedGoal'),
    count('lost', 'lost'),
    count('open', 'open'),
  ],
  verbatims: [
    text('time (UTC)', (row) => momentText(row.time)),
    text('customer', (row) => row.customer),
    text('touchpoint', (row) => row.touchpoint),
    number('score', (row) => scoreText(row.score, row.scale)),
    text('words', (row) => row.text),
  ],
  'hand-offs': [
    text('from', (row) => row.from),
    text('to', (row) => row.to),
    count('count', 'count'),
    count('journeys', 'journeys'),
    time('p50', 'p50'),
    count('reach the goal', 'reachedGoal'),
    count('end here', 'ended'),
    count('scores', 'scores'),
    number('feeling −1..+1', (row) => formatScore(row.meanScore)),
  ],
  'channel-visits': [
    text('channel', (row) => row.channel || '(none)'),
    count('journeys', 'journeys'),
    count('occurrences', 'occurrences'),
    count('starts', 'starts'),
    count('ends', 'ends'),
    count('switched', 'switched'),
    count('stayed', 'stayed'),
    time('time p50', 'p50Time'),
  ],
  'account-list': [
    text('account', (row) => row.account),
    count('people', 'people'),
    count('events', 'events'),
    text('last (UTC)', (row) => momentText(row.last)),
    text('outcome', (row) => row.outcome),
    count('silent', 'silent'),
  ],
  'account-roles': [
    text('role', (row) => row.role || '(none)'),
    count('people', 'people'),
    count('accounts', 'accounts'),
    count('silent', 'silent'),
    time('silence p50', 'p50Silence'),
  ],
  'account-breadth': [
    count('people', 'people'),
    count('accounts', 'accounts'),
    count('reach the goal', 'reachedGoal'),
    count('lost', 'lost'),
  ],
  'account-events': [
    text('time (UTC)', (row) => momentText(row.time)),
    text('person', (row) => row.customer),
    text('role', (row) => row.role),
    text('touchpoint', (row) => row.touchpoint),
    text('channel', (row) => row.channel),
    number('score', (row) => scoreText(row.score, row.scale)),
    text('words', (row) => row.verbatim),
  ],
  members: [
    text('customer', (row) => row.customer),
    count('journey', 'journey'),
    text('start (UTC)', (row) => momentText(row.start)),
    text('end (UTC)', (row) => momentText(row.end)),
    count('events', 'events'),
    text('outcome', (row) => row.outcome),
    text('at (UTC)', (row) => (row.time === undefined ? '' : momentText(row.time))),
  ],
}

/** The columns for an answer; with its groups first where it was grouped, without columns that hold nothing. */
export function columnsOf(answer: AnyAnswer, question: Question): Columns<unknown> {
  const own = ownColumns(question)
  const rows: readonly object[] = answer.rows
  const grouped = rows.some((row) => 'group' in row)
  const slow = rows.some((row) => 'slow' in row)
  const all: Columns<unknown> = [
    ...(grouped ? [text('group', (row: unknown) => (row as { group?: string }).group || '(none)')] : []),
    ...own,
    ...(slow ? [count<{ slow?: number }>('slower', 'slow') as unknown as Column<unknown>] : []),
  ]
  return all.filter(({ title, value }) => !mayBeEmpty.has(title) || rows.some((row) => !empty.has(value(row))))
}

/** Some columns depend on what exactly was asked. */
function ownColumns(question: Question): Columns<unknown> {
  if (question.question === 'trend') {
    const value = measures[question.measure]
    return [
      columns.trend[0],
      number(question.measure, (row: RowOf<'trend'>) => (row.value === null ? '–' : value(row.value))),
      columns.trend[2],
    ] as Columns<unknown>
  }
  const own = columns[question.question] as unknown as Columns<unknown>
  if (question.question !== 'paths' || question.direction === 'after') return own
  // Looking back, the next column lies before: read it from left to right.
  return [own[0], { ...own[2], title: 'before' }, { ...own[1], title: 'then' }, own[3]] as Columns<unknown>
}

const measures: Readonly<Record<Extract<Question, { question: 'trend' }>['measure'], (value: number) => string>> = {
  journeys: formatCount,
  events: formatCount,
  conversion: formatRate,
  score: formatScore,
}

const mayBeEmpty: ReadonlySet<string> = new Set(['channel', 'repeats', 'score', 'words', 'at (UTC)', 'scores', 'feeling −1..+1'])
const empty: ReadonlySet<string> = new Set(['', '–', '0'])

function text<Row>(title: string, value: (row: Row) => string): Column<Row> {
  return { title, value }
}
function number<Row>(title: string, value: (row: Row) => string): Column<Row> {
  return { title, value, right: true }
}
function count<Row>(title: string, key: Numbers<Row>): Column<Row> {
  return number(title, (row) => formatCount((row[key] as number | undefined) ?? 0))
}
function time<Row>(title: string, key: Numbers<Row>): Column<Row> {
  return number(title, (row) => formatDuration(row[key] as number | null))
}

const rate = (value: number | null): string => (value === null ? '–' : formatRate(value))
const scoreText = (score: number | null, scale: string): string => (score === null ? '' : `${formatNumber(score, 2)} (${scale})`)

/** "2025-03-01 14:05:09", UTC. */
export const momentText = (time: number): string => new Date(time).toISOString().slice(0, 19).replace('T', ' ')

/** An end of a ribbon: a stage's name, or what begins and ends journeys in brackets. */
export const endText = (end: RowOf<'flow'>['from']): string => (end.kind === 'stage' ? end.stage : `(${end.kind})`)
const nodeText = (node: RowOf<'paths'>['from']): string =>
  node.kind === 'touchpoint' ? node.touchpoint : node.kind === 'other' ? '(other touchpoints)' : '(edge of the journey)'
