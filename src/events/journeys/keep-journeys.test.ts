import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { wholeCustomer, type JourneyDefinition } from '../../journey/definition.ts'
import type { Recipe } from '../../sources/recipe.ts'
import { prepareFile } from '../ingest/prepare-file.ts'
import { openEventStore, type EmbeddedEventStore } from '../open-event-store.ts'

let directory: string
let store: EmbeddedEventStore
const { signal } = new AbortController()

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'wend-journeys-'))
  store = await openEventStore({ directory: join(directory, 'data') })
})

afterAll(async () => {
  await store?.close()
  await rm(directory, { recursive: true, force: true })
})

const recipe: Recipe = {
  wend: 'recipe/1',
  name: 'test',
  timezone: 'UTC',
  nulls: [],
  files: { log: { match: '*' } },
  events: [
    {
      from: 'log',
      join: [],
      when: [],
      customer: '{customer}',
      account: '{account}',
      touchpoint: '{touchpoint}',
      time: { value: '{time}', format: 'iso' },
      survey: false,
      properties: {},
    },
  ],
}

async function importEvents(number: number, lines: readonly string[]): Promise<void> {
  const path = join(directory, `${number}.csv`)
  await writeFile(path, `customer,account,touchpoint,time\n${lines.join('\n')}\n`)
  const prepared = await prepareFile(path, `${number}.csv`, { workDir: directory, signal })
  if (!prepared.ok) throw new Error(prepared.error.message)
  await store.importFiles({ workspace: 1, number, source: 'test', recipe, files: { log: prepared.value } }, () => undefined, signal)
}

const paths = async (definition: JourneyDefinition): Promise<Record<string, number>> => {
  const { rows } = await store.ask(1, definition, { question: 'variants' }, signal)
  return Object.fromEntries(rows.map((row) => [row.path.join('>'), row.journeys]))
}

test('journeys follow new imports, by customer and by account, whether few or most units are touched', async () => {
  const byAccount: JourneyDefinition = { ...wholeCustomer, name: 'accounts', unit: 'account' }
  const many = Array.from({ length: 40 }, (_, index) => `c${index},a${index % 20},A,2025-01-01T00:00:00Z`)
  await importEvents(1, many)
  expect(await paths(wholeCustomer)).toEqual({ A: 40 })
  expect(await paths(byAccount)).toEqual({ 'A>A': 20 })
  // One of forty customers: only its journeys are built again. An earlier event comes late.
  await importEvents(2, ['c0,a0,B,2024-01-01T00:00:00Z', 'c0,,C,2025-02-01T00:00:00Z'])
  expect(await paths(wholeCustomer)).toEqual({ A: 39, 'B>A>C': 1 })
  expect(await paths(byAccount)).toEqual({ 'A>A': 19, 'B>A>A': 1 })
  await importEvents(
    3,
    many.map((line) => line.replace('A,2025-01-01', 'Z,2026-01-01')),
  )
  expect(await paths(wholeCustomer)).toEqual({ 'A>Z': 39, 'B>A>C>Z': 1 })
})

test('a definition that no journey fits answers with none, before and after more events', async () => {
  const never: JourneyDefinition = { ...wholeCustomer, name: 'never', start: ['No such touchpoint'] }
  expect(await paths(never)).toEqual({})
  await importEvents(4, ['c1,a1,A,2026-05-01T00:00:00Z'])
  expect(await paths(never)).toEqual({})
  await importEvents(5, ['c1,a1,No such touchpoint,2026-06-01T00:00:00Z'])
  expect(await paths(never)).toEqual({ 'No such touchpoint': 1 })
})
