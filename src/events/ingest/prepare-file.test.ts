import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import { mkdtemp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { prepareFile } from './prepare-file.ts'
import type { PrepareLimits } from './prepare-limits.ts'
import { readSample } from './prepare-sample.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wend-prepare-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

let count = 0
async function prepare(content: string | Uint8Array, limits: Partial<PrepareLimits> = {}) {
  const name = `file-${count++}`
  const path = join(folder, name)
  await writeFile(path, content)
  const result = await prepareFile(path, name, { workDir: join(folder, `${name}-work`), limits, signal: new AbortController().signal })
  return { name, path, result }
}
async function good(content: string | Uint8Array) {
  const { path, result } = await prepare(content)
  if (!result.ok) throw new Error(result.error.message)
  return {
    prepared: result.value,
    original: path,
    rows: await readSample(result.value, 100),
    text: await readFile(result.value.path, 'utf8'),
  }
}
async function bad(content: string | Uint8Array, limits?: Partial<PrepareLimits>) {
  const { name, result } = await prepare(content, limits)
  if (result.ok) throw new Error(`${name} was taken`)
  expect(result.error.message.startsWith(name)).toBe(true)
  expect(await readdir(join(folder, `${name}-work`)).catch(() => [])).toEqual([])
  return { ...result.error, message: result.error.message.slice(name.length) }
}

const csv = 'id,name\n1,Zoë\n2,"a, b"\n'
const rows = [
  { id: '1', name: 'Zoë' },
  { id: '2', name: 'a, b' },
]

test('a plain CSV is used where it lies, with its hash and columns', async () => {
  const { prepared, original } = await good(csv)
  expect(prepared).toMatchObject({
    path: original,
    format: 'csv',
    delimiter: ',',
    columns: ['id', 'name'],
    headerRows: 1,
    bytes: 24,
    notes: [],
  })
  expect(prepared.sha256).toBe(createHash('sha256').update(csv).digest('hex'))
})

const wide = (text: string, big = false): Buffer => {
  const bytes = Buffer.from(text, 'utf16le')
  return big ? bytes.swap16() : bytes
}
test.each([
  ['a byte order mark', `\uFEFF${csv}`, []],
  ['CRLF', csv.replaceAll('\n', '\r\n'), []],
  ['CR alone', csv.replaceAll('\n', '\r'), ['line ends converted from CR']],
  ['UTF-16LE with a mark', wide(`\uFEFF${csv}`), ['decoded from UTF-16LE']],
  ['UTF-16BE with a mark', wide(`\uFEFF${csv}`, true), ['decoded from UTF-16BE']],
  ['UTF-16LE without a mark', wide(csv), ['decoded from UTF-16LE']],
  ['Windows-1252', Buffer.from(csv, 'latin1'), ['is not UTF-8; read as Windows-1252 (Western European)']],
  ['gzip', gzipSync(csv), ['unpacked from gzip']],
  ['semicolons', csv.replaceAll(',', ';').replace('a; b', 'a, b'), []],
  ['tabs', csv.replaceAll(',', '\t').replace('a\t b', 'a, b'), []],
  ['JSON lines', '{"id":1,"name":"Zoë"}\n\n{"id":"2","name":"a, b"}', []],
  ['a JSON list', '[{"id":1,"name":"Zoë"},\n {"id":2,"name":"a, b"}]\n', ['a JSON list, written as one row a line']],
])('%s gives the same rows', async (_, content, notes) => {
  const { prepared, rows: found } = await good(content)
  expect(found).toEqual(rows)
  expect(prepared.columns).toEqual(['id', 'name'])
  expect(prepared.notes).toEqual(notes)
  expect(prepared.sha256).toBe(createHash('sha256').update(content).digest('hex'))
})

test('invalid bytes late in a large file are noticed as well', async () => {
  const long = Buffer.concat([Buffer.from(`id,name\n${'1,abcdefghij\n'.repeat(100_000)}2,caf`), Buffer.from([0xe9]), Buffer.from('\n')])
  const { prepared, text } = await good(long)
  expect(prepared.notes).toEqual(['is not UTF-8; read as Windows-1252 (Western European)'])
  expect(text.endsWith('2,café\n')).toBe(true)
})

test('a character across the border of two chunks is still UTF-8', async () => {
  for (const shift of [0, 1, 2, 3]) {
    const start = `id,name\n${'x'.repeat(shift)}`
    const { prepared, original } = await good(`${start}${'é'.repeat(600_000)},1\n2,€😀${'😀'.repeat(300_000)}\n`)
    expect(prepared.path).toBe(original)
  }
})

test('repeated and empty headers get names, and quoted ones are read properly', async () => {
  const { prepared } = await good('a,a,,"b ""x"", c","two\nlines",a\n1,2,3,4,5,6\n')
  expect(prepared.columns).toEqual(['a', 'a (2)', 'column 3', 'b "x", c', 'two\nlines', 'a (3)'])
  expect(prepared.notes[0]).toContain('a (2), column 3, a (3)')
})

test('a header that stands again in the data is noted with its line', async () => {
  const { prepared } = await good('id,name\n1,a\n2,b\nid,name\n3,c\n')
  expect(prepared.notes).toEqual(['the header appears again at line 4'])
  const long = await good(`id,name\n${'1,abcdefghij\n'.repeat(150_000)}id,name\n3,c\n`)
  expect(long.prepared.notes).toEqual(['the header appears again at line 150002'])
  expect((await good('id,name\n1,a\nid,name2\n')).prepared.notes).toEqual([])
})

test('nested JSON becomes dotted columns; lists stay JSON', async () => {
  const { prepared, rows: found } = await good('{"id":1,"p":{"page":"/","n":null,"deep":{"x":true}},"tags":["a"]}\n{"id":2,"other":1.5}\n')
  expect(prepared.columns).toEqual(['id', 'p.page', 'p.n', 'p.deep.x', 'tags', 'other'])
  expect(found[0]).toEqual({ id: '1', 'p.page': '/', 'p.n': '', 'p.deep.x': 'true', tags: '["a"]' })
})

test('JSON lines longer than the sample say that more columns may follow', async () => {
  const { prepared } = await good('{"a":1}\n'.repeat(1001))
  expect(prepared.moreColumns).toBe(true)
})

test('a cell of a megabyte passes', async () => {
  const { rows: found } = await good(`id,text\n1,"${'x'.repeat(1 << 20)}"\n2,y\n`)
  expect(found.map((row) => row['text']?.length)).toEqual([1 << 20, 1])
})

const xes = (body: string, head = '<?xml version="1.0" encoding="UTF-8"?>'): string =>
  `${head}<log><string key="creator" value="x"/><global scope="event"><string key="concept:name" value="none"/></global>${body}</log>`
const trace =
  '<trace><string key="concept:name" value="NA"/><event><string key="concept:name" value="A &amp; B"/><date key="time:timestamp" value="2024-01-01T00:00:00Z"><string key="source" value="clock"/></date></event></trace>'

test('XES becomes rows as process tools export them', async () => {
  for (const content of [xes(`${trace}<trace/>`), gzipSync(xes(`${trace}<trace/>`)), wide(`\uFEFF${xes(`${trace}<trace/>`, '')}`)]) {
    const { prepared, rows: found } = await good(content)
    expect(found).toEqual([
      { 'case:concept:name': 'NA', 'concept:name': 'A & B', 'time:timestamp': '2024-01-01T00:00:00Z', 'time:timestamp.source': 'clock' },
    ])
    expect(prepared).toMatchObject({
      format: 'jsonl',
      columns: ['case:concept:name', 'concept:name', 'time:timestamp', 'time:timestamp.source'],
    })
    expect(prepared.notes).toContain('1 trace has no events and is left out')
    expect(prepared.notes).toContain('attributes inside attributes have dotted names')
  }
})

test('entities and document types are refused, never expanded or fetched', async () => {
  const laughs = `<!DOCTYPE log [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>`
  for (const head of [laughs, '<!DOCTYPE log SYSTEM "file:///etc/passwd">', '<!DOCTYPE log [<!ENTITY x SYSTEM "file:///etc/passwd">]>']) {
    expect((await bad(xes(trace.replace('NA', '&c;'), head))).message).toContain('document type')
  }
  expect((await bad(xes(trace.replace('NA', '&c;')))).message).toContain('not valid XML')
})

const damaged = (packed: Buffer): Buffer => {
  const copy = Buffer.from(packed)
  copy[copy.length - 8] = (copy[copy.length - 8] ?? 0) ^ 1
  return copy
}

test.each<readonly [string, string | Uint8Array, string, string]>([
  ['an empty file', '', 'empty', 'is empty'],
  ['blank lines', '\n \n', 'empty', 'blank lines'],
  ['a binary file', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 1, 2), 'binary', 'export it as CSV'],
  ['a zip', 'PK\x03\x04 data.csv ', 'archive', 'unzip it'],
  ['a spreadsheet', 'PK\x03\x04 xl/workbook.xml ', 'spreadsheet', 'save it as CSV'],
  ['a gzip in a gzip', gzipSync(gzipSync(csv)), 'archive', 'gzip inside a gzip'],
  ['a truncated gzip', gzipSync(csv.repeat(500)).subarray(0, 60), 'truncated', 'cut off'],
  ['a damaged gzip', damaged(gzipSync(csv)), 'bad-content', 'damaged gzip'],
  ['an empty file in a gzip', gzipSync(''), 'empty', 'is empty'],
  ['a truncated Parquet file', 'PAR1xxxxxxxxxxxxxxxx', 'truncated', 'ends too early'],
  ['a truncated JSON list', '[{"a":1},{"a":', 'truncated', 'line 1: the JSON list is not closed'],
  ['a wrong entry in a JSON list', '[{"a":1},\n{"a":x}]', 'bad-content', 'line 2: the entry'],
  ['a JSON document', '{\n "a": [1]\n}\n', 'unknown', 'one object a line'],
  ['lines that only look like JSON', '{"a":1\n'.repeat(20), 'unknown', 'one JSON document'],
  ['a truncated XES log', xes(trace).slice(0, -40), 'truncated', 'cut off'],
  ['an XES log without events', xes('<trace/>'), 'bad-content', 'no events'],
  ['other XML', '<orders><order/></orders>', 'unknown', 'only XES'],
  ['a web page', '<!DOCTYPE html><html></html>', 'unknown', 'web page'],
  ['a header of nothing', ',,\n1,2,3\n', 'bad-content', 'no column names'],
  ['truncated JSON lines', '{"a":1}\n{"a":2}\n{"a":"x', 'truncated', 'line 3: the last line is cut off'],
  ['an open quote', 'id,name\n1,"a\nb"\n2,"c\n3,d\n', 'bad-content', 'line 4: a quote (") opens here'],
])('%s is refused with a reason', async (_, content, code, reason) => {
  const problem = await bad(content)
  expect(problem.code).toBe(code)
  expect(problem.message).toContain(reason)
})

