/** A stream of chance: the same seed and stream give the same numbers on every machine. */
export interface Random {
  /** The next whole number, 0 to 2^32 - 1. */
  uint32(): number
  /** The next number in [0, 1). */
  uniform(): number
  /** Starts another stream of the same seed, so that one customer's numbers never depend on another's. */
  restart(stream: number): void
}

/** xoshiro128** by Blackman and Vigna, its state filled by splitmix32 from the seed and the stream number. */
export function createRandom(seed: number, stream = 0): Random {
  const state = new Int32Array(4)
  const random = fromState(state)
  const restart = (to: number) => fill(state, seed, to)
  restart(stream)
  return { ...random, restart }
}

/** The bare generator on a given state of four 32-bit words; for tests against published vectors. */
export function fromState(s: Int32Array): Pick<Random, 'uint32' | 'uniform'> {
  const uint32 = () => {
    const s1 = s[1] ?? 0
    const product = Math.imul(s1, 5)
    const result = Math.imul((product << 7) | (product >>> 25), 9) >>> 0
    const s2 = (s[2] ?? 0) ^ (s[0] ?? 0)
    const s3 = (s[3] ?? 0) ^ s1
    s[1] = s1 ^ s2
    s[0] = (s[0] ?? 0) ^ s3
    s[2] = s2 ^ (s1 << 9)
    s[3] = (s3 << 11) | (s3 >>> 21)
    return result
  }
  return { uint32, uniform: () => uint32() * 2 ** -32 }
}

function fill(state: Int32Array, seed: number, stream: number): void {
  let at = (mix(seed | 0) ^ mix(Math.floor(seed / 2 ** 32) + 0x51ed27) ^ Math.imul(stream + 1, 0x9e3779b1)) | 0
  at = mix(at ^ Math.imul(stream, 0x85ebca6b))
  for (let i = 0; i < 4; i++) {
    at = (at + 0x9e3779b9) | 0
    state[i] = mix(at)
  }
  if (state.every((word) => word === 0)) state[0] = 1
}

/** The finaliser of splitmix32. */
function mix(value: number): number {
  let z = value | 0
  z = Math.imul(z ^ (z >>> 16), 0x21f0aaad)
  z = Math.imul(z ^ (z >>> 15), 0x735a2d97)
  return z ^ (z >>> 15)
}
