import type { PlacedEmotion } from '../../exports/layout/emotion.ts'

/** Pixels between two labels, so that they can be read. */
const apart = 38

/** The points whose label has room: the most extreme first, each at a distance from those chosen before. */
export function spacedPoints(points: readonly PlacedEmotion[]): ReadonlySet<PlacedEmotion> {
  const chosen: PlacedEmotion[] = []
  const size = (placed: PlacedEmotion): number => Math.abs(placed.point.mean ?? 0)
  const measured = points.filter((placed) => placed.point.mean !== null)
  for (const placed of measured.toSorted((a, b) => size(b) - size(a) || a.x - b.x)) {
    if (chosen.every((other) => Math.abs(other.x - placed.x) >= apart)) chosen.push(placed)
  }
  return new Set(chosen)
}
