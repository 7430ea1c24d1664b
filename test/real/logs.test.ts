import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testData } from '../test-data.ts'
import { logFacts, readDfg } from './log-facts.ts'
import { openStore, recipeOf, type OpenedStore } from './opened-store.ts'

const xes = 'customer=case:concept:name,touchpoint=concept:name,time=time:timestamp'
const numbered = 'customer=case_id,touchpoint=activity,time=timestamp,sequence=.order'
const day = 86_400_000
const all = 1_000_000

const logs = [
  { file: 'running-example.csv', columns: xes, facts: 'running-example.json' },
  { file: 'running-example.xes', columns: xes, facts: 'running-example.json' },
  { file: 'receipt.csv', columns: xes, facts: 'receipt_npm.json' },
  { file: 'receipt.xes.gz', columns: xes, facts: 'receipt_npm.json' },
  { file: 'reviewing.xes', columns: xes, facts: 'reviewing.json' },
  { file: 'sepsis.csv', columns: numbered, facts: 'sepsis.stats.json' },
  { file: 'traffic_fines.csv', columns: numbered, facts: 'traffic_fines.stats.json' },
] as const

let opened: OpenedStore
beforeAll(async () => {
  opened = await openStore()
})
afterAll(() => opened?.close())

describe.each(logs.map((log, index) => ({ ...log, workspace: index + 1 })))('$file', ({ file, columns, facts: name, workspace }) => {
  const facts = logFacts(name)

  test('is stored whole, and nothing of it twice', async () => {
    const first = await opened.importPaths(workspace, [testData('logs', file)], columns)
    expect(first.rows).toEqual({ read: facts.events, stored: facts.events, refused: 0, duplicates: 0, unused: 0 })
    expect(first.events).toEqual({ made: facts.events, stored: facts.events, refused: 0, duplicates: 0 })
    expect([first.customers, first.touchpoints]).toEqual([facts.cases, facts.activities])
    const again = await opened.importPaths(workspace, [testData('logs', file)], columns)
    expect(again.rows).toEqual({ read: facts.events, stored: 0, refused: 0, duplicates: facts.events, unused: 0 })
  })

  test('has the published cases, events, activities, variants and period', async () => {
    const [row] = (await opened.ask(workspace, { question: 'overview' })).rows
    expect(row).toMatchObject({
      customers: facts.cases,
      journeys: facts.cases,
      events: facts.events,
      touchpoints: facts.activities,
      variants: facts.variants,
      from: Date.parse(facts.first),
      to: Date.parse(facts.last),
    })
  })

  test('has the published counts of each activity, first and last', async () => {
    const { rows } = await opened.ask(workspace, { question: 'touchpoints', limit: all })
    expect(Object.fromEntries(rows.map((row) => [row.touchpoint, row.occurrences]))).toEqual(facts.activity_counts)
    const ranked = (number: 'starts' | 'ends') =>
      Object.fromEntries(
        rows
          .filter((row) => row[number] > 0)
          .toSorted((a, b) => b[number] - a[number])
          .map((row) => [row.touchpoint, row[number]]),
      )
    // The published lists hold the eight most frequent at the most.
    expect(ranked('starts')).toMatchObject(facts.start)
    expect(ranked('ends')).toMatchObject(facts.end)
    expect(rows.reduce((sum, row) => sum + row.starts, 0)).toBe(facts.cases)
    expect(rows.reduce((sum, row) => sum + row.ends, 0)).toBe(facts.cases)
  })

  test('has the published transitions', async () => {
    const { rows, total } = await opened.ask(workspace, { question: 'transitions', limit: all })
    expect(total).toBe(facts.dfg_edges)
    expect(rows).toHaveLength(facts.dfg_edges)
    expect(rows.reduce((sum, row) => sum + row.count, 0)).toBe(facts.events - facts.cases)
    const counts = Object.fromEntries(rows.map((row) => [`${row.from} > ${row.to}`, row.count]))
    expect(counts).toMatchObject(Object.fromEntries(facts.top_dfg.map(([from, to, count]) => [`${from} > ${to}`, count])))
    expect(rows.slice(0, facts.top_dfg.length).map((row) => row.count)).toEqual(facts.top_dfg.map(([, , count]) => count))
  })

  test('has the published variants', async () => {
    const { rows, total } = await opened.ask(workspace, { question: 'variants', limit: all })
    expect(total).toBe(facts.variants)
    const counts = new Map(rows.map((row) => [row.path.join('\n'), row.journeys]))
    for (const { count, variant } of facts.top_variants) expect(counts.get(variant.join('\n'))).toBe(count)
    expect(rows.slice(0, facts.top_variants.length).map((row) => row.journeys)).toEqual(facts.top_variants.map(({ count }) => count))
    expect(rows.reduce((sum, row) => sum + row.journeys, 0)).toBe(facts.cases)
  })

  test('has the published durations; the nearest-rank median is the lower of the two middle ones', async () => {
    const [row] = (await opened.ask(workspace, { question: 'overview' })).rows
    expect(row!.meanDuration! / day).toBeCloseTo(facts.duration_days.mean, 4)
    const { rows, total } = await opened.ask(workspace, {
      question: 'members',
      of: { question: 'overview' },
      pick: { kind: 'journeys' },
      limit: all,
    })
    expect(total).toBe(facts.cases)
    const durations = rows.map(({ start, end }) => end - start).toSorted((a, b) => a - b)
    expect(row!.p50Duration).toBe(durations[Math.ceil(durations.length / 2) - 1])
    const middle = (durations[Math.ceil(durations.length / 2) - 1]! + durations[Math.floor(durations.length / 2)]!) / 2
    // The published median is the mean of the two middle values where the number of cases is even.
    expect(middle / day).toBeCloseTo(facts.duration_days.median, 4)
    expect(durations.at(-1)! / day).toBeCloseTo(facts.duration_days.max, 4)
    const sizes = rows.map(({ events }) => events).toSorted((a, b) => a - b)
    expect([sizes[0], sizes.at(-1)]).toEqual([facts.events_per_case.min, facts.events_per_case.max])
  })
})

