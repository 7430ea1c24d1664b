import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MapRecord, OpenedEvidence } from '../contract/maps.ts'
import type { Highlight, NoteRecord } from '../contract/research.ts'
import { serverForTests, type TestServer } from './server-for-tests.ts'

type Card = MapRecord['map']['cards'][number]
interface TouchpointRow {
  readonly touchpoint: string
  readonly journeys: number
  readonly exits: number
  readonly exitRate: number
}
interface VerbatimRow {
  readonly customer: string
  readonly time: number
  readonly text: string
}
interface TimelineRow {
  readonly time: number
  readonly verbatim: string
  readonly file: string
  readonly line: number
}

let app: TestServer
let map: MapRecord
let card: Card
beforeAll(async () => {
  app = await serverForTests()
  const { job } = (await app.ask('startDemo', { body: { preset: 'shop' } })) as { readonly job: string }
  const last = (await app.follow(job)).at(-1)
  if (last?.state !== 'done') throw new Error(`the demo ended ${JSON.stringify(last)} ${String(app.logged)}`)
  map = await getMap(last.result.map ?? '')
  const found = map.map.cards.find((one) => one.body.kind === 'touchpoint')
  if (!found) throw new Error('no touchpoint card')
  card = found
})
afterAll(() => app.close())

const getMap = async (id: string) => (await app.ask('getMap', { params: { id } })) as MapRecord
const params = () => ({ id: map.id, card: card.id })
const put = async (body: object) => ((await app.ask('putEvidence', { params: params(), body })) as { readonly evidence: string }).evidence
const refused = (body: object) => app.refusal('putEvidence', { params: params(), body })
const evidenceNow = async () => (await getMap(map.id)).map.cards.find((one) => one.id === card.id)?.evidence ?? []
const ask = async <Row>(question: object) =>
  ((await app.ask('askQuestion', { body: { definition: map.map.basis?.definition, question } })) as { readonly rows: readonly Row[] }).rows

