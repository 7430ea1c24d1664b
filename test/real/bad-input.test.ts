import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from '../../src/events/engine/sql.ts'
import type { ImportReport, RefusedRow } from '../../src/events/event-store.ts'
import type { Recipe } from '../../src/sources/recipe.ts'
import { openStore, recipeOf, type OpenedStore } from './opened-store.ts'

const plain = recipeOf("wend: recipe/1\nevents:\n  - { customer: '{customer}', touchpoint: '{page}', time: '{at}' }")
const header = 'customer,page,at\n'

let opened: OpenedStore
let workspace = 0
beforeAll(async () => {
  opened = await openStore()
})
afterAll(() => opened?.close())

async function write(name: string, content: string | Buffer): Promise<string> {
  const path = join(opened.folder, name)
  await writeFile(path, content)
  return path
}

/** Imports one file into a workspace of its own. */
async function bring(
  name: string,
  content: string | Buffer,
  recipe: Recipe = plain,
): Promise<{ readonly report: ImportReport; readonly refused: readonly RefusedRow[] }> {
  const report = await opened.importPaths(++workspace, [await write(name, content)], recipe)
  const { rows: refused, total } = await opened.store.refused(workspace, report.number, { limit: 1000, offset: 0 })
  expect(total).toBe(report.rows.refused)
  const { read, stored, duplicates, unused } = report.rows
  expect(read).toBe(stored + total + duplicates + unused)
  expect(await leftovers()).toEqual([])
  return { report, refused }
}

/** Tables and rows that an import which failed may have left. */
async function leftovers(): Promise<readonly string[]> {
  const tables = await opened.store.driver.query<{ name: string }>(
    sql`SELECT name FROM system.tables WHERE database = currentDatabase() AND (name LIKE 'incoming%' OR name LIKE 'building%')`,
  )
  return tables.map(({ name }) => name)
}

async function rowsOf(table: 'events' | 'refused' | 'import_files' | 'imports' | 'touchpoints'): Promise<number> {
  const tables = {
    events: sql`SELECT count() AS n FROM events`,
    refused: sql`SELECT count() AS n FROM refused`,
    import_files: sql`SELECT count() AS n FROM import_files`,
    imports: sql`SELECT count() AS n FROM imports`,
    touchpoints: sql`SELECT count() AS n FROM touchpoints`,
  }
  return (await opened.store.driver.query<{ n: number }>(tables[table]))[0]!.n
}
const everyTable = async () =>
  Promise.all((['events', 'refused', 'import_files', 'imports', 'touchpoints'] as const).map((table) => rowsOf(table)))

const places = (rows: readonly RefusedRow[]) => rows.map(({ line, field, value }) => [line, field, value])

test('each bad row is refused at its line with the field and the text, and the good rows are stored', async () => {
  const { report, refused } = await bring(
    'rows.csv',
    `${header}a,Home,2025-01-01\nb,Home,yesterday\n,Home,2025-01-01\nc,,2025-01-02\nd,Home,\ne,Home\nf,Home,2025-01-01T25:00:00\n`,
  )
  expect(report.rows).toEqual({ read: 7, stored: 1, refused: 6, duplicates: 0, unused: 0 })
  expect(places(refused)).toEqual([
    [3, 'time', 'yesterday'],
    [4, 'customer', ''],
    [5, 'touchpoint', ''],
    [6, 'time', ''],
    [7, 'time', ''],
    [8, 'time', '2025-01-01T25:00:00'],
  ])
  expect(refused[0]!.raw).toEqual({ customer: 'b', page: 'Home', at: 'yesterday' })
  expect(report.reasons.map(({ rows, firstLine }) => [rows, firstLine])).toEqual([
    [2, 6],
    [2, 3],
    [1, 4],
    [1, 5],
  ])
})

test('scores that are no number or lie outside their scale are refused, empty ones are none', async () => {
  const scored = recipeOf(`
wend: recipe/1
events:
  - { customer: '{customer}', touchpoint: Survey, time: '{at}', score: { value: '{score}', scale: stars } }`)
  const scores = ['5', '1', '', '6', '0.99', 'nan', 'inf', '"4,5"', 'five']
  const { report, refused } = await bring(
    'scores.csv',
    `customer,at,score\n${scores.map((score, index) => `c${index},2025-01-01,${score}\n`).join('')}`,
    scored,
  )
  expect(report.rows).toMatchObject({ stored: 3, refused: 6 })
  expect(places(refused).map(([line, , value]) => [line, value])).toEqual([
    [5, '6'],
    [6, '0.99'],
    [7, 'nan'],
    [8, 'inf'],
    [9, '4,5'],
    [10, 'five'],
  ])
})

