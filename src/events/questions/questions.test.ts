import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  plainFlow,
  plainPaths,
  plainScores,
  plainTouchpoints,
  plainTransitions,
  plainVariants,
} from '../../../test/reference/plain-answers.ts'
import { plainFunnelLevel } from '../../../test/reference/plain-funnel.ts'
import { plainJourneys, type PlainEvent, type PlainJourney } from '../../../test/reference/plain-journeys.ts'
import type { JourneyDefinition } from '../../journey/definition.ts'
import { wholeCustomer } from '../../journey/definition.ts'
import type { MemberPick } from '../../journey/member-pick.ts'
import type { FunnelQuestion, MembersQuestion, Question, StageGroup } from '../../journey/question.ts'
import type { Recipe } from '../../sources/recipe.ts'
import { prepareFile } from '../ingest/prepare-file.ts'
import { openEventStore, type EmbeddedEventStore } from '../open-event-store.ts'

// Thousands of small random logs with ties go into one store, told apart by a property; every question, grouped by that
// property, must answer each log as the plain reference does.
const logCount = 2000
const touchpoints = ['A', 'B', 'C', 'D', 'E, "x"']
const origin = Date.UTC(2025, 0, 1)

const event = fc.record(
  {
    customer: fc.constantFrom('p', 'q', 'NA'),
    touchpoint: fc.constantFrom(...touchpoints),
    time: fc.integer({ min: 0, max: 12 }).map((hours) => origin + hours * 3_600_000),
    score: fc.constantFrom(-1, 0, 0.5, 1),
    survey: fc.boolean(),
    link: fc.constantFrom('', 'o1', 'o2'),
  },
  { requiredKeys: ['customer', 'touchpoint', 'time'] },
)
const logs: readonly (readonly PlainEvent[])[] = fc.sample(fc.array(event, { minLength: 1, maxLength: 14 }), {
  numRuns: logCount,
  seed: 20251123,
}) as PlainEvent[][]

const definitions: readonly JourneyDefinition[] = [
  { ...wholeCustomer, name: 'whole', segments: ['log'] },
  { ...wholeCustomer, name: 'gaps', inactivityMs: 2 * 3_600_000, segments: ['log'] },
  { ...wholeCustomer, name: 'start and goal', start: ['A', 'B'], goal: ['C'], stillOpenMs: 3 * 3_600_000, segments: ['log'] },
  {
    ...wholeCustomer,
    name: 'repeating goal',
    goal: ['C', 'D'],
    repeats: true,
    inactivityMs: 5 * 3_600_000,
    feedbackWindowMs: 3_600_000,
    segments: ['log'],
  },
  {
    ...wholeCustomer,
    name: 'all rules',
    start: ['B'],
    goal: ['D'],
    repeats: true,
    inactivityMs: 3 * 3_600_000,
    stillOpenMs: 3_600_000,
    segments: ['log'],
  },
]
const stages: readonly StageGroup[] = [
  { stage: 'first', touchpoints: ['A'] },
  { stage: 'second', touchpoints: ['B', 'C'] },
  { stage: 'third', touchpoints: ['E, "x"'] },
]

const recipe: Recipe = {
  wend: 'recipe/1',
  name: 'random logs',
  timezone: 'UTC',
  nulls: [],
  files: { log: { match: '*' } },
  events: [
    {
      from: 'log',
      join: [],
      when: [],
      customer: '{customer}',
      touchpoint: '{touchpoint}',
      time: { value: '{time}', format: 'iso' },
      score: { value: '{score}', scale: '-1..1' },
      survey: false,
      link: '{link}',
      properties: { log: '{log}', id: '{id}' },
      id: '{id}',
      text: '{words}',
    },
  ],
}

