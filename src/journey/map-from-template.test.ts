import { expect, test } from 'vitest'
import { exampleMap } from '../../test/fixtures/example-map.ts'
import { mapFromTemplate } from './map-from-template.ts'
import { placeTouchpoint } from './place-touchpoint.ts'
import { templateFromMap } from './template-from-map.ts'
import { templates } from './templates/index.ts'
import { validateMap } from './validate-map.ts'

test.each(templates)('$name makes a valid map without cards', (template) => {
  const map = mapFromTemplate('Ours', template)
  expect(validateMap(map)).toEqual([])
  expect(map.stages.map(({ name, purpose }) => ({ name, purpose }))).toEqual(
    template.stages.map(({ name, purpose }) => ({ name, purpose })),
  )
  expect(map.lanes.map(({ kind }) => kind)).toEqual(template.lanes.map(({ kind }) => kind))
  expect(map.cards).toEqual([])
})

test('from nothing there are three stages and the usual lanes', () => {
  const map = mapFromTemplate('New')
  expect(validateMap(map)).toEqual([])
  expect(map.stages).toHaveLength(3)
  expect(map.lanes.length).toBeGreaterThan(6)
})

test('a template saved from a map makes the same structure, and places that map’s touchpoints where they were', () => {
  const map = exampleMap()
  const template = templateFromMap(map, { name: 'own-x', title: 'X', summary: '', audience: 'any' })
  const made = mapFromTemplate('Again', template)
  const shape = (of: typeof map) => of.stages.map(({ name, steps }) => [name, steps.map((step) => step.name)])
  expect(shape(made)).toEqual(shape(map))
  expect(made.lanes.map(({ kind, name, hint }) => ({ kind, name, hint }))).toEqual(
    map.lanes.map(({ kind, name, hint }) => ({ kind, name, hint })),
  )
  for (const [index, stage] of map.stages.entries())
    for (const touchpoint of stage.steps.flatMap((step) => step.touchpoints))
      expect(placeTouchpoint(template, touchpoint)?.stage).toBe(index)
  const rules = template.stages.flatMap(({ matches }) => matches)
  expect(new Set(rules).size).toBe(rules.length)
})
