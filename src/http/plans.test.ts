import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PlanList, StoredPlan } from '../contract/plans.ts'
import { serverForTests, type TestServer } from './server-for-tests.ts'

let app: TestServer
beforeAll(async () => {
  app = await serverForTests()
})
afterAll(() => app.close())
const list = async (): Promise<PlanList> => (await app.ask('listPlans')) as PlanList
const plan = { name: 'p', stages: [{ name: 's', steps: [{ name: 'a', touchpoints: ['a'] }] }] }

test('a plan is kept under its name, replaced, and forgotten', async () => {
  const { id } = (await app.ask('savePlan', { body: { name: 'Buying', plan } })) as StoredPlan
  await app.ask('savePlan', { body: { name: 'Buying', plan: { ...plan, name: 'other' } } })
  expect((await list()).rows).toMatchObject([{ id, name: 'Buying', plan: { name: 'other' } }])
  const viewer = await app.addPerson('Vi', 'viewer')
  expect(await app.as(viewer, 'savePlan', { body: { name: 'x', plan } })).toBe('not_allowed')
  await app.ask('removePlan', { params: { id } })
  expect((await list()).rows).toEqual([])
})

test('files are read by their content; what is no plan is refused with the line', async () => {
  const text = 'journey\n  section Look\n    See: 3: Ada\n'
  expect(await app.ask('readPlan', { body: { text } })).toHaveProperty('plan.stages.0.steps.0.name', 'See')
  expect(await app.refusal('readPlan', { body: { text: '<a>\n<b></a>' } })).toMatchObject({ code: 'bad_plan' })
  expect(await app.refusal('planOfMap', { params: { id: 'nothere' } })).toMatchObject({ code: 'map_not_found' })
})
