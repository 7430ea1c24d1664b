import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { prepareFile } from '../../src/events/ingest/prepare-file.ts'
import { readSample } from '../../src/events/ingest/prepare-sample.ts'
import { openEventStore, type EmbeddedEventStore } from '../../src/events/open-event-store.ts'
import type { ImportReport, RefusedRow } from '../../src/events/event-store.ts'
import { wholeCustomer } from '../../src/journey/definition.ts'
import { inferRecipe } from '../../src/sources/infer-recipe.ts'
import { parseRecipe } from '../../src/sources/parse-recipe.ts'
import type { PreparedFile } from '../../src/sources/prepared-file.ts'
import type { Recipe } from '../../src/sources/recipe.ts'
import { writeRecipe } from '../../src/sources/write-recipe.ts'
import { testData } from '../test-data.ts'

const { signal } = new AbortController()
let directory: string
let store: EmbeddedEventStore
let imports = 0

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'wend-ocel-'))
  store = await openEventStore({ directory: join(directory, 'data') })
})
afterAll(async () => {
  await store?.close()
  await rm(directory, { recursive: true, force: true })
})

async function prepare(path: string, name: string): Promise<PreparedFile> {
  const prepared = await prepareFile(path, name, { workDir: directory, signal })
  if (!prepared.ok) throw new Error(prepared.error.message)
  return prepared.value
}

async function infer(
  file: PreparedFile,
): Promise<{ readonly recipe: Recipe; readonly notes: readonly string[]; readonly asked: readonly string[] }> {
  const found = inferRecipe([{ name: file.name, columns: file.columns, rows: await readSample(file, 500) }])
  if (!found.ok) throw new Error(found.error[0]?.message)
  const { recipe, notes, questions } = found.value
  // What is inferred can be written, and reads back as the same.
  expect(parseRecipe(writeRecipe(recipe))).toEqual({ ok: true, value: recipe })
  return { recipe, notes, asked: questions.map(({ text }) => text) }
}

const withType = (recipe: Recipe, type: string): Recipe => ({
  ...recipe,
  events: recipe.events.map((rule, index) => (index === 0 ? { ...rule, when: rule.when.map((one) => ({ ...one, than: type })) } : rule)),
})

async function importInto(
  workspace: number,
  file: PreparedFile,
  recipe: Recipe,
): Promise<ImportReport & { readonly refusedRows: readonly RefusedRow[] }> {
  const number = ++imports
  const report = await store.importFiles({ workspace, number, source: 'test', recipe, files: { events: file } }, () => undefined, signal)
  const { rows } = report
  expect(rows.read).toBe(rows.stored + rows.refused + rows.duplicates + rows.unused)
  return { ...report, refusedRows: (await store.refused(workspace, number, { limit: 100, offset: 0 })).rows }
}

const timeline = async (workspace: number, customer: string) =>
  (await store.ask(workspace, wholeCustomer, { question: 'timeline', customer }, signal)).rows

