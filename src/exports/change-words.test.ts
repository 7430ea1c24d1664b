import { describe, expect, test } from 'vitest'
import { mapFormat, type CardBody, type JourneyMap } from '../journey/map.ts'
import { changesInWords } from './change-words.ts'

const day = 86_400_000
const numbers = { journeys: 1200, reach: 0.6, exits: 144, exitRate: 0.12, p50Time: 3 * day, p90Time: 9 * day }
const mapWith = (body: object, stageNumbers: object = numbers, more: object = {}) =>
  ({
    format: mapFormat,
    title: 'Trial',
    summary: '',
    kind: 'as-is',
    personas: [],
    stages: [
      {
        id: 's',
        name: 'Onboarding',
        purpose: '',
        rule: '',
        steps: [{ id: 't', name: 'First day', touchpoints: [] }],
        numbers: stageNumbers,
      },
    ],
    lanes: [{ id: 'l', kind: 'kpis', name: 'KPIs', hint: '' }],
    cards: [{ id: 'c', lane: 'l', stage: 's', step: 't', body, evidence: [], standing: { kind: 'assumed' }, ...more }],
  }) as unknown as JourneyMap
const text = (value: string): CardBody => ({ kind: 'text', text: value })
const plain = (value: string): string => value.replaceAll('\u00a0', ' ')
const said = (before: JourneyMap, after: JourneyMap): string[] => changesInWords(before, after).map((line) => plain(line.sentence))

describe('changes in words', () => {
  test('say computed stage numbers with before and after', () => {
    const [line, ...rest] = changesInWords(mapWith(text('x')), mapWith(text('x'), { ...numbers, exitRate: 0.18, p50Time: 6 * day }))
    expect(rest).toEqual([])
    expect(plain(line?.sentence ?? '')).toBe('Onboarding: exit rate 12 % → 18 %, median time 3 days → 6 days')
    expect(line).toMatchObject({ kind: 'changed', what: 'stage', stage: 's', computed: true })
    expect(line?.figures?.map((figure) => [figure.name, plain(figure.before ?? ''), plain(figure.after ?? '')])).toEqual([
      ['exit rate', '12 %', '18 %'],
      ['median time', '3 days', '6 days'],
    ])
  })

  test('leave out numbers that read the same', () => {
    expect(said(mapWith(text('x')), mapWith(text('x'), { ...numbers, exitRate: 0.12001 }))).toEqual([])
  })

  test('say what each kind of computed card changed in', () => {
    const cases: readonly (readonly [object, object, string])[] = [
      [
        { kind: 'kpi', name: 'Conversion', value: 0.3, unit: 'rate', low: 0.28, high: 0.32 },
        { kind: 'kpi', name: 'Conversion', value: 0.4, unit: 'rate', low: 0.38, high: 0.42 },
        'Conversion: value 30 % → 40 %, 95 % interval 28 % to 32 % → 38 % to 42 %',
      ],
      [
        { kind: 'touchpoint', touchpoint: 'Mail', channel: 'email', journeys: 100, reach: 0.5, occurrences: 200, p50ToNext: 3_600_000 },
        { kind: 'touchpoint', touchpoint: 'Mail', channel: 'email', journeys: 100, reach: 0.5, occurrences: 210, p50ToNext: 7_200_000 },
        'Mail: occurrences 200 → 210, median to next 1 h → 2 h',
      ],
      [
        { kind: 'emotion', mean: 0.2, low: 0.1, high: 0.3, n: 50, scale: 'nps' },
        { kind: 'emotion', mean: null, low: null, high: null, n: 3, scale: 'nps' },
        'Too few scores: mean +0.20 → none, mood Happy → none, scores 50 → 3, 95 % interval +0.10 to +0.30 → none',
      ],
    ]
    for (const [before, after, sentence] of cases) expect(said(mapWith(before), mapWith(after))).toEqual([sentence])
  })

  test('show a changed text word by word, in its lane and stage', () => {
    const [line] = changesInWords(mapWith(text('Waits three days')), mapWith(text('Waits two days')))
    expect(line).toMatchObject({
      kind: 'changed',
      what: 'card',
      stage: 's',
      title: 'KPIs',
      before: 'Waits three days',
      after: 'Waits two days',
      computed: false,
    })
    expect(line?.words?.map((part) => part.kind)).toEqual(['same', 'removed', 'added', 'same'])
  })

  test('say what people did to a card', () => {
    const did = (more: object) => said(mapWith(text('Hello')), mapWith(text('Hello'), numbers, more))
    expect(did({ pinned: true })).toEqual(['“Hello” pinned'])
    expect(did({ owner: 'Support' })).toEqual(['Owner of “Hello” changed'])
    expect(did({ findOut: 'open' })).toEqual(['“Hello”: to find out'])
    expect(did({ note: 'Ask them' })).toEqual(['Note on “Hello” changed'])
    expect(did({ evidence: [{ kind: 'document', title: 'Report' }] })).toEqual(['Evidence put on “Hello”'])
    expect(did({ standing: { kind: 'observed', n: 1200 } })).toEqual(['“Hello”: standing Assumed → Observed, rests on none → 1,200'])
  })

  test('say a removed card as it was', () => {
    const [line] = changesInWords(mapWith(text('Hello')), { ...mapWith(text('Hello')), cards: [] })
    expect(line).toMatchObject({ kind: 'removed', sentence: 'Card “Hello” removed', before: 'Hello', after: null, stage: 's' })
  })
})
