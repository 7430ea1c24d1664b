import type { EmotionPoint, JourneyMap } from '../journey/map.ts'

/**
 * The mean score −1..+1 of each stage, in the map's order: the stage's own point, else its steps' points weighted by
 * their n; null where nothing was measured.
 */
export function stageMoods(map: Pick<JourneyMap, 'stages' | 'emotion'>): (number | null)[] {
  return map.stages.map((stage) => {
    const points = map.emotion?.points.filter((point) => point.stage === stage.id) ?? []
    const own = points.find((point) => point.step === undefined)
    return own && own.mean !== null ? own.mean : weighted(points)
  })
}

function weighted(points: readonly EmotionPoint[]): number | null {
  const known = points.flatMap((point) => (point.mean === null ? [] : [{ mean: point.mean, n: point.n }]))
  const total = known.reduce((sum, point) => sum + point.n, 0)
  return total === 0 ? null : known.reduce((sum, point) => sum + point.mean * point.n, 0) / total
}
