import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testData } from '../test-data.ts'
import { writeBadFiles } from './bad-files.ts'
import { runCli, type Ran } from './run-cli.ts'

const columns = 'customer=case,touchpoint=activity,time=at'
let cwd = ''
let bad: Awaited<ReturnType<typeof writeBadFiles>>
const cli = (...args: readonly string[]): Promise<Ran> => runCli(args, { cwd, data: join(cwd, 'data') })

/** An engine weighs some hundred megabytes: two at a time fit everywhere. */
async function inPairs<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  for (let i = 0; i < items.length; i += 2) await Promise.all(items.slice(i, i + 2).map(work))
}

beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'cli-test-'))
  bad = await writeBadFiles(cwd)
})
afterAll(() => rm(cwd, { recursive: true, force: true }))

test('transitions of the running example are its directly-follows graph, as one JSON object', async () => {
  const log = testData('logs', 'running-example.csv')
  const { code, out, err } = await cli(
    'ask',
    'transitions',
    log,
    '--columns',
    'customer=case:concept:name,touchpoint=concept:name,time=time:timestamp',
    '--limit',
    'all',
    '--json',
  )
  expect(err).toBe('')
  expect(code).toBe(0)
  const answer = JSON.parse(out)
  expect(answer).toMatchObject({ question: 'transitions', unit: 'occurrences', journeys: 6, events: 42, total: 16 })
  expect(answer.rows).toHaveLength(16)
  expect(answer.rows[0]).toEqual({
    from: 'check ticket',
    to: 'decide',
    count: 6,
    journeys: 4,
    p50: expect.any(Number),
    p90: expect.any(Number),
  })
  expect(answer.rows.reduce((sum: number, row: { count: number }) => sum + row.count, 0)).toBe(42 - 6)
})

test('without words about columns the same comes out, as a table that reconciles', async () => {
  const { code, out } = await cli('ask', 'transitions', testData('logs', 'running-example.xes'))
  expect(code).toBe(0)
  expect(out).toMatch(/^check ticket +decide +6 +4 /m)
  expect(out).toContain('16 transitions, 36 occurrences; 42 events in 6 journeys')
  expect(out).not.toContain('\u001b')
})

test('discover writes each format, the same bytes every time, and leaves nothing else behind', async () => {
  const log = testData('logs', 'running-example.csv')
  const first = await cli(
    'discover',
    log,
    '--out',
    'a.json',
    '--out',
    'a.svg',
    '--out',
    'a.png',
    '--out',
    'a.html',
    '--out',
    'a.mmd',
    '--json',
  )
  expect([first.code, first.err]).toEqual([0, ''])
  expect(JSON.parse(first.out)).toMatchObject({
    title: 'Running example',
    map: null,
    files: ['a.json', 'a.svg', 'a.png', 'a.html', 'a.mmd'],
  })
  const again = await cli('discover', log, '--out', '-')
  expect(again.out).toBe(await readFile(join(cwd, 'a.json'), 'utf8'))
  expect(JSON.parse(again.out).basis).toMatchObject({ journeys: 6, events: 42, hash: JSON.parse(first.out).hash })
  expect((await readFile(join(cwd, 'a.svg'), 'utf8')).startsWith('<svg')).toBe(true)
  expect((await readFile(join(cwd, 'a.png'))).subarray(1, 4).toString()).toBe('PNG')
  expect(await readFile(join(cwd, 'a.html'), 'utf8')).toContain('<!doctype html>')
  const none = await cli('sources')
  expect([none.code, none.out, none.err]).toEqual([1, '', expect.stringContaining('There is no data directory')])
  expect(await readdir(cwd)).not.toContain('data')
})

test('files that only look bad are read: BOM, UTF-16, CRLF, headers twice, a megabyte in a cell, a customer called NA', async () => {
  await inPairs(bad.harmless, async (name) => {
    const { code, out, err } = await cli('ask', 'transitions', name, '--columns', columns, '--timezone', 'UTC', '--json')
    expect({ name, code, err }).toEqual({ name, code: 0, err: '' })
    const { journeys, events, rows } = JSON.parse(out)
    expect({ name, journeys, events, rows }).toMatchObject({
      journeys: 2,
      events: 4,
      rows: [{ from: 'A', to: 'B', count: 2, journeys: 2 }],
    })
  })
})

test('files that cannot be read are refused in one sentence that names file and remedy', async () => {
  await inPairs(bad.useless, async ([name, says]) => {
    const { code, out, err } = await cli('ask', 'transitions', name, ...(name.endsWith('.xes') ? [] : ['--columns', columns]), '--json')
    expect({ name, code, out }).toEqual({ name, code: 1, out: '' })
    expect(err).toMatch(says)
    expect(err).not.toMatch(/^\s+at |Something went wrong/m)
  })
})

