import { expect, test } from 'vitest'
import type { Stage } from '../../../journey/map.ts'
import { inGroup, stageGroups } from './stage-groups.ts'

const stage = (name: string, ...touchpoints: string[]): Stage =>
  ({ id: name, name, purpose: '', rule: '', steps: [{ id: `${name}-1`, name, touchpoints }] }) as unknown as Stage

test('a touchpoint named twice belongs to the first stage only', () => {
  expect(stageGroups([stage('A', 'x', 'y'), stage('B', 'y', 'z')])).toEqual([
    { stage: 'A', touchpoints: ['x', 'y'] },
    { stage: 'B', touchpoints: ['z'] },
  ])
})

test('without grouping all rows are shown, with it only one group’s', () => {
  const rows = [
    { group: 'DE', n: 1 },
    { group: 'FR', n: 2 },
  ]
  expect(inGroup(rows, {})).toEqual(rows)
  expect(inGroup(rows, { group: 'country', only: 'FR' })).toEqual([{ group: 'FR', n: 2 }])
  expect(inGroup(rows, { group: 'country', only: 'gone' })).toEqual([{ group: 'DE', n: 1 }])
})
