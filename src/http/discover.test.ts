import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MapRecord, MapSummary, OpenedEvidence } from '../contract/maps.ts'
import { serverForTests, type TestServer } from './server-for-tests.ts'

let app: TestServer
let map: MapRecord
beforeAll(async () => {
  app = await serverForTests()
  const { job } = (await app.ask('startDemo', { body: { preset: 'shop' } })) as { readonly job: string }
  const states = await app.follow(job)
  const last = states.at(-1)
  if (last?.state !== 'done') throw new Error(`the demo ended ${JSON.stringify(last)} ${String(app.logged)}`)
  map = (await app.ask('getMap', { params: { id: last.result.map ?? '' } })) as MapRecord
})
afterAll(() => app.close())

describe('the demo company over HTTP', () => {
  test('has a map with stages, river, emotion and evidence', () => {
    expect(map.map.stages.length).toBeGreaterThanOrEqual(4)
    expect(map.map.river?.ribbons.length).toBeGreaterThan(4)
    expect(map.map.emotion?.points.some((point) => point.mean !== null)).toBe(true)
    expect(new Set(map.map.cards.map((card) => card.body.kind))).toEqual(
      new Set(['touchpoint', 'channel', 'kpi', 'emotion', 'pain-point', 'delight', 'verbatim']),
    )
    expect(map).toMatchObject({ title: 'Buying at Fernlight Living', template: 'ecommerce', customers: 5000, createdBy: 'Owner' })
    expect(map.hash).toMatch(/^[0-9a-f]{64}$/)
  })

  test('is not made twice', async () => {
    expect((await app.refusal('startDemo', { body: {} })).code).toBe('not_empty')
  })

  test('opens every kind of evidence: the number again, and a list of exactly that length', async () => {
    const seen = new Set<string>()
    for (const card of map.map.cards) {
      for (const [index, evidence] of card.evidence.entries()) {
        if (evidence.kind !== 'answer' || evidence.pick === undefined) continue
        const kind = `${card.body.kind} ${evidence.question.question} ${evidence.pick.kind} ${'number' in evidence.pick ? evidence.pick.number : ''}`
        if (seen.has(kind)) continue
        seen.add(kind)
        const opened = (await app.ask('openEvidence', {
          params: { id: map.id },
          body: { card: card.id, evidence: index, limit: 5 },
        })) as OpenedEvidence
        expect([kind, opened.label, opened.value]).toEqual([kind, evidence.label, evidence.value])
        expect(opened.members?.rows.length).toBeLessThanOrEqual(5)
        if (
          Number.isInteger(evidence.value) &&
          !/share/.test(evidence.label) &&
          /count|occurrences|journeys|exits|starts|ends|slow/.test(evidence.label)
        )
          expect([kind, evidence.label, opened.members?.total]).toEqual([kind, evidence.label, evidence.value])
      }
    }
    expect(seen.size).toBeGreaterThan(3)
    const [card] = map.map.cards
    expect((await app.refusal('openEvidence', { params: { id: map.id }, body: { card: 'none', evidence: 0 } })).code).toBe('card_not_found')
    expect((await app.refusal('openEvidence', { params: { id: map.id }, body: { card: card?.id, evidence: 99 } })).code).toBe(
      'evidence_not_found',
    )
  })

  test('computed again gives the same hash, and another definition another map', async () => {
    const [stored] = (
      (await app.ask('listDefinitions')) as { readonly rows: readonly { readonly id: string; readonly builtIn: boolean }[] }
    ).rows.filter((row) => !row.builtIn)
    const discover = async (body: object) => {
      const { job } = (await app.ask('discoverMap', { body })) as { readonly job: string }
      const last = (await app.follow(job)).at(-1)
      expect(last).toMatchObject({ state: 'done', kind: 'discover' })
      return (await app.ask('getMap', { params: { id: last?.state === 'done' ? (last.result.map ?? '') : '' } })) as MapRecord
    }
    expect((await discover({ definition: stored?.id, template: 'ecommerce', title: map.title })).hash).toBe(map.hash)
    const whole = await discover({})
    expect(whole.hash).not.toBe(map.hash)
    expect(whole).toMatchObject({ template: null, definition: 'All events of a customer' })
    await app.ask('deleteMap', { params: { id: whole.id } })
    expect(((await app.ask('listMaps')) as { readonly total: number }).total).toBe(2)
  })

  test('is exported in every format', async () => {
    const starts = { svg: '<svg', html: '<!doctype html', json: '{', mmd: 'journey' } as const
    for (const [format, start] of Object.entries(starts)) {
      const text = String(await app.ask('exportMap', { params: { id: map.id }, query: { format } }))
      expect([format, text.toLowerCase().includes(start)]).toEqual([format, true])
      expect([format, text.includes('Fernlight')]).toEqual([format, true])
    }
    const png = (await app.ask('exportMap', { params: { id: map.id }, query: { format: 'png' } })) as Buffer
    expect(png.subarray(1, 4).toString()).toBe('PNG')
    const { headers } = await app.server.inject({ url: `/api/v1/maps/${map.id}/export?format=html` })
    expect(headers['content-disposition']).toMatch(/^attachment; filename="buying-at-fernlight-living\.html"/)
    expect(headers['content-security-policy']).toContain('sandbox')
  })

  test('is renamed, keeps its hash, and is checked', async () => {
    const line = (await app.ask('renameMap', { params: { id: map.id }, body: { title: 'Our journey' } })) as MapSummary
    expect(line).toMatchObject({ title: 'Our journey', summary: map.summary, hash: map.hash })
    const check = (await app.ask('checkMap', { params: { id: map.id } })) as {
      readonly rows: readonly { readonly rule: string; readonly remedy: string }[]
    }
    expect(check.rows.length).toBeGreaterThan(0)
    expect(check.rows.every((finding) => finding.remedy !== '')).toBe(true)
  })

  test('answers questions with exactly the rows of the contract', async () => {
    const definition = map.map.basis?.definition
    const stages = map.map.stages
      .slice(0, 3)
      .map((stage) => ({ stage: stage.name, touchpoints: stage.steps.flatMap((step) => step.touchpoints) }))
    const questions = [
      { question: 'overview' },
      { question: 'touchpoints', limit: 3 },
      { question: 'transitions', slowerThanMs: 86_400_000, limit: 5 },
      { question: 'variants', limit: 5 },
      { question: 'funnel', steps: ['Product page', 'Payment page'], ties: 'capture-order', order: 'ordered' },
      { question: 'flow', stages },
      { question: 'stages', stages },
      { question: 'paths', touchpoint: 'Payment page', direction: 'after', depth: 2, perColumn: 3 },
      { question: 'timeline', customer: 'c_00001' },
      { question: 'trend', measure: 'journeys', bucket: 'month' },
      { question: 'scores' },
      { question: 'verbatims', limit: 3 },
      { question: 'members', of: { question: 'overview' }, pick: { kind: 'journeys' }, limit: 3 },
    ]
    for (const question of questions) {
      const answer = (await app.ask('askQuestion', { body: { ...(definition && { definition }), question } })) as OpenedEvidence['answer']
      expect([question.question, answer.question, answer.rows.length > 0]).toEqual([question.question, question.question, true])
      if (question.limit) expect(answer.rows.length).toBeLessThanOrEqual(question.limit)
    }
    const ask = (question: object) => app.refusal('askQuestion', { body: { question } })
    expect(await ask({ question: 'variants', limit: 10_001 })).toMatchObject({
      code: 'bad_question',
      details: [{ field: 'question.limit' }],
    })
    expect((await ask({ question: 'flow', stages: [] })).code).toBe('bad_question')
    expect(
      (
        await ask({
          question: 'flow',
          stages: [
            { stage: 'A', touchpoints: ['x'] },
            { stage: 'B', touchpoints: ['x'] },
          ],
        })
      ).message,
    ).toContain('"x" is in "A" and in "B"')
    expect((await ask({ question: 'timeline', customer: 'nobody' })).code).toBe('unknown_customer')
  })
})
