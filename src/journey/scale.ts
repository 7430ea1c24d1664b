import { err, ok, type Result } from './result.ts'

/**
 * The scale a score was given on, as written in recipes and stored with each score:
 * `nps` (0..10), `stars` and `csat` (1..5), `ces` (1..7 agreement, 7 = easy), or `LOW..HIGH` where LOW is the
 * worst answer and HIGH the best (`7..1` is an effort scale on which 1 is best).
 */
export interface Scale {
  readonly code: string
  readonly worst: number
  readonly best: number
}

const named: Readonly<Record<string, readonly [number, number]>> = { nps: [0, 10], stars: [1, 5], csat: [1, 5], ces: [1, 7] }

export function parseScale(code: string): Result<Scale, string> {
  const ends = named[code] ?? fromRange(code)
  if (!ends) return err(`"${code}" is no scale: use nps, stars, csat, ces or WORST..BEST such as 1..5 or 7..1`)
  return ok({ code, worst: ends[0], best: ends[1] })
}

/** −1 (worst) to +1 (best); NPS by (score − 5) / 5, every scale by centring it. */
export function normaliseScore(score: number, scale: Scale): number {
  return (2 * (score - scale.worst)) / (scale.best - scale.worst) - 1
}

function fromRange(code: string): readonly [number, number] | undefined {
  const match = /^(-?\d+(?:\.\d+)?)\.\.(-?\d+(?:\.\d+)?)$/.exec(code)
  const ends: [number, number] = [Number(match?.[1]), Number(match?.[2])]
  return match && ends[0] !== ends[1] ? ends : undefined
}
