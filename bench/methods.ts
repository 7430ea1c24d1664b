// Every method over many events, beside one plain look at the same events in SQL, in one run.
// node bench/methods.ts [EVENTS] [CUSTOMERS]
import { mkdtemp, rm } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { runMethod } from '../src/app/methods/run-method.ts'
import { int, sql } from '../src/events/engine/sql.ts'
import { openEventStore } from '../src/events/open-event-store.ts'
import { wholeCustomer, type JourneyDefinition } from '../src/journey/definition.ts'
import type { MethodQuestion } from '../src/journey/method.ts'

const events = Number(process.argv[2] ?? 1_000_000)
const customers = Number(process.argv[3] ?? events / 20)
const { signal } = new AbortController()
const directory = await mkdtemp(join(tmpdir(), 'wend-bench-methods-'))
const store = await openEventStore({ directory })
const { driver } = store
const day = 86_400_000
const definition: JourneyDefinition = { ...wholeCustomer, goal: ['Touchpoint 7'], stillOpenMs: 14 * day, segments: ['plan'] }
const steps = [3, 5, 2, 7].map((number) => ({ name: `Step ${number}`, touchpoints: [`Touchpoint ${number}`], repeatable: true }))
const group = (value: string) => ({ name: value, journeys: { properties: [{ property: 'plan', operator: '=' as const, value }] } })

const methods: readonly MethodQuestion[] = [
  { question: 'next', path: ['Touchpoint 3'] },
  { question: 'outlook', limit: 1000 },
  { question: 'fit', plan: { name: 'plan', stages: [{ name: 'all', steps }] } },
  { question: 'compare', a: group('pro'), b: group('free') },
  { question: 'changes', bucket: 'week' },
  { question: 'emotion' },
  { question: 'themes' },
  { question: 'channels' },
]

try {
  await fill()
  const plain = await timed(() =>
    driver.query(sql`SELECT a, b, count() FROM (
      SELECT touchpoint AS a, leadInFrame(touchpoint) OVER w AS b, leadInFrame(customer) OVER w AS same, customer FROM events WHERE workspace = 1
      WINDOW w AS (PARTITION BY customer ORDER BY time, capture, import, file, row, part ROWS BETWEEN CURRENT ROW AND 1 FOLLOWING)) WHERE same = customer GROUP BY a, b`),
  )
  console.log(
    `${events} events of ${customers} customers, load ${loadavg()[0]!.toFixed(1)}; transitions in plain SQL ${plain.toFixed(2)} s`,
  )
  console.log(`journeys built: ${(await timed(() => store.ask(1, definition, { question: 'overview' }, signal))).toFixed(2)} s`)
  for (const question of methods) {
    const run = (): Promise<unknown> => runMethod({ workspace: 1, definition, signal, events: store }, question)
    const [first, again] = [await timed(run), await timed(run)]
    console.log(`${question.question}: ${first.toFixed(2)} s, again ${again.toFixed(2)} s, ${(again / plain).toFixed(2)} × the plain SQL`)
  }
} finally {
  await store.close()
  await rm(directory, { recursive: true, force: true })
}

/** The events are made by the engine, as an import would have left them: 40 touchpoints, 6 channels, one score in 50, some with words. */
async function fill(): Promise<void> {
  await driver.command(
    sql`INSERT INTO touchpoints SELECT 1, toUInt16(number + 1), concat('Touchpoint ', toString(number)) FROM numbers(40)`,
  )
  await driver.command(sql`INSERT INTO imports (workspace, number, source) VALUES (1, 1, 'bench')`)
  await driver.command(
    sql`INSERT INTO events (workspace, customer, customer_id, time, import, row, id, touchpoint, channel, score, normal, scale, verbatim, properties)
      SELECT 1, sipHash64(c), c, toDateTime64('2025-01-01 00:00:00', 3, 'UTC') + toIntervalSecond(intDiv(number * 31000000, ${int(events)})), 1, toUInt32(number), number,
        concat('Touchpoint ', toString(intDiv(sipHash64(number) % 40 * (sipHash64(number, 1) % 40), 40))), ['web', 'app', 'email', 'phone', 'chat', 'shop'][1 + sipHash64(number, 2) % 6],
        if(number % 50 = 0, toFloat64(given), NULL), if(number % 50 = 0, (given - 5) / 5, NULL), if(number % 50 = 0, 'nps', ''),
        if(number % 500 = 0, concat(['The delivery was late', 'Great service and friendly people', 'The card form lost my words', 'It works'][1 + given % 4], ' ', toString(number % 97)), ''),
        map('plan', ['pro', 'free'][1 + sipHash64(c, 5) % 2])
      FROM (SELECT number, concat('c', toString(sipHash64(number, 3) % ${int(customers)})) AS c, sipHash64(number, 4) % 11 AS given FROM numbers(${int(events)}))`,
    { settings: { max_insert_threads: 2 } },
  )
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await run()
  return (performance.now() - start) / 1000
}
