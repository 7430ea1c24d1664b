import { expect, test } from 'vitest'
import { editedMap } from '../../test/fixtures/edited-map.ts'
import { exampleMap } from '../../test/fixtures/example-map.ts'
import { mapPortrait } from './map-portrait.ts'

test('the portrait counts what is drawn and names what the steps open', () => {
  const map = editedMap()
  const portrait = mapPortrait(map)
  expect(portrait.opens).toEqual(['detail-of-first'])
  expect(portrait.personas).toEqual(['Ada, the careful buyer'])
  expect(portrait.lanes.flat().reduce((sum, count) => sum + count, 0)).toBe(map.cards.length - 1)
  expect(portrait.stages).toEqual(map.stages.map(({ steps }) => steps.length))
})

test('a mood is the measured mean, else the drawn one, else nothing', () => {
  const { emotion: _, ...unmeasured } = editedMap()
  expect(mapPortrait(unmeasured).moods.slice(0, 3)).toEqual([0.25, 0.5, null])
  const measured = exampleMap()
  const first = measured
    .emotion!.points.filter(({ stage, mean }) => stage === measured.stages[1]!.id && mean !== null)
    .map(({ mean }) => mean!)
  expect(mapPortrait(measured).moods[1]).toBeCloseTo(first.reduce((sum, mean) => sum + mean, 0) / first.length, 2)
})

test('it stays small however large the map is', () => {
  const map = exampleMap()
  const stages = Array.from({ length: 200 }, (_, index) => ({ ...map.stages[0]!, id: `s${index}` as never }))
  expect(JSON.stringify(mapPortrait({ ...map, stages, lanes: Array.from({ length: 100 }, () => map.lanes[0]!) })).length).toBeLessThan(4000)
})