test('a quote inside a field, odd as it is, does no harm', async () => {
  expect((await good('id,name\n1,5" pipe\n2,x\n')).rows.map((row) => row['name'])).toEqual(['5" pipe', 'x'])
})

test('a gzip bomb is stopped while it unpacks, by ratio and by size', async () => {
  const bomb = gzipSync(Buffer.alloc(8 << 20, 'a,b\n'))
  expect((await bad(bomb, { ratioAfterBytes: 1 << 20 })).code).toBe('bomb')
  expect((await bad(bomb, { maxUnpackedBytes: 1 << 20 })).code).toBe('too-large')
  expect((await bad(csv, { maxBytes: 10 })).code).toBe('too-large')
})

test('a folder, a missing file and a file that vanishes are named as such', async () => {
  const options = { workDir: join(folder, 'work'), signal: new AbortController().signal }
  await mkdir(join(folder, 'sub'))
  expect(await prepareFile(join(folder, 'sub'), 'sub', options)).toMatchObject({
    ok: false,
    error: { code: 'directory', message: 'sub: is a folder: name the files inside it' },
  })
  expect(await prepareFile(join(folder, 'none'), 'none', options)).toMatchObject({ ok: false, error: { code: 'missing' } })
  const path = join(folder, 'vanishing.csv')
  await writeFile(path, csv)
  const vanish = await prepareFile(path, 'vanishing.csv', { ...options, onProgress: () => rmSync(path, { force: true }) })
  expect(vanish).toMatchObject({ ok: false, error: { code: 'missing' } })
})

test('progress ends at the size of the original, and an abort rejects', async () => {
  const path = join(folder, 'progress.csv')
  const content = `id,name\n${'1,abcdefghij\n'.repeat(300_000)}`
  await writeFile(path, content)
  const seen: number[] = []
  await prepareFile(path, 'progress.csv', {
    workDir: folder,
    signal: new AbortController().signal,
    onProgress: ({ bytes, totalBytes }) => void (expect(totalBytes).toBe(content.length), seen.push(bytes)),
  })
  expect(seen.length).toBeGreaterThan(2)
  expect(seen.at(-1)).toBe(content.length)
  const controller = new AbortController()
  const work = prepareFile(path, 'progress.csv', { workDir: folder, signal: controller.signal, onProgress: () => controller.abort() })
  await expect(work).rejects.toThrow('abort')
})
