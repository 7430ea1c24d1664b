import { expect, test } from 'vitest'
import { seededRandom } from '../../analysis/statistics/seeded-random.ts'
import { archetypesTask, packPaths, type ArchetypesInput } from './archetypes.ts'
import { runAside } from './run-aside.ts'

const random = seededRandom(3)
const input = (count: number, most: number, seeds: number): ArchetypesInput => ({
  paths: packPaths(
    Array.from({ length: count }, () => ({
      path: Array.from({ length: 3 + Math.floor(random() * 9) }, () => 'ABCDEF'[Math.floor(random() * 6)]!),
      journeys: 1,
    })),
  ),
  most,
  seeds,
  noSteps: [],
})

function here<Result>(work: Generator<number, Result>): Result {
  let step = work.next()
  while (!step.done) step = work.next()
  return step.value
}

test('a task in its own thread gives what it gives here, and tells how far it is', async () => {
  const given = input(400, 3, 2)
  const shares: number[] = []
  const found = await runAside('archetypes', given, { signal: new AbortController().signal, onProgress: (share) => shares.push(share) })
  expect(found).toEqual(here(archetypesTask(given)))
  expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true)
})

test('a task ends when it is cancelled, while this thread stays free', async () => {
  const gone = new AbortController()
  const begun = Promise.withResolvers<void>()
  const running = runAside('archetypes', input(30_000, 8, 8), { signal: gone.signal, onProgress: () => begun.resolve() })
  await begun.promise
  gone.abort(new DOMException('enough', 'AbortError'))
  await expect(running).rejects.toThrow('enough')
})

test('what a task throws is told here', async () => {
  const broken = { ...input(1, 1, 1), paths: null } as never
  await expect(runAside('archetypes', broken, { signal: new AbortController().signal })).rejects.toThrow(TypeError)
})
