import { createReadStream, readFileSync } from 'node:fs'
import { parse } from 'csv-parse'
import { expect, test } from 'vitest'
import { fitJourneys, type FitFound, type FittedJourney } from '../../src/analysis/plan/fit-journeys.ts'
import { automatonOfNet, automatonOfPlan, type PlanAutomaton } from '../../src/analysis/plan/plan-automaton.ts'
import { seededRandom } from '../../src/analysis/statistics/seeded-random.ts'
import type { PlanNet } from '../../src/journey/plan.ts'
import type { Result } from '../../src/journey/result.ts'
import { parseBpmn } from '../../src/sources/plans/parse-bpmn.ts'
import { parsePnml } from '../../src/sources/plans/parse-pnml.ts'
import { testData } from '../test-data.ts'

async function journeysOf(file: string, columns: readonly [id: string, activity: string, time: string]): Promise<readonly FittedJourney[]> {
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
  return paths.map((path) => ({ path, durationMs: 0, outcome: 'lost', score: null, segments: [] }))
}

function fitTo(journeys: readonly FittedJourney[], plan: PlanAutomaton): FitFound {
  const work = fitJourneys({ journeys, plan, segments: [], hasGoal: false })
  let step = work.next()
  while (!step.done) step = work.next()
  return step.value
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
  const journeys = await journeysOf('running-example.csv', ['case:concept:name', 'concept:name', 'time:timestamp'])
  const { rows, summary } = fitTo(journeys, plan)
  expect(journeys).toHaveLength(6)
  expect(summary.fit?.value).toBe(1)
  expect(summary.asPlanned).toBe(6)
  expect(rows).toEqual([])
})

test('most sepsis cases deviate a little from the plan that comes with them, and the fit says how much', async () => {
  const plan = net(parseBpmn(readFileSync(testData('logs', 'sepsis.bpmn'), 'utf8')))
  const journeys = await journeysOf('sepsis.csv', ['case_id', 'activity', 'timestamp'])
  const { rows, summary } = fitTo(journeys, plan)
  const fit = summary.fit!
  console.log(
    `sepsis against its BPMN: fit ${fit.value.toFixed(4)} (${fit.low!.toFixed(4)} to ${fit.high!.toFixed(4)}), ${summary.asPlanned} of ${journeys.length} cases as planned, commonest deviation ${rows[0]?.kind} ${rows[0]?.what} in ${rows[0]?.journeys}`,
  )
  expect(journeys).toHaveLength(1050)
  expect(fit.value).toBeGreaterThan(0.5)
  expect(fit.value).toBeLessThan(1)
})

// A plan is walked exactly by simulated people, some of whom leave a step out, add one or swap two: who did is known.
test('planted deviations are found with exactly the journeys that have them', () => {
  const random = seededRandom(11)
  const planned = ['See', 'Compare', 'Basket', 'Pay', 'Receive']
  const planted = { skip: 0, add: 0, swap: 0 }
  const journeys = Array.from({ length: 3000 }, (): FittedJourney => {
    let path: readonly string[] = planned
    if (random() < 0.2) {
      path = path.filter((name) => name !== 'Compare')
      planted.skip += 1
    }
    if (random() < 0.1) {
      path = path.flatMap((name) => (name === 'Pay' ? ['Help', 'Pay'] : [name]))
      planted.add += 1
    }
    if (random() < 0.05) {
      path = [...path.filter((name) => name !== 'See'), 'See']
      planted.swap += 1
    }
    return { path, durationMs: 0, outcome: 'lost', score: null, segments: [] }
  })
  const automaton = automatonOfPlan({ name: 'p', stages: [{ name: 's', steps: planned.map((name) => ({ name, touchpoints: [name] })) }] })
  if (!automaton.ok) throw new Error(automaton.error.message)
  const { rows } = fitTo(journeys, automaton.value)
  expect(rows.map(({ kind, what, journeys: count }) => [kind, what, count])).toEqual([
    ['skip', 'Compare', planted.skip],
    ['add', 'Help', planted.add],
    ['swap', 'See', planted.swap],
  ])
})
