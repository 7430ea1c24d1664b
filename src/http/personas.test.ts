import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MapRecord } from '../contract/maps.ts'
import type { MapReading, PersonaNumbers, PersonaOverlap, PersonaRecord } from '../contract/personas.ts'
import { serverForTests, type TestServer } from './server-for-tests.ts'

type JourneyFilter = NonNullable<PersonaRecord['segment']>
interface MemberRow {
  readonly customer: string
  readonly journey: number
  readonly start: number
  readonly end: number
  readonly outcome: 'goal' | 'lost' | 'open'
}
interface TimelineRow {
  readonly touchpoint: string
  readonly journey: number | null
}

let app: TestServer
let map: MapRecord
let definition: string
beforeAll(async () => {
  app = await serverForTests()
  const { job } = (await app.ask('startDemo', { body: { preset: 'shop' } })) as { readonly job: string }
  const last = (await app.follow(job)).at(-1)
  if (last?.state !== 'done') throw new Error(`the demo ended ${JSON.stringify(last)} ${String(app.logged)}`)
  map = (await app.server.inject({ url: `/api/v1/maps/${last.result.map ?? ''}` })).json<MapRecord>()
  const { rows } = (await app.ask('listDefinitions')) as { readonly rows: readonly { readonly id: string; readonly builtIn: boolean }[] }
  definition = rows.find((row) => !row.builtIn)?.id ?? ''
})
afterAll(() => app.close())

const add = async (name: string, segment: JourneyFilter | null = null): Promise<PersonaRecord> =>
  (await app.ask('addPersona', { body: { name, segment } })) as PersonaRecord
const numbersOf = async (id: string): Promise<PersonaNumbers> =>
  (await app.ask('personaNumbers', { params: { id }, query: { definition } })) as PersonaNumbers
const remove = (id: string) => app.ask('removePersona', { params: { id } })

/** Every journey there is, as a plain list. */
async function allJourneys(journeys?: JourneyFilter): Promise<readonly MemberRow[]> {
  const rows: MemberRow[] = []
  for (;;) {
    const question = {
      question: 'members',
      of: { question: 'overview', ...(journeys && { journeys }) },
      pick: { kind: 'journeys' },
      limit: 10_000,
      offset: rows.length,
    }
    const page = (await app.ask('askQuestion', { body: { definition, question } })) as {
      readonly total: number
      readonly rows: readonly MemberRow[]
    }
    rows.push(...page.rows)
    if (rows.length >= page.total || page.rows.length === 0) return rows
  }
}
const ranked = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.ceil(share * values.length) - 1] ?? 0

