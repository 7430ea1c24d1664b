import { describe, expect, it } from 'vitest'
import { createRandom, fromState } from './random.ts'

describe('the random stream', () => {
  it('gives the published first outputs of xoshiro128** for the state 1, 2, 3, 4', () => {
    const random = fromState(Int32Array.of(1, 2, 3, 4))
    const published = [11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804]
    expect(published.map(() => random.uint32())).toEqual(published)
  })

  it('agrees with the algorithm written in big integers for 10,000 numbers', () => {
    const random = fromState(Int32Array.of(0x12345678, -5, 77, 0x7fffffff))
    const plain = plainXoshiro([0x12345678n, 2n ** 32n - 5n, 77n, 0x7fffffffn])
    for (let i = 0; i < 10_000; i++) expect(random.uint32()).toBe(Number(plain()))
  })

  it('repeats a stream after a restart and differs between streams and seeds', () => {
    const random = createRandom(42, 7)
    const first = Array.from({ length: 5 }, () => random.uint32())
    random.restart(7)
    expect(Array.from({ length: 5 }, () => random.uint32())).toEqual(first)
    const starts = new Set(
      [createRandom(42, 8), createRandom(43, 7), createRandom(42 + 2 ** 32, 7), createRandom(42, 7)].map((r) => r.uint32()),
    )
    expect(starts.size).toBe(4)
  })

  it('gives different first numbers to 50,000 neighbouring streams, evenly spread', () => {
    const random = createRandom(1)
    const firsts = new Set<number>()
    let sum = 0
    for (let stream = 0; stream < 50_000; stream++) {
      random.restart(stream)
      const u = random.uniform()
      firsts.add(u)
      sum += u
    }
    expect(firsts.size).toBeGreaterThan(49_990)
    expect(sum / 50_000).toBeCloseTo(0.5, 2)
  })
})

function plainXoshiro(start: readonly [bigint, bigint, bigint, bigint]): () => bigint {
  const mask = 2n ** 32n - 1n
  const rotate = (x: bigint, k: bigint) => ((x << k) | (x >> (32n - k))) & mask
  let [a, b, c, d] = start
  return () => {
    const result = (rotate((b * 5n) & mask, 7n) * 9n) & mask
    const t = (b << 9n) & mask
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= t
    d = rotate(d, 11n)
    return result
  }
}
