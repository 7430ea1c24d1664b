import { afterAll, beforeAll, expect, test } from 'vitest'
import { readFileSync } from 'node:fs'
import { askEvents, askMethodOfEvents } from '../../src/app/files-ask.ts'
import { openFiles, type OpenedFiles } from '../../src/app/files-store.ts'
import { readPlan } from '../../src/app/plan/read-plan.ts'
import { wholeCustomer } from '../../src/journey/definition.ts'
import { testData } from '../test-data.ts'

const { signal } = new AbortController()
let files: OpenedFiles
beforeAll(async () => {
  files = await openFiles({ paths: [testData('logs', 'sepsis.csv')], signal, progress: () => undefined })
}, 60_000)
afterAll(() => files?.close())

const plan = readPlan(readFileSync(testData('logs', 'sepsis.bpmn'), 'utf8'))
const asked = () => ({ events: files.events, definition: wholeCustomer, signal })

test('every deviation opens a list of exactly its journeys', async () => {
  const answer = await askMethodOfEvents(asked(), { question: 'fit', plan })
  if (answer.question !== 'fit') throw new Error('another question was answered')
  expect(answer.journeys).toBe(1049)
  expect(answer.rows.length).toBeGreaterThan(10)
  for (const { kind, what, journeys } of answer.rows) {
    const of = { question: 'overview', journeys: { deviation: { plan, kind, what } } } as const
    const members = await askEvents(asked(), { question: 'members', of, pick: { kind: 'journeys' } })
    expect([kind, what, members.total]).toEqual([kind, what, journeys])
  }
}, 120_000)

test('a plan without any step is refused, and one whose steps never occur says so', async () => {
  await expect(askMethodOfEvents(asked(), { question: 'fit', plan: { name: 'empty', stages: [] } })).rejects.toThrow(
    'no step with a touchpoint',
  )
  const strange = await askMethodOfEvents(asked(), {
    question: 'fit',
    plan: { name: 'p', stages: [{ name: 's', steps: [{ name: 'Fly', touchpoints: ['Fly to the moon'] }] }] },
  })
  expect(strange.notes.join(' ')).toContain('Step "Fly" never occurs')
})