describe('a persona', () => {
  test('is added, changed in parts, removed and restored', async () => {
    const anna = await add('Anna')
    expect(anna).toMatchObject({ name: 'Anna', goals: [], picture: null, segment: null, createdBy: 'Owner', removedAt: null })
    await Promise.all([
      app.ask('changePersona', { params: { id: anna.id }, body: { goals: ['Find a lamp'] } }),
      app.ask('changePersona', { params: { id: anna.id }, body: { pains: ['Delivery'] } }),
      app.ask('changePersona', { params: { id: anna.id }, body: { summary: 'Buys for a new flat' } }),
    ])
    const changed = await app.ask('getPersona', { params: { id: anna.id } })
    expect(changed).toMatchObject({ name: 'Anna', goals: ['Find a lamp'], pains: ['Delivery'], summary: 'Buys for a new flat' })
    await remove(anna.id)
    expect((await app.refusal('getPersona', { params: { id: anna.id } })).code).toBe('persona_not_found')
    expect(await app.ask('listPersonas')).toMatchObject({ total: 0 })
    expect(await app.ask('listPersonas', { query: { removed: 'only' } })).toMatchObject({ total: 1 })
    expect(await app.ask('restorePersona', { params: { id: anna.id } })).toMatchObject({ goals: ['Find a lamp'] })
    await remove(anna.id)
  })

  test('keeps hostile words as they are, and refuses what is too long or unknown', async () => {
    const name = `"><script>alert(1)</script>'; drop table personas; -- \u202e %_`
    const hostile = await add(name)
    expect(await app.ask('getPersona', { params: { id: hostile.id } })).toMatchObject({ name })
    expect((await app.refusal('addPersona', { body: { name: '   ' } })).code).toBe('bad_request')
    expect((await app.refusal('addPersona', { body: { name: 'x'.repeat(201) } })).code).toBe('bad_request')
    expect((await app.refusal('addPersona', { body: { name: 'x', goals: Array.from({ length: 51 }, () => 'g') } })).code).toBe(
      'bad_request',
    )
    expect((await app.refusal('addPersona', { body: { name: 'x', secret: 1 } })).code).toBe('bad_request')
    expect((await app.refusal('addPersona', { body: { name: 'x', segment: { reach: ['a'] } } })).code).toBe('bad_request')
    expect((await app.refusal('changePersona', { params: { id: 'nobody' }, body: { name: 'x' } })).code).toBe('persona_not_found')
    await remove(hostile.id)
  })

  test('has numbers that a plain count over its journeys gives too', async () => {
    const segment: JourneyFilter = { reached: ['Product page'], notReached: ['Returns'], minDurationMs: 3_600_000 }
    const anna = await add('Anna', segment)
    const numbers = await numbersOf(anna.id)
    const everybody = await allJourneys()
    const touched = new Map<string, ReadonlySet<string>>()
    const wanted: MemberRow[] = []
    const long = everybody.filter((row) => row.end - row.start >= 3_600_000)
    const sample = long.filter((_, index) => index % 97 === 0)
    for (const row of sample) {
      const { rows } = (await app.ask('askQuestion', {
        body: { definition, question: { question: 'timeline', customer: row.customer, limit: 10_000 } },
      })) as { readonly rows: readonly TimelineRow[] }
      touched.set(
        `${row.customer} ${row.journey}`,
        new Set(rows.filter((event) => event.journey === row.journey).map((event) => event.touchpoint)),
      )
    }
    const own = await allJourneys(segment)
    const keys = new Set(own.map((row) => `${row.customer} ${row.journey}`))
    for (const [key, touchpoints] of touched) {
      const should = touchpoints.has('Product page') && !touchpoints.has('Returns')
      expect([key, keys.has(key)]).toEqual([key, should])
      if (should) wanted.push(...own.filter((row) => `${row.customer} ${row.journey}` === key))
    }
    expect(wanted.length).toBeGreaterThan(3)
    const durations = own.map((row) => row.end - row.start)
    const ended = own.filter((row) => row.outcome !== 'open')
    expect(numbers).toMatchObject({
      journeys: own.length,
      of: everybody.length,
      customers: new Set(own.map((row) => row.customer)).size,
      reachedGoal: own.filter((row) => row.outcome === 'goal').length,
      p50Duration: ranked(durations, 0.5),
      p90Duration: ranked(durations, 0.9),
      hasGoal: true,
    })
    expect(numbers.conversion?.value).toBeCloseTo(own.filter((row) => row.outcome === 'goal').length / ended.length, 12)
    expect(numbers.share?.value).toBeCloseTo(own.length / everybody.length, 12)
    expect(numbers.conversion!.low).toBeLessThan(numbers.conversion!.value)
    expect(numbers.scores.length).toBeGreaterThan(0)
    expect(await app.ask('previewSegment', { body: { definition, segment } })).toEqual({
      journeys: own.length,
      customers: numbers.customers,
      of: everybody.length,
    })
    await remove(anna.id)
  })

  test('whom no journey fits has zeros and no rates', async () => {
    const nobody = await add('Nobody', { reached: ['A place that is not there'] })
    expect(await numbersOf(nobody.id)).toMatchObject({
      journeys: 0,
      customers: 0,
      conversion: null,
      p50Duration: null,
      scores: [],
      share: { value: 0, low: 0 },
    })
    const reading = (await app.ask('readMapFor', { params: { id: map.id }, body: { persona: nobody.id } })) as MapReading
    expect(reading).toMatchObject({ journeys: 0, of: map.journeys })
    expect(reading.map.cards.filter((card) => card.body.kind === 'touchpoint')).toEqual([])
    await remove(nobody.id)
  })

  test('quotes only what a customer wrote', async () => {
    const { rows } = (await app.ask('askQuestion', { body: { question: { question: 'verbatims', limit: 1 } } })) as {
      readonly rows: readonly { readonly customer: string; readonly time: number; readonly text: string }[]
    }
    const said = rows[0]!
    const source = { kind: 'verbatim', customer: said.customer, time: said.time }
    const quoting = await app.ask('addPersona', {
      body: { name: 'Quoting', quotes: [{ text: said.text, source }, { text: 'So they say' }] },
    })
    expect(quoting).toMatchObject({ quotes: [{ text: said.text, source }, { text: 'So they say' }] })
    expect((await app.refusal('addPersona', { body: { name: 'Lying', quotes: [{ text: 'I never said this', source }] } })).code).toBe(
      'quote_not_found',
    )
    const elsewhere = { text: said.text, source: { ...source, time: said.time + 1 } }
    expect((await app.refusal('addPersona', { body: { name: 'Lying', quotes: [elsewhere] } })).code).toBe('quote_not_found')
    await remove((quoting as PersonaRecord).id)
  })
})

