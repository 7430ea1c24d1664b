import type { EmotionCurve, JourneyMap } from '../journey/map.ts'

/** Whether there is a curve to draw: measured, or drawn by people. */
export const hasCurves = (map: Pick<JourneyMap, 'emotion' | 'drawnCurves'>): boolean =>
  (map.emotion?.points.length ?? 0) > 0 || (map.drawnCurves ?? []).some(({ points }) => points.length > 0)

/** The curves that people drew, in the shape of a measured one (`n` is 0, no interval), in map order, each with whose it is. */
export function curvesOf(map: JourneyMap): readonly { readonly name: string; readonly curve: EmotionCurve }[] {
  const drawn = map.drawnCurves ?? []
  return drawn
    .filter(({ points }) => points.length > 0)
    .map(({ persona, points }) => {
      const values = new Map(points.map(({ step, value }) => [step, value]))
      return {
        name: persona === null ? 'Drawn' : (map.personas.find(({ id }) => id === persona)?.name ?? 'Drawn'),
        curve: {
          points: map.stages.flatMap((stage) =>
            stage.steps.flatMap((step) => {
              const value = values.get(step.id)
              return value === undefined ? [] : [{ stage: stage.id, step: step.id, mean: value, low: null, high: null, n: 0 }]
            }),
          ),
        },
      }
    })
}
