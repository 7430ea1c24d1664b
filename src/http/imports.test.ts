import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ImportRecord, Preview } from '../contract/imports.ts'
import type { Workspace } from '../contract/workspace.ts'
import { serverForTests, type TestServer } from './server-for-tests.ts'

const csv = `customer,touchpoint,time,channel,stars,comment
ann,Home,2025-01-01T10:00:00Z,Web,,
ann,Cart,2025-01-01T10:05:00Z,Web,,
ann,Order,2025-01-01T10:10:00Z,Web,5,"Nice, quick"
bob,Home,2025-01-02T10:00:00Z,Web,,
bob,Cart,31-02-2025 yesterday,Web,,=2+3
bob,Help,2025-01-02T11:00:00Z,Phone,1,Slow
cem,Home,2025-01-03T10:00:00Z,Web,,
cem,Cart,2025-01-03T10:20:00Z,Web,,
cem,Order,2025-01-03T10:30:00Z,Web,4,
dee,Home,2025-01-04T09:00:00Z,Web,,
dee,Help,2025-01-04T09:10:00Z,Phone,2,Hard to find
`
const recipe = `wend: recipe/1
name: Shop log
files:
  events: "*.csv"
events:
  - customer: "{customer}"
    touchpoint: "{touchpoint}"
    time: "{time}"
    channel: "{channel}"
    score: { value: "{stars}", scale: stars }
    text: "{comment}"
`

let app: TestServer
const importText = async (text: string, how: { readonly name?: string; readonly recipe?: string } = {}) => {
  const upload = await app.upload(how.name ?? 'log.csv', text)
  const { job } = (await app.ask('importFiles', { body: { uploads: [upload], recipe: how.recipe ?? recipe, source: 'Shop' } })) as {
    readonly job: string
  }
  return { upload, states: await app.follow(job) }
}

beforeAll(async () => {
  app = await serverForTests()
})
afterAll(() => app.close())