describe.each([
  { form: 'JSON', name: 'ocel20_example.jsonocel', workspace: 1 },
  { form: 'XML', name: 'ocel20_example.xmlocel', workspace: 2 },
])('the published OCEL 2.0 example in $form', ({ name, workspace }) => {
  // Independent of the reader: the JSON file as it is.
  const log = JSON.parse(readFileSync(testData('logs', 'ocel20_example.jsonocel'), 'utf8')) as {
    objects: { id: string; type: string }[]
    events: { id: string; type: string; relationships: { objectId: string; qualifier: string }[] }[]
  }
  const typeOf = new Map(log.objects.map((object) => [object.id, object.type]))
  const related = log.events.flatMap((event) =>
    event.relationships.map((relation) => ({ event, ...relation, type: typeOf.get(relation.objectId) })),
  )
  const invoices = related.filter((one) => one.type === 'Invoice')

  test('makes one event for each object of the customer type, with roles, attributes and the other objects', async () => {
    const file = await prepare(testData('logs', name), name)
    expect(file.format).toBe('jsonl')
    const { recipe, asked } = await infer(file)
    expect(asked.filter((text) => text.startsWith('Which type'))).toHaveLength(2)
    expect(recipe.events[0]?.when[0]?.than).toBe('Invoice')
    const report = await importInto(workspace, file, recipe)
    expect(report.rows).toEqual({
      read: related.length,
      stored: invoices.length,
      refused: 0,
      duplicates: 0,
      unused: related.length - invoices.length,
    })
    expect(report.customers).toBe(new Set(invoices.map((one) => one.objectId)).size)
    const rows = await timeline(workspace, 'R3')
    expect(rows.map((row) => [row.touchpoint, row.role])).toEqual(
      invoices.filter((one) => one.objectId === 'R3').map((one) => [one.event.type, one.qualifier]),
    )
    // Attributes hold from their own time on: the block was set by one event and removed by the next.
    expect(rows.map((row) => row.properties['is_blocked'])).toEqual(
      rows.map((row) => (row.touchpoint === 'Set Payment Block' ? 'Yes' : 'No')),
    )
    expect(rows.at(-1)?.properties).toMatchObject({ payment_inserter: 'Robot', Payment: 'P3', 'Purchase Order': 'PO2' })
    const again = await importInto(workspace, file, recipe)
    expect(again.rows).toMatchObject({ stored: 0, duplicates: invoices.length })
  })

  test('lets another type be the customer', async () => {
    const file = await prepare(testData('logs', name), name)
    const { recipe } = await infer(file)
    const orders = related.filter((one) => one.type === 'Purchase Order')
    const report = await importInto(workspace + 10, file, withType(recipe, 'Purchase Order'))
    expect([report.rows.stored, report.customers]).toEqual([orders.length, 2])
  })
})

test('a log of version 1.0 is read too, with true counts', async () => {
  const name = 'recruiting-red.jsonocel'
  const log = JSON.parse(readFileSync(testData('logs', name), 'utf8')) as {
    'ocel:objects': Record<string, { 'ocel:type': string }>
    'ocel:events': Record<string, { 'ocel:omap': string[] }>
  }
  const relations = Object.values(log['ocel:events']).flatMap((event) => [...new Set(event['ocel:omap'])])
  const bare = Object.values(log['ocel:events']).filter((event) => event['ocel:omap'].length === 0).length
  const applications = relations.filter((id) => log['ocel:objects'][id]?.['ocel:type'] === 'applications')
  const file = await prepare(testData('logs', name), name)
  const { recipe } = await infer(file)
  expect(recipe.events[0]?.when[0]?.than).toBe('applications')
  const report = await importInto(30, file, recipe)
  expect([applications.length, report.rows.read]).toEqual([6607, relations.length + bare])
  expect(report.rows.stored).toBe(applications.length)
  expect(report.customers).toBe(new Set(applications).size)
  expect(report.rows.refused).toBe(bare)
})

const company = {
  events: [
    {
      id: 'e1',
      type: 'Visited',
      time: '2025-03-01T10:00:00Z',
      attributes: [{ name: 'channel', value: 'web' }],
      relationships: [
        { objectId: 'ann', qualifier: 'buyer' },
        { objectId: 'bob', qualifier: 'user' },
        { objectId: 'acme', qualifier: 'for' },
      ],
    },
    {
      id: 'e2',
      type: 'Called',
      time: '2025-03-02T10:00:00Z',
      attributes: [{ name: 'channel', value: 'phone' }],
      relationships: [
        { objectId: 'ann', qualifier: 'buyer' },
        { objectId: 'ann', qualifier: 'boss' },
      ],
    },
    { id: 'e3', type: 'Nobody', time: '2025-03-03T10:00:00Z' },
    { id: 'e4', type: 'Stranger', time: '2025-03-04T10:00:00Z', relationships: [{ objectId: 'zed', qualifier: 'user' }] },
    { id: 'e5', type: 'No time', relationships: [{ objectId: 'bob', qualifier: 'user' }] },
  ],
  objects: [
    { id: 'acme', type: 'Company', attributes: [{ name: 'size', time: '2025-01-01T00:00:00Z', value: 10 }] },
    { id: 'ann', type: 'Person', relationships: [{ objectId: 'acme', qualifier: 'works at' }] },
    { id: 'bob', type: 'Person', relationships: [{ objectId: 'acme', qualifier: 'works at' }] },
  ],
}

