import type { z } from 'zod'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { archetypesSchemas } from '../contract/methods/archetypes.ts'
import type { PersonaNumbers, PersonaRecord } from '../contract/personas.ts'
import { serverForTests, type TestServer } from './server-for-tests.ts'

interface Found {
  readonly journeys: number
  readonly rows: readonly z.output<typeof archetypesSchemas.row>[]
}

let app: TestServer
let definition: string
beforeAll(async () => {
  app = await serverForTests()
  const { job } = (await app.ask('startDemo', { body: { preset: 'shop' } })) as { readonly job: string }
  const last = (await app.follow(job)).at(-1)
  if (last?.state !== 'done') throw new Error(`the demo ended ${JSON.stringify(last)} ${String(app.logged)}`)
  const { rows } = (await app.ask('listDefinitions')) as { readonly rows: readonly { readonly id: string; readonly builtIn: boolean }[] }
  definition = rows.find((row) => !row.builtIn)?.id ?? ''
})
afterAll(() => app.close())

const question = { question: 'archetypes', most: 4, seeds: 2 } as const

test('an archetype becomes a persona with a rule, real numbers and the words of its own customers', async () => {
  const answer = (await app.ask('askQuestion', { body: { definition, question } })) as Found
  expect(answer.rows.length).toBeGreaterThan(1)
  expect(answer.rows.reduce((sum, { journeys }) => sum + journeys, 0)).toBe(answer.journeys)
  const row = answer.rows.at(-1)!
  const persona = (await app.ask('addPersonaOfArchetype', { body: { definition, question, number: row.number } })) as PersonaRecord
  expect(persona.name).toBe(row.name)
  expect(persona.summary).toContain(`${Math.round(row.rule.precision * 100)} %`)
  expect([persona.segment?.reached ?? [], persona.segment?.notReached ?? []]).toEqual([row.rule.reached, row.rule.notReached])
  expect(persona.quotes.length).toBeGreaterThan(0)
  // The precision and recall that the summary states are those of the rule when it is really asked.
  const numbers = (await app.ask('personaNumbers', { params: { id: persona.id }, query: { definition } })) as PersonaNumbers
  const both = { ...persona.segment, archetype: { number: row.number, most: 4, seeds: 2 } }
  const overview = { question: 'overview', journeys: both } as const
  const { journeys } = (await app.ask('askQuestion', { body: { definition, question: overview } })) as { readonly journeys: number }
  expect(journeys / numbers.journeys).toBeCloseTo(row.rule.precision, 9)
  expect(journeys / row.journeys).toBeCloseTo(row.rule.recall, 9)
})

test('an archetype that does not exist is no persona', async () => {
  const refused = await app.refusal('addPersonaOfArchetype', { body: { definition, question, number: 8 } })
  expect(refused.code).toBe('bad_question')
})
