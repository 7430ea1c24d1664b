// Import, journeys and questions beside the engine's own best SQL, in one run.
// node bench/events.ts [EVENTS] [CUSTOMERS]
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql, text } from '../src/events/engine/sql.ts'
import { createEvents } from '../src/events/schema.ts'
import { prepareFile } from '../src/events/ingest/prepare-file.ts'
import { openEventStore } from '../src/events/open-event-store.ts'
import { wholeCustomer } from '../src/journey/definition.ts'
import type { Question } from '../src/journey/question.ts'
import type { Recipe } from '../src/sources/recipe.ts'
import { makeLog } from './make-log.ts'

const events = Number(process.argv[2] ?? 5_000_000)
const customers = Number(process.argv[3] ?? events / 5)
const { signal } = new AbortController()
const directory = await mkdtemp(join(tmpdir(), 'wend-bench-'))
const csv = join(directory, 'log.csv')
const store = await openEventStore({ directory: join(directory, 'data') })
const { driver } = store

try {
  await makeLog(csv, { events, customers })
  console.log(
    `${events.toLocaleString('en')} events, ${customers.toLocaleString('en')} customers, ${((await stat(csv)).size / 1e6).toFixed(0)} MB, ${availableParallelism()} cores`,
  )
  await importing()
  await journeys()
  await questions()
} finally {
  await store.close()
  await rm(directory, { recursive: true, force: true })
}

async function importing(): Promise<void> {
  const raw = await timed(async () => {
    await driver.command(sql`DROP TABLE IF EXISTS raw_events`)
    await driver.command(createEvents('raw_events'))
    await driver.command(
      sql`INSERT INTO raw_events (workspace, customer, customer_id, time, import, row, id, touchpoint, channel)
        SELECT 1, sipHash64(c), c, parseDateTime64BestEffort(at, 3, 'UTC'), 1, toUInt32(_row_number), reinterpretAsUInt128(sipHash128(c, t, at, h)), t, h
        FROM file(${text(csv)}, 'CSVWithNames', 'c String, t String, at String, h String')`,
      { settings: { max_insert_threads: 2, input_format_with_names_use_header: 0 } },
    )
  })
  await driver.command(sql`DROP TABLE raw_events`)
  const ours = await timed(async () => {
    const prepared = await prepareFile(csv, 'log.csv', { workDir: directory, signal })
    if (!prepared.ok) throw new Error(prepared.error.message)
    const recipe: Recipe = {
      wend: 'recipe/1',
      name: 'bench',
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
          channel: '{channel}',
          survey: false,
          properties: {},
        },
      ],
    }
    const report = await store.importFiles(
      { workspace: 1, number: 1, source: 'bench', recipe, files: { log: prepared.value } },
      () => undefined,
      signal,
    )
    if (report.events.stored !== events) throw new Error(`stored ${report.events.stored}`)
  })
  ratio('import CSV', ours, raw)
}

async function journeys(): Promise<void> {
  const best = await timed(() =>
    driver.command(sql`CREATE TABLE best_journeys ENGINE = MergeTree ORDER BY customer AS
      SELECT customer, groupArray(touchpoint_id) AS touchpoints, groupArray(at) AS times FROM (
        SELECT customer, transform(touchpoint, (SELECT groupArray(name) FROM touchpoints), (SELECT groupArray(id) FROM touchpoints), toUInt16(0)) AS touchpoint_id, toUnixTimestamp64Milli(time) AS at
        FROM events WHERE workspace = 1 ORDER BY workspace, customer, time, capture, import, file, row, part
      ) GROUP BY customer SETTINGS optimize_aggregation_in_order = 1`),
  )
  const ours = await timed(() =>
    store.ask(1, wholeCustomer, { question: 'members', of: { question: 'overview' }, pick: { kind: 'journeys' }, limit: 1 }, signal),
  )
  ratio('journeys from events (and one question)', ours, best)
}

async function questions(): Promise<void> {
  const fromEvents = await timed(() =>
    driver.query(sql`SELECT p.1 AS a, p.2 AS b, count() AS n FROM (
      SELECT arrayJoin(arrayZip(arrayPopBack(l), arrayPopFront(l))) AS p FROM (SELECT groupArray(touchpoint) AS l FROM (SELECT customer, touchpoint FROM events WHERE workspace = 1 ORDER BY workspace, customer, time, capture, import, file, row, part) GROUP BY customer))
      GROUP BY a, b SETTINGS optimize_aggregation_in_order = 1`),
  )
  const withTimes = await timed(() =>
    driver.query(sql`SELECT touchpoint AS a, next AS b, count() AS n, quantileExact(0.5)(gap), quantileExact(0.9)(gap) FROM (
      SELECT touchpoint, leadInFrame(touchpoint) OVER w AS next, leadInFrame(customer) OVER w AS same, customer, leadInFrame(toUnixTimestamp64Milli(time)) OVER w - toUnixTimestamp64Milli(time) AS gap
      FROM events WHERE workspace = 1 WINDOW w AS (PARTITION BY customer ORDER BY time, capture, import, file, row, part ROWS BETWEEN CURRENT ROW AND 1 FOLLOWING)) WHERE same = customer GROUP BY a, b`),
  )
  const kept = sql`SELECT p.1 AS a, p.2 AS b, count() AS n FROM (SELECT arrayJoin(arrayZip(arrayPopBack(touchpoints), arrayPopFront(touchpoints))) AS p FROM journeys WHERE workspace = 1 AND definition = 1) GROUP BY a, b`
  ratio('transitions, counts only, from journeys', await timed(() => driver.query(kept)), fromEvents)
  const stages = [0, 1, 2, 3].map((stage) => ({
    stage: `Stage ${stage}`,
    touchpoints: Array.from({ length: 10 }, (_, index) => `Touchpoint ${stage * 10 + index}`),
  }))
  const asked: readonly Question[] = [
    { question: 'overview' },
    { question: 'touchpoints' },
    { question: 'transitions' },
    { question: 'variants', limit: 100 },
    {
      question: 'funnel',
      steps: ['Touchpoint 1', 'Touchpoint 5', 'Touchpoint 9', 'Touchpoint 2'],
      windowMs: 30 * 86_400_000,
      order: 'ordered',
      ties: 'capture-order',
    },
    { question: 'flow', stages },
    { question: 'stages', stages },
    { question: 'paths', touchpoint: 'Touchpoint 3', direction: 'after', depth: 4, perColumn: 8 },
    { question: 'trend', measure: 'journeys', bucket: 'week' },
    { question: 'trend', measure: 'events', bucket: 'week' },
    { question: 'scores' },
    { question: 'verbatims' },
    { question: 'timeline', customer: 'c7' },
    {
      question: 'members',
      of: { question: 'transitions' },
      pick: { kind: 'transition', from: 'Touchpoint 1', to: 'Touchpoint 2', number: 'count' },
      limit: 100,
    },
  ]
  for (const question of asked) {
    const ours = await timed(() => store.ask(1, wholeCustomer, question, signal))
    if (question.question === 'transitions') ratio('transitions with times', ours, withTimes)
    else console.log(`${question.question.padEnd(44)} ${ours.toFixed(2)} s`)
  }
}

/** Seconds of one run. */
async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1000
}

function ratio(name: string, ours: number, reference: number): void {
  console.log(`${name.padEnd(44)} ${ours.toFixed(2)} s   reference ${reference.toFixed(2)} s   ratio ${(ours / reference).toFixed(2)}`)
}