let directory: string
let store: EmbeddedEventStore
/** Where each event was written, by its id. */
const lineOfId = new Map<string, { readonly file: string; readonly line: number }>()
const { signal } = new AbortController()
const asOf = Math.max(...logs.flat().map((each) => each.time))

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'wend-questions-'))
  store = await openEventStore({ directory: join(directory, 'data') })
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`
  const line = (each: PlainEvent, log: number, place: number): string =>
    [
      `${log}/${each.customer}`,
      quoted(each.touchpoint),
      new Date(each.time).toISOString(),
      each.score ?? '',
      each.link ?? '',
      String(log),
      `${log}-${place}`,
      place,
      each.score === undefined ? '' : quoted(`said ${log}-${place},\nover two lines`),
    ].join(',')
  // Surveys and the rest are two rules of one file, so that both kinds keep their place in the file.
  for (const survey of [false, true]) {
    const rows = logs.flatMap((log, index) =>
      log.flatMap((each, place) => ((each.survey === true) === survey ? [line(each, index, place)] : [])),
    )
    let at = 2
    for (const row of rows) {
      lineOfId.set(/,(\d+-\d+),/.exec(row)![1]!, { file: `${survey}.csv`, line: at })
      at += row.split('\n').length
    }
    await writeFile(join(directory, `${survey}.csv`), `customer,touchpoint,time,score,link,log,id,place,words\n${rows.join('\n')}\n`)
  }
  const files = await Promise.all(
    ['false', 'true'].map(async (name) => {
      const prepared = await prepareFile(join(directory, `${name}.csv`), `${name}.csv`, { workDir: directory, signal })
      if (!prepared.ok) throw new Error(prepared.error.message)
      return prepared.value
    }),
  )
  const [rule] = recipe.events
  const both: Recipe = {
    ...recipe,
    files: { plain: { match: 'false.csv' }, surveys: { match: 'true.csv' } },
    events: [
      { ...rule!, from: 'plain', sequence: '{place}' },
      { ...rule!, from: 'surveys', survey: true, sequence: '{place}' },
    ],
  }
  const report = await store.importFiles(
    { workspace: 1, number: 1, source: 'random', recipe: both, files: { plain: files[0]!, surveys: files[1]! } },
    () => undefined,
    signal,
  )
  if (report.events.stored !== logs.flat().length) throw new Error(`stored ${report.events.stored} of ${logs.flat().length} events`)
}, 120_000)

afterAll(async () => {
  await store?.close()
  await rm(directory, { recursive: true, force: true })
})

const journeysOf = (definition: JourneyDefinition): readonly (readonly PlainJourney[])[] =>
  logs.map((log) => plainJourneys(log, definition, asOf))
const everything = { groupBy: 'log', limit: 10_000_000 }

/** Rows of an answer by log and key. */
function byLog<Row extends { readonly group?: string }, Value>(
  rows: readonly Row[],
  read: (row: Row) => readonly [string, Value],
): Record<string, Value>[] {
  const found: Record<string, Value>[] = logs.map(() => ({}))
  for (const row of rows) {
    const [key, value] = read(row)
    found[Number(row.group)]![key] = value
  }
  return found
}

const end = (node: { readonly kind: string; readonly stage?: string }): string => node.stage ?? node.kind

describe.each(definitions)('questions on $name', (definition) => {
  const expected = journeysOf(definition)

  test('touchpoints equal the plain reference on every log', async () => {
    const { rows } = await store.ask(1, definition, { question: 'touchpoints', ...everything }, signal)
    const found = byLog(rows, ({ touchpoint, channel: _channel, exitRate: _exitRate, group: _group, position, ...row }) => [
      touchpoint,
      { ...row, position: position.toFixed(9) },
    ])
    expect(found).toEqual(
      expected.map((journeys) =>
        Object.fromEntries(
          Object.entries(plainTouchpoints(journeys)).map(([name, row]) => [
            name,
            { ...row, position: (row as { position: number }).position.toFixed(9) },
          ]),
        ),
      ),
    )
  })

  test.each([false, true])('transitions equal the plain reference on every log (repeats collapsed: %s)', async (collapseRepeats) => {
    const answer = await store.ask(1, definition, { question: 'transitions', collapseRepeats, ...everything }, signal)
    expect(byLog(answer.rows, ({ from, to, group: _group, ...row }) => [`${from}>${to}`, row])).toEqual(
      expected.map((journeys) => plainTransitions(journeys, collapseRepeats)),
    )
    if (!collapseRepeats) expect(answer.rows.reduce((sum, row) => sum + row.count, 0)).toBe(answer.events - answer.journeys)
  })

  test('variants equal the plain reference on every log', async () => {
    const { rows } = await store.ask(1, definition, { question: 'variants', ...everything }, signal)
    expect(byLog(rows, ({ path, share: _share, group: _group, ...row }) => [path.join('>'), row])).toEqual(expected.map(plainVariants))
  })

  test('flow equals the plain reference on every log, and what flows into a stage flows out', async () => {
    const { rows } = await store.ask(1, definition, { question: 'flow', stages, ...everything }, signal)
    expect(byLog(rows, ({ from, to, group: _group, ...row }) => [`${end(from)}>${end(to)}`, row])).toEqual(
      expected.map((journeys) => plainFlow(journeys, stages)),
    )
    for (const { stage } of stages) {
      const flow = (side: 'from' | 'to'): number => rows.reduce((sum, row) => sum + (end(row[side]) === stage ? row.count : 0), 0)
      expect(flow('to')).toBe(flow('from'))
    }
  })

  test.each(['after', 'before'] as const)('paths %s equal the plain reference on every log', async (direction) => {
    const { rows } = await store.ask(
      1,
      definition,
      { question: 'paths', touchpoint: 'B', direction, depth: 3, perColumn: 100, ...everything },
      signal,
    )
    const name = (node: { readonly kind: string; readonly touchpoint?: string }): string => node.touchpoint ?? ''
    expect(byLog(rows, (row) => [`${row.column}:${name(row.from)}>${name(row.to)}`, row.journeys])).toEqual(
      expected.map((journeys) => plainPaths(journeys, 'B', { direction, depth: 3 })),
    )
  })

  test('scores are linked as the plain reference links them', async () => {
    const { rows } = await store.ask(1, definition, { question: 'scores', ...everything }, signal)
    const found = byLog(rows, ({ touchpoint, n, mean }) => [touchpoint, { n, mean: mean.toFixed(9) }])
    expect(found).toEqual(
      expected.map((journeys) =>
        Object.fromEntries(
          Object.entries(plainScores(journeys, definition.feedbackWindowMs)).map(([key, row]) => [
            key,
            { n: (row as { n: number }).n, mean: (row as { mean: number }).mean.toFixed(9) },
          ]),
        ),
      ),
    )
  })

  const asks = (['ordered', 'strict', 'any'] as const).flatMap((order) =>
    (['capture-order', 'step-order', 'strictly-later'] as const).map((ties) => ({ order, ties })),
  )
  test.each(asks)('funnels ($order, $ties) equal the plain reference on every log', async ({ order, ties }) => {
    for (const { steps, windowMs } of [
      { steps: ['A', 'B', 'C'], windowMs: 4 * 3_600_000 },
      { steps: ['B', 'B', 'A'], windowMs: 1e12 },
    ]) {
      const question: FunnelQuestion = { question: 'funnel', steps, windowMs, order, ties, ...everything }
      const { rows } = await store.ask(1, definition, question, signal)
      const found = logs.map(() => steps.map(() => 0))
      rows.forEach((row, index) => (found[Number(row.group)]![index % steps.length] = row.journeys))
      const levels = expected.map((journeys) => journeys.map((journey) => plainFunnelLevel(journey, { steps, windowMs, order, ties })))
      expect(found).toEqual(levels.map((list) => steps.map((_, index) => list.filter((level) => level > index).length)))
    }
  })

  test('every number opens a list of exactly that length', async () => {
    const ask = <Q extends Question>(question: Q) => store.ask(1, definition, question, signal)
    const members = async (of: MembersQuestion['of'], pick: MemberPick): Promise<number> => {
      const answer = await ask({ question: 'members', of, pick, limit: 10_000_000 })
      expect(answer.rows.length).toBe(answer.total)
      return answer.total
    }
    const filter = { journeys: { reached: ['A'] }, events: { notTouchpoints: ['D'] } }
    for (const row of (await ask({ question: 'touchpoints', ...filter })).rows)
      for (const number of ['journeys', 'occurrences', 'starts', 'ends', 'exits', 'repeats'] as const)
        expect(await members({ question: 'touchpoints', ...filter }, { kind: 'touchpoint', touchpoint: row.touchpoint, number })).toBe(
          row[number],
        )
    for (const row of (await ask({ question: 'transitions', limit: 4 })).rows)
      for (const number of ['count', 'journeys'] as const)
        expect(await members({ question: 'transitions' }, { kind: 'transition', from: row.from, to: row.to, number })).toBe(row[number])
    const slow = { question: 'transitions', slowerThanMs: 3_600_000 } as const
    for (const row of (await ask({ ...slow, limit: 4 })).rows)
      expect(await members(slow, { kind: 'transition', from: row.from, to: row.to, number: 'slow' })).toBe(row.slow)
    for (const row of (await ask({ question: 'scores' })).rows)
      expect(await members({ question: 'scores' }, { kind: 'score', touchpoint: row.touchpoint, scale: row.scale })).toBe(row.n)
    for (const row of (await ask({ question: 'variants', limit: 3, collapseRepeats: true })).rows)
      expect(await members({ question: 'variants', collapseRepeats: true }, { kind: 'variant', path: row.path })).toBe(row.journeys)
    const funnel: FunnelQuestion = {
      question: 'funnel',
      steps: ['A', 'B', 'C'],
      order: 'ordered',
      ties: 'capture-order',
      windowMs: 4 * 3_600_000,
    }
    for (const [index, row] of (await ask(funnel)).rows.entries()) {
      expect(await members(funnel, { kind: 'funnel-step', step: index + 1, number: 'reached' })).toBe(row.journeys)
      expect(await members(funnel, { kind: 'funnel-step', step: index + 1, number: 'lost' })).toBe(row.lost)
    }
    for (const row of (await ask({ question: 'flow', stages })).rows.slice(0, 6))
      for (const number of ['count', 'journeys'] as const)
        expect(await members({ question: 'flow', stages }, { kind: 'flow', from: row.from, to: row.to, number })).toBe(row[number])
    for (const row of (await ask({ question: 'stages', stages })).rows)
      for (const number of ['journeys', 'exits'] as const)
        expect(await members({ question: 'stages', stages }, { kind: 'stage', stage: row.stage, number })).toBe(row[number])
    const paths = { question: 'paths', touchpoint: 'A', direction: 'after', depth: 2, perColumn: 2 } as const
    for (const row of (await ask(paths)).rows.slice(0, 8))
      expect(await members(paths, { kind: 'path', column: row.column, from: row.from, to: row.to })).toBe(row.journeys)
    for (const measure of ['journeys', 'events', 'score'] as const) {
      const trend = { question: 'trend', measure, bucket: 'day' } as const
      for (const row of (await ask(trend)).rows) expect(await members(trend, { kind: 'bucket', start: row.start })).toBe(row.n)
    }
    const overview = (await ask({ question: 'overview' })).rows[0]!
    expect(await members({ question: 'overview' }, { kind: 'journeys' })).toBe(overview.journeys)
    expect(await members({ question: 'overview' }, { kind: 'outcome', outcome: 'open' })).toBe(overview.open)
    expect(overview.reachedGoal + overview.lost + overview.open).toBe(overview.journeys)
    expect(overview.journeys).toBe(expected.flat().length)
    expect(overview.feedback).toBe(
      expected
        .flat()
        .flatMap((journey) => journey.events)
        .filter((each) => each.score !== undefined).length,
    )
  }, 120_000)

  test('verbatims and timelines tell each event and the very line it was read from', async () => {
    const words = await store.ask(1, definition, { question: 'verbatims', limit: 10_000_000 }, signal)
    const said = expected.flatMap((journeys) =>
      journeys.flatMap((journey) => journey.events.filter((each) => each.score !== undefined)),
    ).length
    expect(words.total).toBe(said)
    expect(words.rows.length).toBe(said)
    for (const row of words.rows.slice(0, 500))
      expect({ file: row.file, line: row.line }).toEqual(lineOfId.get(/said (\d+-\d+),/.exec(row.text)![1]!))
    for (const [index, log] of logs.slice(0, 12).entries()) {
      const { customer } = log[0]!
      const { rows } = await store.ask(1, definition, { question: 'timeline', customer: `${index}/${customer}` }, signal)
      const own = log.map((each, place) => ({ each, place })).filter(({ each }) => each.customer === customer)
      expect(rows.map((row) => row.properties['id'])).toEqual(
        own.sort((a, b) => a.each.time - b.each.time || a.place - b.place).map(({ place }) => `${index}-${place}`),
      )
      expect(rows.map(({ file, line }) => ({ file, line }))).toEqual(rows.map((row) => lineOfId.get(row.properties['id']!)))
      const journeys = expected[index]!.filter((journey) => journey.customer === customer)
      expect(rows.filter((row) => row.journey !== null).length).toBe(journeys.reduce((sum, journey) => sum + journey.events.length, 0))
      expect(new Set(rows.map((row) => row.journey).filter((number) => number !== null)).size).toBe(journeys.length)
    }
  })
})
