import { createReadStream, readFileSync } from 'node:fs'
import { parse } from 'csv-parse'
import { expect, test } from 'vitest'
import { fitToPlan, type FittedVariant } from '../../src/analysis/plan/fit-to-plan.ts'
import { automatonOfNet } from '../../src/analysis/plan/plan-automaton.ts'
import type { PlanNet } from '../../src/journey/plan.ts'
import type { Result } from '../../src/journey/result.ts'
import { parseBpmn } from '../../src/sources/plans/parse-bpmn.ts'
import { parsePnml } from '../../src/sources/plans/parse-pnml.ts'
import { testData } from '../test-data.ts'

async function variantsOf(file: string, columns: readonly [id: string, activity: string, time: string]): Promise<readonly FittedVariant[]> {
  const cases = new Map<string, { time: string; activity: string }[]>()
  const rows = createReadStream(testData('logs', file)).pipe(parse({ columns: true, delimiter: [',', ';'] })) as AsyncIterable<
    Record<string, string>
  >
  for await (const row of rows) {
    const [id, activity, time] = columns.map((column) => row[column] ?? '')
    cases.set(id!, [...(cases.get(id!) ?? []), { time: time!, activity: activity! }])
  }
  const paths = [...cases.values()].map((events) =>
    events.toSorted((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0)).map(({ activity }) => activity),
  )
  const counted = Map.groupBy(paths, (path) => JSON.stringify(path))
  return [...counted.values()].map((same) => ({ path: same[0]!, journeys: same.length, reachedGoal: 0, p50Duration: null }))
}

function net(parsed: Result<PlanNet, { readonly message: string }>) {
  if (!parsed.ok) throw new Error(parsed.error.message)
  const automaton = automatonOfNet(parsed.value)
  if (!automaton.ok) throw new Error(automaton.error.message)
  return automaton.value
}

test.each([
  ['running-example.pnml', parsePnml],
  ['running-example.bpmn', parseBpmn],
])('the running example follows its own plan %s wholly', async (file, read) => {
  const plan = net(read(readFileSync(testData('logs', file), 'utf8')))
  const variants = await variantsOf('running-example.csv', ['case:concept:name', 'concept:name', 'time:timestamp'])
  const fit = fitToPlan(variants, plan)
  expect(fit.journeys).toBe(6)
  expect(fit.fit).toBe(1)
  expect(fit.asPlanned).toBe(6)
})

test('most sepsis cases deviate a little from the plan that comes with them, and the fit says how much', async () => {
  const plan = net(parseBpmn(readFileSync(testData('logs', 'sepsis.bpmn'), 'utf8')))
  const fit = fitToPlan(await variantsOf('sepsis.csv', ['case_id', 'activity', 'timestamp']), plan)
  console.log(
    `sepsis against its BPMN: fit ${fit.fit!.toFixed(4)}, ${fit.asPlanned} of ${fit.journeys} cases as planned, first deviation ${fit.deviations[0]?.kind} ${fit.deviations[0]?.what}`,
  )
  expect(fit.journeys).toBe(1050)
  expect(fit.fit).toBeGreaterThan(0.5)
  expect(fit.fit).toBeLessThan(1)
})
