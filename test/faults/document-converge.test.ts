import { test } from 'vitest'
import { converges } from '../fixtures/three-replicas.ts'

test('ten thousand runs of three people editing at once end in one valid map for all', () => {
  const started = performance.now()
  converges(10_000, 20_261)
  console.log(`10,000 runs of three replicas converged to valid maps in ${Math.round((performance.now() - started) / 1000)} s`)
})