async function write(name: string, content: string): Promise<string> {
  const path = join(directory, name)
  await writeFile(path, content)
  return path
}

test('people and their company are recognised; rows without a known object are refused and listed, none is lost', async () => {
  const file = await prepare(await write('company.json', JSON.stringify(company, null, 1)), 'company.json')
  expect(file.notes.join('\n')).toContain('Person: 2 objects on 3 events, 1 of them with several')
  const { recipe, notes } = await infer(file)
  expect(recipe.events[0]).toMatchObject({ account: '{type:Company}', role: '{ocel:qualifier}', channel: '{channel}' })
  expect(notes.join('\n')).toContain('makes one event for each')
  const report = await importInto(40, file, recipe)
  expect(report.rows).toEqual({ read: 7, stored: 3, refused: 3, duplicates: 0, unused: 1 })
  expect(report.refusedRows.map((row) => [row.field, row.raw['ocel:event']])).toEqual([
    ['customer', 'e3'],
    ['customer', 'e4'],
    ['time', 'e5'],
  ])
  expect(report.refusedRows.map((row) => Number(row.raw['ocel:line']))).toEqual(
    ['e3', 'e4', 'e5'].map((id) =>
      JSON.stringify(company, null, 1)
        .split('\n')
        .findIndex((line) => line.includes(`"${id}"`)),
    ),
  )
  const ann = await timeline(40, 'ann')
  expect(ann.map(({ touchpoint, channel, role, account }) => ({ touchpoint, channel, role, account }))).toEqual([
    { touchpoint: 'Visited', channel: 'web', role: 'buyer', account: 'acme' },
    { touchpoint: 'Called', channel: 'phone', role: 'buyer, boss', account: 'acme' },
  ])
})

test.each([
  ['cut off JSON', 'a.jsonocel', JSON.stringify(company, null, 1).slice(0, 900), 'truncated', 'cut off'],
  [
    'broken JSON',
    'b.jsonocel',
    '{"objectTypes": [],\n"objects": [\n{"id": "a", "type": "T"},\n{"id": oops}],\n"events": []}',
    'bad-content',
    'line 4',
  ],
  ['an entry that is no object', 'c.jsonocel', '{"objectTypes": [],\n"events": [17]}', 'bad-content', 'line 2'],
  [
    'a log without events',
    'd.jsonocel',
    '{"objectTypes": [], "objects": [{"id": "a", "type": "T"}], "events": []}',
    'bad-content',
    'holds no events',
  ],
  ['broken XML', 'e.xmlocel', '<log><objects>\n<object id="a" type="T"></wrong></objects></log>', 'bad-content', 'line 2'],
  ['cut off XML', 'f.xmlocel', '<log><objects>\n<object id="a" type="T">', 'truncated', 'cut off'],
  ['XML with entities', 'g.xmlocel', '<!DOCTYPE log [<!ENTITY a "b">]><log><objects/></log>', 'bad-content', 'document type'],
  [
    'version 1.0 in XML',
    'h.xmlocel',
    '<log><events><event><string key="id" value="1"/></event></events></log>',
    'bad-content',
    'OCEL 1.0 in XML',
  ],
] as const)('%s is refused with the place', async (_, name, content, code, words) => {
  const prepared = await prepareFile(await write(name, content), name, { workDir: directory, signal })
  expect(prepared.ok).toBe(false)
  if (prepared.ok) return
  expect(prepared.error.code).toBe(code)
  expect(prepared.error.message).toContain(words)
})

test('a log whose events relate to no listed type says so', async () => {
  const lonely = { objectTypes: [], objects: [], events: [{ id: 'e', type: 'A', time: '2025-01-01T00:00:00Z' }] }
  const file = await prepare(await write('lonely.jsonocel', JSON.stringify(lonely)), 'lonely.jsonocel')
  const found = inferRecipe([{ name: file.name, columns: file.columns, rows: await readSample(file, 500) }])
  expect(found.ok ? '' : found.error[0]?.message).toContain('nobody it happened to')
})