test('overlap and rest are what the lists of journeys say', async () => {
  const rules: readonly JourneyFilter[] = [
    { outcomes: ['goal'] },
    { minDurationMs: 86_400_000 },
    { reached: ['Payment page'] },
    { reached: ['A place that is not there'] },
  ]
  const personas = await Promise.all(rules.map((segment, index) => add(`P${index}`, segment)))
  const free = await add('Without a rule')
  const overlap = (await app.ask('personaOverlap', { query: { definition } })) as PersonaOverlap
  const lists = await Promise.all(
    rules.map(async (rule) => new Set((await allJourneys(rule)).map((row) => `${row.customer} ${row.journey}`))),
  )
  const everybody = await allJourneys()
  const claimed = new Set(lists.flatMap((list) => [...list]))
  expect(overlap.journeys).toBe(everybody.length)
  expect(overlap.rest).toBe(everybody.length - claimed.size)
  expect(overlap.personas).toEqual(personas.map(({ id }, index) => ({ id, journeys: lists[index]!.size })))
  const pairs = lists.flatMap((a, i) =>
    lists
      .slice(i + 1)
      .map((b, j) => ({ a: personas[i]!.id, b: personas[i + 1 + j]!.id, journeys: [...a].filter((key) => b.has(key)).length })),
  )
  expect(overlap.pairs).toEqual(pairs.filter((pair) => pair.journeys > 0))
  for (const { id } of [...personas, free]) await remove(id)
})

describe('a map read for a persona', () => {
  test('of everybody says what the map says', async () => {
    const all = await add('Everybody', {})
    const reading = (await app.ask('readMapFor', { params: { id: map.id }, body: { persona: all.id } })) as MapReading
    expect(reading).toMatchObject({ name: 'Everybody', journeys: map.journeys, of: map.journeys })
    expect(reading.map.stages).toEqual(map.map.stages)
    expect(reading.map.river).toEqual(map.map.river)
    expect(reading.map.emotion).toEqual(map.map.emotion)
    const faces = (of: typeof map.map) => new Map(of.cards.map((card) => [card.id, card.body]))
    expect(faces(reading.map)).toEqual(faces(map.map))
    await remove(all.id)
  })

  test('has that persona’s numbers on the same stages, and each opens a list of its length', async () => {
    const segment: JourneyFilter = { outcomes: ['goal'] }
    const buyers = await add('Buyers', segment)
    const reading = (await app.ask('readMapFor', { params: { id: map.id }, body: { persona: buyers.id } })) as MapReading
    const own = await allJourneys(segment)
    expect(reading.journeys).toBe(own.length)
    expect(reading.map.stages.map(({ id, steps }) => [id, steps])).toEqual(map.map.stages.map(({ id, steps }) => [id, steps]))
    expect(reading.map.river?.ribbons.some((ribbon) => ribbon.to.kind === 'lost')).toBe(false)
    let opened = 0
    for (const card of reading.map.cards) {
      if (card.body.kind !== 'touchpoint') continue
      expect(card.body.journeys).toBeLessThanOrEqual(own.length)
      const [evidence] = card.evidence
      if (evidence?.kind !== 'answer' || opened >= 4) continue
      opened += 1
      const question = { question: 'members', of: evidence.question, pick: evidence.pick, limit: 1 }
      expect(await app.ask('askQuestion', { body: { definition, question } })).toMatchObject({ total: card.body.journeys })
    }
    expect(opened).toBe(4)
    await remove(buyers.id)
  })

  test('needs a map, a persona and a rule', async () => {
    const free = await add('Free')
    const read = async (id: string, persona: string) => (await app.refusal('readMapFor', { params: { id }, body: { persona } })).code
    expect(await read('none', free.id)).toBe('map_not_found')
    expect(await read(map.id, 'none')).toBe('persona_not_found')
    expect(await read(map.id, free.id)).toBe('persona_without_rule')
    await remove(free.id)
  })
})
