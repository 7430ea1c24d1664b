import type { JourneyMap } from '../../../journey/map.ts'

/** What people drew for a persona, a mean a stage in the map's order, −1..+1; null where nothing is drawn. */
export function personaCurve(map: Pick<JourneyMap, 'stages' | 'drawnCurves'>, persona: string): readonly (number | null)[] {
  const points = map.drawnCurves?.find((curve) => curve.persona === persona)?.points ?? []
  return map.stages.map((stage) => {
    const here = points.filter((point) => stage.steps.some(({ id }) => id === point.step))
    return here.length === 0 ? null : here.reduce((sum, { value }) => sum + value, 0) / here.length
  })
}
