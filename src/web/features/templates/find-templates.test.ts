import { expect, test } from 'vitest'
import { templates } from '../../../journey/templates/index.ts'
import { findTemplates } from './find-templates.ts'

const all = templates.map(({ stages, ...template }) => ({
  ...template,
  lanes: [...template.lanes],
  stages: stages.map((stage) => ({ name: stage.name, purpose: '', steps: [] })),
  savedBy: null,
}))
const names = (search: string, audience: 'any' | 'B2C' | 'B2B' = 'any') => findTemplates(all, search, audience).map(({ name }) => name)

test('every word must occur, in the title, the summary, a stage or a lane', () => {
  expect(names('')).toHaveLength(all.length)
  expect(names('renewal claims')).toContain('insurance')
  expect(names('ONLINE checkout')).toEqual(['checkout'])
  expect(names('zebra')).toEqual([])
})

test('an audience keeps its own templates and those for anybody', () => {
  expect(names('', 'B2B')).toContain('general')
  expect(names('', 'B2B')).not.toContain('checkout')
  expect(names('', 'B2C')).not.toContain('b2b-account')
})
