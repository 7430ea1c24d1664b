import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PreparedFile } from '../../sources/prepared-file.ts'
import { prepareFile } from './prepare-file.ts'
import { findFault } from './prepare-find-fault.ts'
import { lineOfRow, rawRows } from './prepare-row-lines.ts'
import { readSample } from './prepare-sample.ts'
import { applyFileSettings } from './prepare-settings.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wend-rows-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

let count = 0
async function prepared(content: string): Promise<PreparedFile> {
  const path = join(folder, `${count++}`)
  await writeFile(path, content)
  const result = await prepareFile(path, 'f', { workDir: folder, signal: new AbortController().signal })
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}

test('lines are physical: quoted line breaks count, and rows are counted from zero after the header', async () => {
  const file = await prepared('id,"na\nme"\r\n1,"a\n\nb"\r\n2,x\r\n3,"say ""hi\n"""\r\n4,y')
  expect(await lineOfRow(file, [0, 1, 2, 3, 9])).toEqual(
    new Map([
      [0, 3],
      [1, 6],
      [2, 7],
      [3, 9],
    ]),
  )
  expect(await rawRows(file, [0, 2, 3])).toEqual(
    new Map([
      [0, { id: '1', 'na\nme': 'a\n\nb' }],
      [2, { id: '3', 'na\nme': 'say "hi\n"' }],
      [3, { id: '4', 'na\nme': 'y' }],
    ]),
  )
})

test('rows that are too long or too short keep what they have', async () => {
  expect(await rawRows(await prepared('a,b\n1\n1,2,3\n'), [0, 1])).toEqual(
    new Map([
      [0, { a: '1', b: '' }],
      [1, { a: '1', b: '2', 'column 3': '3' }],
    ]),
  )
})

test('blank JSON lines are no rows', async () => {
  const file = await prepared('{"a":1}\n\n{"a":2}\nnot json\n')
  expect(await lineOfRow(file, [0, 1, 2])).toEqual(
    new Map([
      [0, 1],
      [1, 3],
      [2, 4],
    ]),
  )
  expect(await rawRows(file, [1, 2])).toEqual(
    new Map([
      [1, { a: '2' }],
      [2, { line: 'not json' }],
    ]),
  )
})

const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', 'é', ' ', '\r\n'), maxLength: 6 })
test('whatever the cells hold, each row is found again where it was written', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 12 }), async (table) => {
      let text = 'a,b\n'
      const lines = table.map((row) => {
        const line = text.split('\n').length
        text += `${row.map((value) => `"${value.replaceAll('"', '""')}"`).join(',')}\n`
        return line
      })
      const file = await prepared(text)
      const all = table.map((_, i) => i)
      expect([...(await lineOfRow(file, all)).values()]).toEqual(lines)
      const raw = await rawRows(file, all)
      expect(all.map((i) => raw.get(i))).toEqual(table.map(([a, b]) => ({ a, b })))
      expect(await readSample(file, 100)).toEqual(table.map(([a, b]) => ({ a, b })))
    }),
    { numRuns: 60 },
  )
})

test("a recipe's own delimiter and skipped rows are applied", async () => {
  const file = await prepared('a;b,c\nx;y,z\n1;2,3\n')
  const changed = await applyFileSettings({ ...file, delimiter: ',', columns: ['a;b', 'c'] }, { match: '*', delimiter: ';', skipRows: 1 })
  expect(changed).toMatchObject({ ok: true, value: { delimiter: ';', columns: ['a', 'b,c'], headerRows: 2 } })
  expect(await applyFileSettings(file, { match: '*', format: 'jsonl' })).toMatchObject({
    ok: false,
    error: { message: 'f: the recipe says jsonl, its content says csv: leave "format" out, or give another file' },
  })
})

test.each([
  ['id,name\n1,"a\nb"\n2,"a"b,c\n3,z\n', 'f, line 4: text follows a closing quote'],
  ['id,name\n1,"a\n2,b\n3,"c"\n4,d\n', 'f, line 4: text follows a closing quote'],
  ['{"a":1}\n\n{"a":2}\nnot json\n{"a":3}\n', 'f, line 4: is no JSON object'],
  ['id,name\r\n1,"a ""b"""\r\n2,5" pipe" x\r\n', undefined],
  ['{"a":1}\n', undefined],
])('what the engine cannot read in %j is named with its line', async (content, message) => {
  const fault = await findFault(await prepared(content))
  if (message === undefined) expect(fault).toBeUndefined()
  else expect(fault?.message).toContain(message)
})
