import { expect, test } from 'vitest'
import { parseWhere } from './where.ts'

const day = (text: string): number => Date.parse(`${text}T00:00Z`)

test('tests of events and tests of journeys are told apart', () => {
  expect(
    parseWhere([
      'channel=web',
      'touchpoint!=Home page',
      'property.plan=pro',
      'reached=Cart',
      'not-reached=Order',
      'journey.plan!=free',
      'customer=c-17',
    ]),
  ).toEqual({
    events: { channels: ['web'], notTouchpoints: ['Home page'], properties: [{ property: 'plan', operator: '=', value: 'pro' }] },
    journeys: {
      reached: ['Cart'],
      notReached: ['Order'],
      properties: [{ property: 'plan', operator: '!=', value: 'free' }],
      ids: ['c-17'],
    },
  })
})

test('the same field again means any of these', () => {
  expect(parseWhere(['touchpoint=A', 'touchpoint=B', 'outcome=goal', 'outcome=open'])).toEqual({
    events: { touchpoints: ['A', 'B'] },
    journeys: { outcomes: ['goal', 'open'] },
  })
})

test.each([
  ['time>=2025-01-31', { from: day('2025-01-31') }],
  ['time>2025-01-31', { from: day('2025-02-01') }],
  ['time<2025-01-31', { to: day('2025-01-31') }],
  ['time<=2025-01-31', { to: day('2025-02-01') }],
  ['time=2025-01-31', { from: day('2025-01-31'), to: day('2025-02-01') }],
  ['time>2025-01-31T14:05:00+01:00', { from: Date.parse('2025-01-31T13:05:00Z') + 1 }],
  ['time<=2025-01-31 14:05', { to: Date.parse('2025-01-31T14:05:00Z') + 1 }],
])('%s reads whole days and moments with the right edge', (text, events) => {
  expect(parseWhere([text]).events).toEqual(events)
})

test.each([
  ['duration<7d', { maxDurationMs: 7 * 86_400_000 - 1 }],
  ['duration<=7d', { maxDurationMs: 7 * 86_400_000 }],
  ['duration>=90min', { minDurationMs: 5_400_000 }],
  ['duration > 1d12h', { minDurationMs: 36 * 3_600_000 + 1 }],
])('%s bounds the duration', (text, journeys) => {
  expect(parseWhere([text]).journeys).toEqual(journeys)
})

test('a value may hold operators and quotes keep it whole', () => {
  expect(parseWhere(['touchpoint=a=b', 'property.x="<5"', 'reached=" spaced "']).events).toEqual({
    touchpoints: ['a=b'],
    properties: [{ property: 'x', operator: '=', value: '<5' }],
  })
})

test("a property may be called as an object's own parts are", () => {
  expect(parseWhere(['property.constructor=1']).events.properties).toEqual([{ property: 'constructor', operator: '=', value: '1' }])
  expect(() => parseWhere(['constructor=1'])).toThrow('"constructor" is no field')
})

test.each([
  ['channel', 'there is no =, !=, <'],
  ['plan=pro', '"plan" is no field. Use touchpoint, channel'],
  ['channel=', 'nothing stands after ='],
  ['channel!=web', '!= cannot be used here, only ='],
  ['outcome=won', 'an outcome is goal, lost or open, not "won"'],
  ['duration=7d', '= cannot be used here, only < <= > >='],
  ['duration<soon', '"soon" is no duration'],
  ['time>2025-02-30', '"2025-02-30" is no time'],
  ['time>last week', '"last week" is no time'],
])('%s is refused, naming the part that cannot be understood', (text, message) => {
  expect(() => parseWhere([text])).toThrow(message)
  expect(() => parseWhere([text])).toThrow(`--where "${text}"`)
})
