// Channels and accounts over many events, beside the engine's own plain SQL for the same counts, in one run.
// node bench/channels.ts [EVENTS] [CUSTOMERS]
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runMethod } from '../src/app/methods/run-method.ts'
import { int, sql } from '../src/events/engine/sql.ts'
import { openEventStore } from '../src/events/open-event-store.ts'
import { wholeCustomer, type JourneyDefinition } from '../src/journey/definition.ts'

const events = Number(process.argv[2] ?? 10_000_000)
const customers = Number(process.argv[3] ?? events / 20)
const { signal } = new AbortController()
const directory = await mkdtemp(join(tmpdir(), 'wend-bench-channels-'))
const store = await openEventStore({ directory })
const { driver } = store
const definition: JourneyDefinition = { ...wholeCustomer, goal: ['Touchpoint 7'] }

try {
  await fill()
  const byWindow = await timed(() =>
    driver.query(sql`SELECT channel AS a, next AS b, count() AS n FROM (
      SELECT channel, leadInFrame(channel) OVER w AS next, leadInFrame(customer) OVER w AS same, customer FROM events WHERE workspace = 1
      WINDOW w AS (PARTITION BY customer ORDER BY time, capture, import, file, row, part ROWS BETWEEN CURRENT ROW AND 1 FOLLOWING)) WHERE same = customer AND a != b GROUP BY a, b`),
  )
  const byPerson = await timed(() =>
    driver.query(
      sql`SELECT count() FROM (SELECT account, customer, count(), max(time), argMax(role, time) FROM events WHERE workspace = 1 GROUP BY account, customer)`,
    ),
  )
  console.log(`plain SQL: counts of switches ${byWindow.toFixed(2)} s, people of accounts ${byPerson.toFixed(2)} s`)
  await once('account journeys built', () => store.ask(1, { ...definition, unit: 'account' }, { question: 'overview' }, signal))
  await once('customer journeys built', () => store.ask(1, definition, { question: 'overview' }, signal))
  await paired('channel-visits', byWindow, () => store.ask(1, definition, { question: 'channel-visits' }, signal))
  await paired('hand-offs', byWindow, () => store.ask(1, definition, { question: 'hand-offs', places: true }, signal))
  await paired('channels (all of it)', byWindow, () =>
    runMethod({ workspace: 1, definition, signal, events: store }, { question: 'channels' }),
  )
  await paired('accounts (all of it)', byPerson, () =>
    runMethod({ workspace: 1, definition, signal, events: store }, { question: 'accounts', limit: 50 }),
  )
} finally {
  await store.close()
  await rm(directory, { recursive: true, force: true })
}

/** The events are made by the engine, as an import would have left them. */
async function fill(): Promise<void> {
  await driver.command(
    sql`INSERT INTO touchpoints SELECT 1, toUInt16(number + 1), concat('Touchpoint ', toString(number)) FROM numbers(40)`,
  )
  await driver.command(sql`INSERT INTO imports (workspace, number, source) VALUES (1, 1, 'bench')`)
  await driver.command(
    sql`INSERT INTO events (workspace, customer, customer_id, account, account_id, role, time, import, row, id, touchpoint, channel)
      SELECT 1, sipHash64(c), c, sipHash64(a), a, ['buyer', 'user', 'admin'][1 + cityHash64(c) % 3], toDateTime64('2025-01-01 00:00:00', 3, 'UTC') + toIntervalSecond(number * 3), 1, toUInt32(number), number,
        concat('Touchpoint ', toString(intDiv(sipHash64(number) % 40 * (sipHash64(number, 1) % 40), 40))), ['web', 'app', 'email', 'phone', 'chat', 'shop'][1 + sipHash64(number, 2) % 6]
      FROM (SELECT number, concat('c', toString(sipHash64(number, 3) % ${int(customers)} AS person)) AS c, concat('a', toString(intDiv(person, 8))) AS a FROM numbers(${int(events)}))`,
    { settings: { max_insert_threads: 2 } },
  )
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await run()
  return (performance.now() - start) / 1000
}

async function once(name: string, run: () => Promise<unknown>): Promise<void> {
  console.log(`${name}: ${(await timed(run)).toFixed(2)} s`)
}

async function paired(name: string, reference: number, run: () => Promise<unknown>): Promise<void> {
  const seconds = await timed(run)
  console.log(`${name}: ${seconds.toFixed(2)} s, ${(seconds / reference).toFixed(2)} × the plain SQL`)
}
