import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { exampleMap } from '../../test/fixtures/example-map.ts'
import { editedMap } from '../../test/fixtures/edited-map.ts'
import { mapJsonSchema, mapSchema, parseMap } from './map-schema.ts'

const refusals = (value: unknown) => {
  const read = parseMap(typeof value === 'string' ? value : JSON.stringify(value))
  return read.ok ? [] : read.error
}

test('a computed map is written and read back without loss', () => {
  for (const map of [exampleMap(), editedMap()]) {
    const read = parseMap(JSON.stringify(map))
    expect(read.ok && read.value).toEqual(map)
  }
})

test('the published JSON Schema is the one in the code', () => {
  const published: unknown = JSON.parse(readFileSync(new URL('../../docs/journey-map.schema.json', import.meta.url), 'utf8'))
  expect(published).toEqual(JSON.parse(JSON.stringify(mapJsonSchema())))
})

test('a map of a newer format is refused with what to do', () => {
  expect(refusals({ ...exampleMap(), format: 'wend-map/2' })).toMatchObject([
    { code: 'newer-format', message: expect.stringContaining('Update Wend') },
  ])
})

test('what is no map, or not even JSON, is refused as such', () => {
  expect(refusals('{"a":')).toMatchObject([{ code: 'not-json' }])
  for (const value of [null, 3, [], {}, { format: 'other/1' }]) expect(refusals(value)).toMatchObject([{ code: 'no-map' }])
})

test('a wrong field is named by its path', () => {
  const map = exampleMap()
  const [first, ...rest] = map.cards
  expect(refusals({ ...map, cards: [{ ...first, colour: 'red' }, ...rest] })).toMatchObject([{ code: 'bad-shape', path: 'cards[0]' }])
  expect(refusals({ ...map, stages: [{ ...map.stages[0], steps: [] }] })[0]).toMatchObject({ code: 'bad-shape', path: 'stages[0].steps' })
})

test('a map that contradicts itself is refused', () => {
  const map = exampleMap()
  const problems = refusals({ ...map, cards: map.cards.map((card) => ({ ...card, lane: 'nowhere' })) })
  expect(problems).toHaveLength(map.cards.length)
  expect(problems[0]).toMatchObject({ code: 'unknown-lane', path: 'cards[0].lane' })
})

test('no key is dropped in silence', () => {
  expect(mapSchema.safeParse({ ...exampleMap(), extra: 1 }).success).toBe(false)
})