test('running-example has exactly the 16 transitions of its published graph', async () => {
  const { rows } = await opened.ask(1, { question: 'transitions', limit: all })
  const key = (row: { readonly from: string; readonly to: string; readonly count: number }): string => `${row.from}>${row.to}x${row.count}`
  const published = readDfg('running-example.dfg')
  expect(published).toHaveLength(16)
  expect(rows.map(key).toSorted()).toEqual(published.map(key).toSorted())
})

test('the case whose id is the text NA, which its export lost, is a customer like any other', async () => {
  const lines = readFileSync(testData('logs', 'sepsis.csv'), 'utf8').split('\n')
  const own = lines.flatMap((line, index) => (line.startsWith(',') ? [{ line: index + 1, touchpoint: line.split(',')[1] }] : []))
  expect(own).toHaveLength(24)
  const { rows } = await opened.ask(6, { question: 'timeline', customer: 'NA', limit: all })
  expect(rows.map(({ line, touchpoint }) => ({ line, touchpoint }))).toEqual(own)
})

test('a recipe that says nothing of lost ids has those rows refused, each with its line', async () => {
  const recipe = recipeOf(`
wend: recipe/1
events:
  - { customer: '{case_id}', touchpoint: '{activity}', time: '{timestamp}', sequence: '{.order}' }`)
  const report = await opened.importPaths(106, [testData('logs', 'sepsis.csv')], recipe)
  expect(report.rows).toEqual({ read: 15_214, stored: 15_190, refused: 24, duplicates: 0, unused: 0 })
  expect(report.customers).toBe(1049)
  const refused = await opened.store.refused(106, report.number, { limit: 100, offset: 0 })
  expect(refused.rows.map(({ line, field }) => [line, field])).toEqual(Array.from({ length: 24 }, (_, index) => [443 + index, 'customer']))
})

test('a customer called NA in the file is kept', async () => {
  const path = join(opened.folder, 'na.csv')
  await writeFile(path, 'case_id,activity,timestamp\nNA,Start,2025-01-01T00:00:00Z\nnull,Start,2025-01-01T00:00:00Z\n')
  expect((await opened.importPaths(107, [path])).rows.stored).toBe(2)
  for (const customer of ['NA', 'null']) expect((await opened.ask(107, { question: 'timeline', customer })).total).toBe(1)
})

test('rows in another order change nothing where a sequence column says what came first', async () => {
  const lines = readFileSync(testData('logs', 'sepsis.csv'), 'utf8').trimEnd().split('\n')
  const [header, ...rows] = lines
  const shuffled = shuffle(rows, 20251123)
  expect(shuffled).not.toEqual(rows)
  const path = join(opened.folder, 'shuffled.csv')
  await writeFile(path, `${[header, ...shuffled].join('\n')}\n`)
  await opened.importPaths(101, [path], numbered)
  for (const question of [
    { question: 'transitions', limit: all },
    { question: 'variants', limit: all },
    { question: 'touchpoints', limit: all },
    { question: 'overview' },
  ] as const)
    expect((await opened.ask(101, question)).rows).toEqual((await opened.ask(6, question)).rows)
})