describe('evidence on a card', () => {
  test('a number is asked again, opens its list, and comes off again', async () => {
    const [row] = await ask<TouchpointRow>({ question: 'touchpoints', limit: 1 })
    if (!row) throw new Error('no touchpoints')
    const before = await evidenceNow()
    const pick = { kind: 'touchpoint', touchpoint: row.touchpoint, number: 'exits' }
    const count = { kind: 'answer', question: { question: 'touchpoints', limit: 1 }, pick, label: 'wonderful!', value: row.exits }
    const id = await put(count)
    expect(await put(count)).toBe(id)
    const after = await evidenceNow()
    expect(after.length).toBe(before.length + 1)
    const index = after.findIndex((one) => one.kind === 'answer' && one.label.startsWith('journeys that leave'))
    expect(after[index]).toMatchObject({
      value: row.exits,
      count: row.exits,
      label: `journeys that leave without the goal at ${row.touchpoint}`,
    })
    const opened = (await app.ask('openEvidence', {
      params: { id: map.id },
      body: { card: card.id, evidence: index, limit: 3 },
    })) as OpenedEvidence
    expect(opened.members?.total).toBe(row.exits)
    await app.ask('takeEvidence', { params: { ...params(), evidence: id } })
    expect(await evidenceNow()).toEqual(before)
    expect((await app.refusal('takeEvidence', { params: { ...params(), evidence: id } })).code).toBe('evidence_not_found')
  })

  test('a rate comes with its interval and what it rests on', async () => {
    const row = (await ask<TouchpointRow>({ question: 'touchpoints' })).find((one) => one.exits > 5 && one.exitRate < 1)
    if (!row) throw new Error('no exits')
    const pick = { kind: 'touchpoint', touchpoint: row.touchpoint, number: 'exits' }
    await put({ kind: 'answer', question: { question: 'touchpoints' }, pick, measure: 'exitRate', label: 'x', value: row.exitRate })
    const found = (await evidenceNow()).find((one) => one.kind === 'answer' && one.label === `exit rate at ${row.touchpoint}`)
    if (found?.kind !== 'answer') throw new Error('it is not on the card')
    expect([found.value, found.n, found.count]).toEqual([row.exitRate, row.journeys, row.exits])
    // Wilson's interval, worked out here on its own.
    const [n, p, z] = [row.journeys, row.exitRate, 1.959963984540054]
    const half = (z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n))) / (1 + (z * z) / n)
    expect((found.high ?? 0) - (found.low ?? 0)).toBeCloseTo(2 * half, 9)
  })

  test('a falsified number is refused with the right one', async () => {
    const [row] = await ask<TouchpointRow>({ question: 'touchpoints', limit: 1 })
    const pick = { kind: 'touchpoint', touchpoint: row?.touchpoint, number: 'journeys' }
    const problem = await refused({
      kind: 'answer',
      question: { question: 'touchpoints' },
      pick,
      label: '',
      value: (row?.journeys ?? 0) + 1,
    })
    expect(problem).toMatchObject({ code: 'number_differs', details: [{ field: 'value', message: String(row?.journeys) }] })
    expect(problem.message).toContain(String(row?.journeys))
    const nothing = { kind: 'answer', question: { question: 'touchpoints' }, pick, measure: 'constructor', label: '', value: 1 }
    expect((await refused(nothing)).code).toBe('bad_question')
  })

  test('a verbatim is found in the events, with its file and line', async () => {
    const [row] = await ask<VerbatimRow>({ question: 'verbatims', limit: 1 })
    if (!row) throw new Error('no verbatims')
    const words = { kind: 'verbatim', customer: row.customer, time: row.time, text: row.text }
    await put(words)
    const timeline = await ask<TimelineRow>({ question: 'timeline', customer: row.customer })
    const source = timeline.find((one) => one.verbatim === row.text && one.time === row.time)
    expect(await evidenceNow()).toContainEqual(
      expect.objectContaining({ kind: 'verbatim', text: row.text, file: source?.file, line: source?.line }),
    )
    expect((await refused({ ...words, text: 'I love it' })).code).toBe('verbatim_not_found')
    expect((await refused({ ...words, time: row.time + 1 })).code).toBe('verbatim_not_found')
    expect((await refused({ ...words, customer: 'nobody' })).code).toBe('verbatim_not_found')
  })

  test('a highlight carries its words and note, and the note tells where it is used', async () => {
    const note = (await app.ask('addNote', { body: { title: 'Ana', text: 'I waited a week.' } })) as NoteRecord
    const body = { from: 2, to: 8, text: 'waited', tags: ['waiting'] }
    const highlight = (await app.ask('addHighlight', { params: { id: note.id }, body })) as Highlight
    const evidence = await put({ kind: 'highlight', note: note.id, highlight: highlight.id })
    expect(await evidenceNow()).toContainEqual({
      kind: 'highlight',
      text: 'waited',
      note: note.id,
      highlight: highlight.id,
      noteTitle: 'Ana',
      tags: ['waiting'],
    })
    const uses = async () => ((await app.ask('getNote', { params: { id: note.id } })) as NoteRecord).uses
    expect(await uses()).toEqual([expect.objectContaining({ highlight: highlight.id, map: map.id, card: card.id })])
    await app.ask('takeEvidence', { params: { ...params(), evidence } })
    expect(await uses()).toEqual([])
    expect((await refused({ kind: 'highlight', note: note.id, highlight: 'none' })).code).toBe('highlight_not_found')
    const theirs = { ...note, id: 'theirs', about: {}, text: 'x', removedAt: null, highlights: 0 }
    await app.wend.state.research.notes.add(2, theirs, '')
    expect((await refused({ kind: 'highlight', note: 'theirs', highlight: highlight.id })).code).toBe('note_not_found')
  })

  test('a document has a safe address or none', async () => {
    await put({ kind: 'document', title: 'Study', url: 'https://example.org/a', quote: 'Half gave up.' })
    expect(await evidenceNow()).toContainEqual({ kind: 'document', title: 'Study', url: 'https://example.org/a', quote: 'Half gave up.' })
    expect((await refused({ kind: 'document', title: 'x', url: 'javascript:alert(1)' })).code).toBe('bad_request')
  })

  test('needs a card of a map of this workspace', async () => {
    const body = { kind: 'document', title: 'x' }
    expect((await app.refusal('putEvidence', { params: { id: map.id, card: 'none' }, body })).code).toBe('card_not_found')
    expect((await app.refusal('putEvidence', { params: { id: 'none', card: card.id }, body })).code).toBe('map_not_found')
  })
})
