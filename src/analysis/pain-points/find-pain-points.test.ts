import { expect, test } from 'vitest'
import { plainTouchpoints, plainTransitions } from '../../../test/fixtures/plain-answers.ts'
import type { PlainJourney } from '../../../test/fixtures/plain-journey.ts'
import { randomWalks } from '../../../test/fixtures/random-walks.ts'
import type { ScoreRow } from '../../journey/answer.ts'
import { wholeCustomer } from '../../journey/definition.ts'
import { slowThreshold } from '../discover/slow-threshold.ts'
import { exitCandidates } from './exits.ts'
import { findPainPoints } from './find-pain-points.ts'
import { loopCandidates } from './loops.ts'
import type { PainInput } from './pain-point.ts'
import { waitCandidates } from './waits.ts'

const definition = { ...wholeCustomer, goal: ['goal'] }

function inputOf(journeys: readonly PlainJourney[], scores: readonly ScoreRow[] = []): PainInput {
  const slowerThanMs = slowThreshold(plainTransitions(journeys))!
  return {
    definition,
    journeys: journeys.length,
    touchpoints: plainTouchpoints(journeys),
    transitions: plainTransitions(journeys, slowerThanMs),
    slowerThanMs,
    scores,
  }
}

const found = (input: PainInput) => findPainPoints(input).map(({ cause, touchpoint }) => `${cause} ${touchpoint}`)
const even = { journeys: 400, touchpoints: 8, skew: 1, loss: () => 0.1 }

test.each([1, 4, 12])('journeys with nothing planted give a false alarm in at most one log of twenty (popularity skew %i)', (skew) => {
  const logs = Array.from({ length: 40 }, (_, seed) => found(inputOf(randomWalks({ ...even, seed: seed + 1000 * skew, skew }))))
  const alarmed = logs.filter((pains) => pains.length > 0)
  expect(alarmed.length / logs.length).toBeLessThanOrEqual(0.05)
})

test('before correction and without a least effect the tests would cry wolf about as often as their level says', () => {
  const all = Array.from({ length: 40 }, (_, seed) => exitCandidates(inputOf(randomWalks({ ...even, seed })))).flat()
  const share = all.filter(({ p }) => p < 0.05).length / all.length
  expect(all.length).toBeGreaterThan(200)
  expect(share).toBeGreaterThan(0.01)
  expect(share).toBeLessThan(0.1)
})

test('a planted exit, loop and wait are found, each where it was put, and nothing else of their kind', () => {
  const planted = randomWalks({
    seed: 7,
    journeys: 1500,
    touchpoints: 8,
    skew: 2,
    loss: (at) => (at === 2 ? 0.3 : 0.06),
    stay: (at) => (at === 4 ? 0.6 : 0),
    gap: (at) => (at === 5 ? 6 * 3_600_000 : 1_800_000),
  })
  const pains = found(inputOf(planted))
  expect(pains.filter((pain) => pain.startsWith('exit'))).toEqual(['exit t2'])
  expect(pains.filter((pain) => pain.startsWith('loop'))).toEqual(['loop t4'])
  expect(new Set(pains.filter((pain) => pain.startsWith('wait')))).toEqual(new Set(['wait t5']))
})

test('neither the goal nor what ends a journey by its nature is a pain point', () => {
  const closing = randomWalks({ seed: 3, journeys: 800, touchpoints: 6, skew: 1, loss: (at) => (at === 1 ? 1 : 0.02) })
  const renamed = closing.map((journey) => ({
    ...journey,
    events: journey.events.map((event) => (event.touchpoint === 't1' ? { ...event, touchpoint: 'Contract cancelled' } : event)),
  }))
  expect(found(inputOf(closing))).toContain('exit t1')
  expect(found(inputOf(renamed)).filter((pain) => pain.startsWith('exit'))).toEqual([])
  const goalless = { ...inputOf(closing), definition: wholeCustomer }
  expect(found(goalless)).not.toContain('exit t1')
})

test('the numbers of a candidate are those of its row', () => {
  const input = inputOf(randomWalks({ ...even, seed: 5 }))
  const row = input.touchpoints.find(({ touchpoint }) => touchpoint === 't3')!
  const exit = exitCandidates(input).find(({ key }) => key === 't3')!
  expect(exit).toMatchObject({ affected: row.exits, n: row.occurrences })
  expect(exit.evidence).toMatchObject([{ value: row.exits / row.occurrences, count: row.exits }])
  const rest = input.touchpoints.filter(({ touchpoint }) => touchpoint !== 't3' && touchpoint !== 'goal')
  const restShare = rest.reduce((total, { exits }) => total + exits, 0) / rest.reduce((total, { occurrences }) => total + occurrences, 0)
  expect(exit.effect).toBeCloseTo(row.exits / row.occurrences - restShare, 12)
  const loop = loopCandidates(input).find(({ key }) => key === 't3')!
  expect(loop).toMatchObject({ affected: row.repeats, n: row.journeys })
  const passage = input.transitions.find(({ count }) => count >= 30)!
  const wait = waitCandidates(input).find(({ key }) => key === `${passage.from} ${passage.to}`)!
  expect(wait.evidence).toMatchObject([
    { question: { slowerThanMs: input.slowerThanMs }, value: passage.slow! / passage.count, n: passage.count },
  ])
})

const score = (touchpoint: string, scale: string, mean: number): ScoreRow => ({
  touchpoint,
  scale,
  n: 60,
  meanRaw: 0,
  mean,
  sd: 0.4,
  own: 60,
  explicit: 0,
  nearest: 0,
  promoters: 0,
  detractors: 0,
  topTwo: 0,
})

test('a touchpoint scored well below the others of its scale is found; scales are not compared with each other', () => {
  const input = {
    ...inputOf(
      [{ customer: 'c', outcome: 'goal' as const, events: [{ touchpoint: 'a', channel: '', time: 0 }] }].map((j) => ({
        ...j,
        events: [...j.events, { touchpoint: 'b', channel: '', time: 9 }],
      })),
    ),
  }
  expect(found({ ...input, scores: [score('a', 'csat', 0.4), score('b', 'csat', 0.3), score('c', 'csat', -0.3)] })).toEqual(['score c'])
  expect(found({ ...input, scores: [score('a', 'csat', 0.4), score('b', 'csat', 0.4), score('c', 'nps', -0.3)] })).toEqual([])
})

test('no sentence of a pain point claims a cause', () => {
  const pains = findPainPoints(inputOf(randomWalks({ ...even, seed: 7, journeys: 900, loss: (at) => (at === 2 ? 0.4 : 0.05) })))
  expect(pains.length).toBeGreaterThan(0)
  for (const { title, detail } of pains) expect(`${title} ${detail}`).not.toMatch(/cause|because|due to|leads? to/i)
})