test('without a sequence column, only ties follow the order of the rows', async () => {
  const columns = 'customer=case_id,touchpoint=activity,time=timestamp'
  await opened.importPaths(102, [join(opened.folder, 'shuffled.csv')], columns)
  const touchpoints = async (workspace: number) =>
    (await opened.ask(workspace, { question: 'touchpoints', limit: all })).rows.map((row) => [
      row.touchpoint,
      row.journeys,
      row.occurrences,
    ])
  expect(new Map((await touchpoints(102)).map((row) => [row[0], row]))).toEqual(new Map((await touchpoints(6)).map((row) => [row[0], row])))
  const durations = async (workspace: number) => (await opened.ask(workspace, { question: 'overview' })).rows[0]!.meanDuration
  expect(await durations(102)).toBe(await durations(6))
  // In time order with the ties in file order, counted here by hand from the shuffled rows.
  const found = (await opened.ask(102, { question: 'transitions', limit: all })).rows
  const counted = plainTransitionCounts(readFileSync(join(opened.folder, 'shuffled.csv'), 'utf8'))
  expect(Object.fromEntries(found.map((row) => [`${row.from} > ${row.to}`, row.count]))).toEqual(counted)
})

/** Seeded Fisher-Yates with a small linear congruential generator. */
function shuffle<Item>(items: readonly Item[], seed: number): Item[] {
  const list = [...items]
  let state = seed
  for (let i = list.length - 1; i > 0; i--) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    const j = state % (i + 1)
    ;[list[i], list[j]] = [list[j]!, list[i]!]
  }
  return list
}

function plainTransitionCounts(csv: string): Record<string, number> {
  const cases = new Map<string, { name: string; time: number }[]>()
  for (const line of csv.trimEnd().split('\n').slice(1)) {
    const cells = line.split(',')
    const list = cases.get(cells[0]!) ?? []
    list.push({ name: cells[1]!, time: Date.parse(cells[4]!) })
    cases.set(cells[0]!, list)
  }
  const counts: Record<string, number> = {}
  for (const list of cases.values()) {
    const names = list.toSorted((a, b) => a.time - b.time).map(({ name }) => name)
    names.slice(1).forEach((to, i) => (counts[`${names[i]} > ${to}`] = (counts[`${names[i]} > ${to}`] ?? 0) + 1))
  }
  return counts
}

test('a file that overlaps the first by half adds only its new rows', async () => {
  const lines = readFileSync(testData('logs', 'traffic_fines.csv'), 'utf8').trimEnd().split('\n')
  const [header, ...rows] = lines
  const write = async (name: string, from: number, to: number): Promise<string> => {
    const path = join(opened.folder, name)
    await writeFile(path, `${[header, ...rows.slice(from, to)].join('\n')}\n`)
    return path
  }
  const first = await opened.importPaths(103, [await write('first.csv', 0, 20_000)], numbered)
  const second = await opened.importPaths(103, [await write('second.csv', 10_000, rows.length)], numbered)
  expect(first.rows.stored).toBe(20_000)
  expect(second.rows).toEqual({
    read: rows.length - 10_000,
    stored: rows.length - 20_000,
    refused: 0,
    duplicates: 10_000,
    unused: 0,
  })
  const whole = await opened.ask(7, { question: 'transitions', limit: all })
  expect((await opened.ask(103, { question: 'transitions', limit: all })).rows).toEqual(whole.rows)
})

test.each([
  ['roadtraffic100traces.xes', 100],
  ['11_tickets.xes', 0],
] as const)('%s holds the events that its text holds', async (file, traces) => {
  const workspace = traces === 0 ? 105 : 104
  const text = readFileSync(testData('logs', file), 'utf8')
  const report = await opened.importPaths(workspace, [testData('logs', file)], xes)
  const events = text.match(/<event>/g)!.length
  const cases = text.match(/<trace>/g)!.length
  if (traces > 0) expect(cases).toBe(traces)
  expect(report.rows).toEqual({ read: events, stored: events, refused: 0, duplicates: 0, unused: 0 })
  expect(report.customers).toBe(cases)
  const { rows } = await opened.ask(workspace, { question: 'touchpoints', limit: all })
  const names = [...text.matchAll(/<event>[\s\S]*?<\/event>/g)].map(([event]) => /"concept:name" value="([^"]*)"/.exec(event)![1]!)
  const counts = Object.fromEntries(Object.entries(Object.groupBy(names, (name) => name)).map(([name, list]) => [name, list!.length]))
  expect(Object.fromEntries(rows.map((row) => [row.touchpoint, row.occurrences]))).toEqual(counts)
})