test('an import stores exactly the good rows, lists the others, adds nothing the second time', async () => {
  const first = await cli('import', 'some-bad.csv', '--columns', columns, '--timezone', 'UTC', '--json')
  expect(first.code).toBe(1)
  expect(JSON.parse(first.out)).toMatchObject({ number: 1, rows: { read: 6, stored: 4, refused: 2, duplicates: 0 } })
  expect(first.err).toContain('some-bad.csv, line 6, time: The time cannot be read.')
  expect(first.err).toContain('some-bad.csv, line 7, customer: The customer is empty.')
  const refused = await cli('refused', '1', '--json')
  expect(JSON.parse(refused.out)).toMatchObject({
    total: 2,
    rows: [
      { line: 6, value: 'yesterday' },
      { line: 7, field: 'customer' },
    ],
  })
  const again = await cli('import', 'good.csv', '--columns', columns, '--timezone', 'UTC', '--json')
  expect(again.code).toBe(0)
  expect(JSON.parse(again.out)).toMatchObject({ number: 2, rows: { read: 4, stored: 0, refused: 0, duplicates: 4 } })
  const members = await cli('ask', 'members', '--from', 'A', '--to', 'B', '--where', 'customer=NA', '--json')
  expect(JSON.parse(members.out)).toMatchObject({ question: 'members', total: 1, rows: [{ customer: 'NA', events: 2 }] })
  const strange = await cli('ask', 'funnel', '--steps', 'A,Bb')
  expect([strange.code, strange.out, strange.err]).toEqual([1, '', 'wend: No touchpoint is called "Bb": did you mean "B"?\n'])
})

test('maps of a data directory are listed, shown, exported and checked', async () => {
  const data = ['--data', join(cwd, 'maps')]
  await cli('import', testData('logs', 'running-example.csv'), ...data)
  const made = await cli('discover', ...data, '--title', 'Claims', '--out', 'claims.svg', '--json')
  expect(made.code).toBe(0)
  const list = JSON.parse((await cli('map', 'list', ...data, '--json')).out)
  expect(list).toMatchObject({ total: 1, rows: [{ id: JSON.parse(made.out).map, title: 'Claims' }] })
  expect((await cli('map', 'export', 'Claims', ...data, '--out', 'again.svg')).code).toBe(0)
  expect(await readFile(join(cwd, 'again.svg'), 'utf8')).toBe(await readFile(join(cwd, 'claims.svg'), 'utf8'))
  expect(JSON.parse((await cli('map', 'check', 'Claims', ...data, '--json')).out)).toMatchObject({
    total: expect.any(Number),
    rows: expect.any(Array),
  })
  expect((await cli('map', 'show', 'Nope', ...data)).err).toContain('There is no map "Nope"')
})

test('wrong usage is told before any work, with exit code 2', async () => {
  const wrong = [
    ['frobnicate'],
    ['ask'],
    ['ask', 'nope', 'x.csv'],
    ['ask', 'variants', 'x.csv', '--where', 'plan=pro'],
    ['discover', 'x.csv', '--out', 'x.bmp'],
    ['import'],
  ]
  const ran = await Promise.all(wrong.map((args) => cli(...args)))
  expect(ran.map(({ code, out }) => ({ code, out }))).toEqual(wrong.map(() => ({ code: 2, out: '' })))
  expect(ran.map(({ err }) => err.trim().split('\n')).every((lines) => lines.length === 1)).toBe(true)
})

test('a simulated company reads back with its own recipe, and help and version go to stdout', async () => {
  const made = await cli('simulate', 'software', '--out', 'company', '--customers', '300', '--seed', '5', '--json')
  expect(made.code).toBe(0)
  const files = (await readdir(join(cwd, 'company'))).filter((name) => /\.(csv|jsonl)$/.test(name)).map((name) => join('company', name))
  const overview = await cli('ask', 'overview', ...files, '--recipe', join('company', 'recipe.yaml'), '--json')
  expect(JSON.parse(overview.out).events).toBe(JSON.parse(made.out).events)
  const [help, version] = await Promise.all([cli('ask', '--help'), cli('--version')])
  expect(help.out).toContain('wend ask funnel web.jsonl')
  expect(version.out).toMatch(/^\d+\.\d+\.\d+\n$/)
})

test('a question to a data directory without events, or by a definition it does not have, is refused and the command ends', async () => {
  const fresh = ['--data', join(cwd, 'fresh')]
  await writeFile(join(cwd, 'times.csv'), 'case,activity,at\nanna,Basket,soon\n')
  expect((await cli('import', 'times.csv', '--columns', columns, ...fresh)).code).toBe(1)
  const asked = await cli('ask', 'scores', ...fresh)
  expect({ code: asked.code, out: asked.out }).toEqual({ code: 1, out: '' })
  expect(asked.err).toContain('holds no events yet')
  await writeFile(join(cwd, 'times.csv'), 'case,activity,at\nanna,Basket,2026-01-01T10:00:00Z\n')
  expect((await cli('import', 'times.csv', '--columns', columns, ...fresh)).code).toBe(0)
  const unknown = await cli('ask', 'scores', '--definition', 'Nope', ...fresh)
  expect(unknown.code).toBe(1)
  expect(unknown.err).toContain('No journey definition is called "Nope"')
})