test('a header that stands in the middle again is a refused row at its line', async () => {
  const { report, refused } = await bring('twice.csv', `${header}a,Home,2025-01-01\n${header}b,Home,2025-01-02\n`)
  expect(report.rows).toMatchObject({ stored: 2, refused: 1 })
  expect(places(refused)).toEqual([[3, 'time', 'at']])
})

test.each(['\n', '\r\n'])('line breaks inside quotes before a bad row do not shift its line (%j)', async (end) => {
  const { refused } = await bring(
    'breaks.csv',
    ['customer,page,at', `"a${end}b","Ho${end}${end}me",2025-01-01`, 'c,Home,nope', `"d${end}",Home,2025-01-01`, 'e,Home,never', ''].join(
      end,
    ),
  )
  expect(places(refused)).toEqual([
    [6, 'time', 'nope'],
    [9, 'time', 'never'],
  ])
})

test('a cell of a megabyte is stored whole', async () => {
  const worded = recipeOf("wend: recipe/1\nevents:\n  - { customer: '{customer}', touchpoint: '{page}', time: '{at}', text: '{words}' }")
  const large = 'x'.repeat(1 << 20)
  const rows = `a,Home,2025-01-01,"${large}"\n${large},Home,2025-01-02,\n`
  const { report } = await bring('large.csv', `customer,page,at,words\n${rows}`, worded)
  expect(report.rows).toMatchObject({ read: 2, stored: 2 })
  expect((await opened.ask(workspace, { question: 'touchpoints' })).rows[0]).toMatchObject({ touchpoint: 'Home', occurrences: 2 })
  expect((await opened.ask(workspace, { question: 'timeline', customer: large })).total).toBe(1)
})

test('a touchpoint of a megabyte is refused at its line', async () => {
  // It once stopped every question of its workspace: the names were written into each statement.
  const { report, refused } = await bring('long.csv', `${header}a,"${'x'.repeat(1 << 20)}",2025-01-01\nb,Home,2025-01-02\n`)
  expect(report.rows).toMatchObject({ read: 2, stored: 1, refused: 1 })
  expect(places(refused)).toEqual([[2, 'touchpoint', 'x'.repeat(200)]])
  expect((await opened.ask(workspace, { question: 'overview' })).rows[0]!.events).toBe(1)
})

test('sixty thousand touchpoints with long names can be asked about', async () => {
  const rows = Array.from({ length: 60_000 }, (_, index) => `c${index % 100},${'A page with a long name '.repeat(4)}${index},2025-01-01\n`)
  await bring('many.csv', header + rows.join(''))
  expect((await opened.ask(workspace, { question: 'overview' })).rows[0]).toMatchObject({ events: 60_000, touchpoints: 60_000 })
})

test('a file with bad rows only stores nothing and lists them all', async () => {
  const { report, refused } = await bring('all.csv', `${header}${'a,Home,x\n'.repeat(500)}`)
  expect(report.rows).toEqual({ read: 500, stored: 0, refused: 500, duplicates: 0, unused: 0 })
  expect(refused.map(({ line }) => line)).toEqual(Array.from({ length: 500 }, (_, index) => index + 2))
  expect((await opened.ask(workspace, { question: 'overview' })).rows[0]!.events).toBe(0)
})

test('seventy thousand touchpoint names are refused clearly and leave the store as it was', async () => {
  const before = await everyTable()
  const rows = Array.from({ length: 70_000 }, (_, index) => `c${index},Page ${index},2025-01-01\n`)
  await expect(bring('names.csv', header + rows.join(''))).rejects.toMatchObject({
    code: 'too_many_touchpoints',
    message: expect.stringContaining('65535'),
  })
  expect(await everyTable()).toEqual(before)
  expect(await leftovers()).toEqual([])
})

test.each(['reading', 'checking', 'publishing'] as const)('an abort while %s leaves the store as it was', async (phase) => {
  const path = await write('abort.csv', header + Array.from({ length: 300_000 }, (_, i) => `c${i % 999},P${i % 9},2025-01-01\n`).join(''))
  const input = await opened.input(++workspace, [path], plain)
  const before = await everyTable()
  const stop = new AbortController()
  const work = opened.store.importFiles(input, (progress) => void (progress.phase === phase && stop.abort()), stop.signal)
  if (phase === 'publishing') {
    // Too late to stop: the import is complete.
    expect((await work).rows.stored).toBe(300_000)
    return
  }
  await expect(work).rejects.toMatchObject({ name: 'AbortError' })
  expect(await everyTable()).toEqual(before)
  expect(await leftovers()).toEqual([])
  expect((await opened.importInput({ ...input, number: input.number + 1000 })).rows.stored).toBe(300_000)
})

const line = (customer: string) => JSON.stringify({ customer, page: 'Home', at: '2025-01-01' })

