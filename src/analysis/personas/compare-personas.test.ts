import { expect, test } from 'vitest'
import { describe as momentsOf } from '../statistics/mean-interval.ts'
import { compareMeans } from '../statistics/two-means.ts'
import { comparePersonas } from './compare-personas.ts'
import { intersectFilters } from './intersect-filters.ts'

const score = (scale: string, promoters: number, detractors: number, n: number) => ({ scale, promoters, detractors, n, mean: 0.1, sd: 0.4 })

test("Newcombe's published example: 56 of 70 against 48 of 80 differ by 0.2, from 0.0524 to 0.3339", () => {
  const [found] = comparePersonas(
    { journeys: 70, of: 200, reachedGoal: 56, lost: 14, scores: [] },
    { journeys: 80, of: 200, reachedGoal: 48, lost: 32, scores: [] },
  )
  expect(found).toMatchObject({ about: 'conversion', proven: true })
  expect([found!.value, found!.low, found!.high].map((value) => Number(value.toFixed(4)))).toEqual([0.2, 0.0524, 0.3339])
})

test('the difference of two NPS is that of the means of +100, 0 and −100', () => {
  const answers = (promoters: number, detractors: number, n: number) => [
    ...Array<number>(promoters).fill(100),
    ...Array<number>(detractors).fill(-100),
    ...Array<number>(n - promoters - detractors).fill(0),
  ]
  const persona = (promoters: number, detractors: number, n: number) => ({
    journeys: 100,
    of: 200,
    reachedGoal: 0,
    lost: 0,
    scores: [score('nps', promoters, detractors, n)],
  })
  const plain = compareMeans(momentsOf(answers(30, 10, 60)), momentsOf(answers(12, 20, 50)))!
  const [found, ...more] = comparePersonas(persona(30, 10, 60), persona(12, 20, 50))
  expect(more).toEqual([])
  expect(found!.value).toBeCloseTo(plain.value, 9)
  expect(found!.low).toBeCloseTo(plain.low, 9)
  expect(found!.high).toBeCloseTo(plain.high, 9)
})

test('nothing is compared that one of them lacks, and an interval that holds 0 proves nothing', () => {
  const a = { journeys: 20, of: 50, reachedGoal: 5, lost: 10, scores: [score('csat', 0, 0, 9)] }
  const b = { journeys: 20, of: 50, reachedGoal: 6, lost: 10, scores: [{ ...score('csat', 0, 0, 3), mean: null }] }
  expect(comparePersonas(a, b)).toMatchObject([{ about: 'conversion', proven: false }])
  expect(comparePersonas({ ...a, reachedGoal: 0, lost: 0 }, b)).toEqual([])
})

test('two filters together ask both, and contradictions are nobody', () => {
  expect(intersectFilters({ reached: ['a'], minDurationMs: 5, startTo: 9 }, { reached: ['b', 'a'], minDurationMs: 3, startTo: 7 })).toEqual(
    {
      reached: ['a', 'b'],
      minDurationMs: 5,
      startTo: 7,
    },
  )
  expect(intersectFilters({}, { outcomes: ['goal'] })).toEqual({ outcomes: ['goal'] })
  expect(intersectFilters({ outcomes: [] }, { outcomes: ['goal'] })).toEqual({ outcomes: ['goal'] })
  expect(intersectFilters({ outcomes: ['goal'] }, { outcomes: ['lost', 'open'] })).toBeUndefined()
  expect(intersectFilters({ ids: ['1'] }, { ids: ['2'] })).toBeUndefined()
  expect(intersectFilters({ reached: ['a'] }, { notReached: ['a'] })).toBeUndefined()
})