describe('importing over HTTP', () => {
  test('an empty workspace says so', async () => {
    expect((await app.ask('getWorkspace')) as Workspace).toMatchObject({ empty: true, events: 0, from: null })
    expect(await app.ask('listImports')).toEqual({ total: 0, rows: [] })
    expect(await app.ask('listSources')).toEqual({ total: 0, rows: [] })
  })

  test('a preview works out a recipe, shows rows and events, and stores nothing', async () => {
    const upload = await app.upload('log.csv', csv)
    const preview = (await app.ask('previewImport', {
      body: { uploads: [upload], columns: { customer: 'customer', touchpoint: 'touchpoint', time: 'time' } },
    })) as Preview
    expect(preview.inferred).toBe(true)
    expect(preview.recipe).toContain('wend: recipe/1')
    expect(preview.files).toMatchObject([
      { upload, name: 'log.csv', format: 'csv', columns: ['customer', 'touchpoint', 'time', 'channel', 'stars', 'comment'] },
    ])
    expect(preview.files[0]?.sample[0]).toMatchObject({ customer: 'ann', touchpoint: 'Home' })
    expect(preview.events).toHaveLength(11)
    expect(preview.events.filter((event) => event.problem !== '')).toMatchObject([{ line: 6, touchpoint: 'Cart' }])
    expect(((await app.ask('getWorkspace')) as Workspace).empty).toBe(true)
  })

  test('a preview of files that mean nothing shows their columns and asks which is which', async () => {
    const upload = await app.upload('odd.csv', 'x,y\n1,2\n3,4\n')
    const preview = (await app.ask('previewImport', { body: { uploads: [upload] } })) as Preview
    expect(preview.recipe).toBe('')
    expect(preview.files[0]?.columns).toEqual(['x', 'y'])
    expect(preview.questions).toMatchObject([{ about: 'columns' }])
  })

  test('an import tells its progress and ends with its number', async () => {
    const { states, upload } = await importText(csv)
    expect(states.at(-1)).toMatchObject({ state: 'done', result: { import: 1 }, kind: 'import', title: 'Import log.csv' })
    const record = (await app.ask('getImport', { params: { number: 1 } })) as ImportRecord
    expect(record).toMatchObject({ number: 1, source: 'Shop', by: 'Owner', replays: null, recipe })
    expect(record.report.rows).toEqual({ read: 11, stored: 10, refused: 1, duplicates: 0, unused: 0 })
    expect((await app.refusal('importFiles', { body: { uploads: [upload], recipe, source: 'Shop' } })).code).toBe('upload_not_found')
  })

  test('the refused row is listed with its line and reason, and comes as a CSV that no spreadsheet runs', async () => {
    expect(await app.ask('listRefused', { params: { number: 1 } })).toMatchObject({
      total: 1,
      rows: [{ file: 'log.csv', line: 6, raw: { customer: 'bob', comment: '=2+3' } }],
    })
    const file = String(await app.ask('downloadRefused', { params: { number: 1 } }))
    expect(file.split('\r\n')[0]).toContain('"customer","touchpoint","time"')
    expect(file).toContain(`"'=2+3"`)
    expect(file).toContain('"log.csv","6"')
  })

  test('the same file again adds nothing', async () => {
    expect((await importText(csv)).states.at(-1)).toMatchObject({ state: 'done', result: { import: 2 } })
    expect(((await app.ask('getImport', { params: { number: 2 } })) as ImportRecord).report.events).toMatchObject({
      stored: 0,
      duplicates: 10,
    })
  })

  test('refused rows are imported again with a mended recipe', async () => {
    expect((await app.refusal('replayRefused', { params: { number: 1 }, body: { recipe: 'wend: recipe/2' } })).code).toBe('bad_recipe')
    const mended = recipe.replace('time: "{time}"', 'time: "2025-01-02T10:30:00Z"')
    const { job } = (await app.ask('replayRefused', { params: { number: 1 }, body: { recipe: mended } })) as { readonly job: string }
    expect((await app.follow(job)).at(-1)).toMatchObject({ state: 'done', result: { import: 3 } })
    const record = (await app.ask('getImport', { params: { number: 3 } })) as ImportRecord
    expect(record).toMatchObject({ replays: 1, report: { events: { made: 1, stored: 1, refused: 0, duplicates: 0 } } })
    expect((await app.refusal('replayRefused', { params: { number: 3 }, body: { recipe } })).code).toBe('nothing_refused')
    expect((await app.refusal('replayRefused', { params: { number: 99 }, body: { recipe } })).code).toBe('import_not_found')
  })

  test('the workspace, its sources and its vocabulary show what is stored', async () => {
    expect((await app.ask('getWorkspace')) as Workspace).toMatchObject({
      empty: false,
      events: 11,
      customers: 4,
      imports: 3,
      from: Date.UTC(2025, 0, 1, 10),
    })
    expect(await app.ask('listSources')).toMatchObject({ total: 1, rows: [{ name: 'Shop', events: 11 }] })
    expect(await app.ask('getVocabulary')).toMatchObject({ channels: expect.arrayContaining(['Web', 'Phone']) as string[] })
    expect(await app.ask('listImports', { query: { limit: '1', offset: '1' } })).toMatchObject({ total: 3, rows: [{ number: 2 }] })
  })

  test('a recipe that does not fit fails with the lines to mend, and stores nothing', async () => {
    const upload = await app.upload('log.csv', csv)
    const bad = await app.refusal('importFiles', { body: { uploads: [upload], recipe: 'wend: recipe/1\nevents: 5\n', source: 'Shop' } })
    expect(bad).toMatchObject({ code: 'bad_recipe', details: [expect.objectContaining({ line: 2 }) as object] })
    const last = (await importText(csv, { recipe: recipe.replace('{customer}', '{custmer}') })).states.at(-1)
    expect(last).toMatchObject({ state: 'failed', problem: { code: 'bad_recipe', message: expect.stringContaining('custmer') as string } })
    expect(((await app.ask('getWorkspace')) as Workspace).imports).toBe(3)
  })

  test('a file that is none of the kinds fails naming it, and stays for another try', async () => {
    const { states, upload } = await importText('\u0000\u0001\u0002\u0000', { name: 'photo.csv' })
    expect(states.at(-1)).toMatchObject({
      state: 'failed',
      problem: { code: 'file_unreadable', message: expect.stringContaining('photo.csv') as string },
    })
    expect((await app.refusal('previewImport', { body: { uploads: [upload] } })).code).toBe('file_unreadable')
  })
})