test.each([
  ['cut off', '{"customer":"b","page":'],
  ['a list', '[1,2]'],
  ['a number', '5'],
  ['null', 'null'],
  ['no JSON', 'no JSON at all'],
  ['NaN', '{"customer":"b","page":"Home","at":NaN}'],
  ['a trailing comma', '{"customer":"b",}'],
  ['a name that stands twice', '{"customer":"b","customer":"c","page":"Home","at":"2025-01-01"}'],
  ['nested five thousand deep', `{"customer":"b","page":"Home","at":"2025-01-01","x":${'['.repeat(5000)}${']'.repeat(5000)}}`],
])('a line of JSON that is %s is refused at its line while the good ones are stored', async (_, bad) => {
  const { report, refused } = await bring('bad.jsonl', `${line('a')}\n\n${bad}\n${line('c')}\n${line('')}\n${line('d')}\n`)
  expect(report.rows).toEqual({ read: 5, stored: 3, refused: 2, duplicates: 0, unused: 0 })
  expect(report.events).toEqual({ made: 5, stored: 3, refused: 2, duplicates: 0 })
  expect(places(refused)).toEqual([
    [3, 'row', bad.slice(0, 200)],
    [5, 'customer', ''],
  ])
  expect(refused[0]!.raw).toEqual({ line: bad.slice(0, 10_000) })
  expect((await opened.ask(workspace, { question: 'timeline', customer: 'c' })).rows[0]!.line).toBe(4)
})

test('a bad line of JSON is refused once where several rules and wide rows read the file, and a mended file adds only its row', async () => {
  const recipe = recipeOf(`
wend: recipe/1
files: { log: '*' }
events:
  - { from: log, when: [{ value: '{page}', operator: present }], customer: '{customer}', touchpoint: '{page}', time: '{at}' }
  - from: log
    customer: '{customer}'
    each:
      - { touchpoint: Bought, time: '{bought}' }`)
  const rows = [line('a'), '{"customer":', '{"customer":"b","bought":"2025-01-03","price":1.50}']
  const { report } = await bring('rules.jsonl', `${rows.join('\n')}\n`, recipe)
  expect(report.rows).toEqual({ read: 3, stored: 2, refused: 1, duplicates: 0, unused: 0 })
  const again = await opened.importPaths(workspace, [await write('mended.jsonl', `${rows.with(1, line('x')).join('\n')}\n`)], recipe)
  expect(again.rows).toEqual({ read: 3, stored: 1, refused: 0, duplicates: 2, unused: 0 })
  const same = await opened.importPaths(workspace, [await write('rules.jsonl', `${rows.join('\n')}\n`)], recipe)
  expect(same.rows).toEqual({ read: 3, stored: 0, refused: 1, duplicates: 2, unused: 0 })
})

test('a preview of JSON lines with a bad one shows the good ones', async () => {
  const input = await opened.input(++workspace, [await write('preview.jsonl', `${line('a')}\n{"customer":\n${line('b')}\n`)], plain)
  const shown = await opened.store.preview(input, 10, new AbortController().signal)
  expect(shown.map(({ customer, problem }) => [customer, problem])).toEqual([
    ['a', ''],
    ['b', ''],
  ])
})

test('text behind a closing quote names the file, the line and the remedy', async () => {
  const before = await everyTable()
  await expect(bring('quote.csv', `${header}a,Home,2025-01-01\nb,"Home"x,2025-01-01\n`)).rejects.toMatchObject({
    code: 'file_unreadable',
    message: expect.stringMatching(/^quote\.csv, line 3: .*double the quotes/),
  })
  expect(await everyTable()).toEqual(before)
})

test('bytes that are not UTF-8 become a sign of their own and nothing is lost', async () => {
  const { report } = await bring(
    'bytes.csv',
    Buffer.concat([
      Buffer.from(`${header}é,Home,2025-01-01\né2,Home,2025-01-01\nb`),
      Buffer.from([0xff]),
      Buffer.from(',Home,2025-01-02\n'),
    ]),
  )
  expect(report.rows).toMatchObject({ read: 3, stored: 3 })
  expect((await opened.ask(workspace, { question: 'timeline', customer: 'b\uFFFD' })).total).toBe(1)
})

test('ids larger than 2^53 stay apart, as text and as numbers', async () => {
  const ids = ['9007199254740992', '9007199254740993', '123456789012345678901234567890', '007', '1e3', '1.50']
  await bring('ids.csv', header + ids.map((id) => `${id},Home,2025-01-01\n`).join(''))
  for (const customer of ids) expect((await opened.ask(workspace, { question: 'timeline', customer })).total).toBe(1)
  const numbers = ids.filter((id) => id !== '007')
  await bring('ids.jsonl', numbers.map((id) => `{"customer":${id},"page":"Home","at":"2025-01-01"}\n`).join(''))
  for (const customer of numbers) expect((await opened.ask(workspace, { question: 'timeline', customer })).total).toBe(1)
})
