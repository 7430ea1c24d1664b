import { asOf, type CardDraft, type MapContext } from '../discover/map-context.ts'

/** Cards on a map at the most; a map that shouts everywhere says nothing. The rest is counted in a note. */
export const mostPainPoints = 12

/** A card for each of the largest pain points, at the step where it shows. */
export function painPointCards(context: MapContext): readonly CardDraft[] {
  return context.pains.slice(0, mostPainPoints).flatMap((pain): readonly CardDraft[] => {
    const place = context.placeOf.get(pain.touchpoint)
    if (!place) return []
    const { cause, title, detail, affected, effect, low, high, corrected, size, n, evidence } = pain
    return [
      {
        lane: 'pain-points',
        about: `${cause} ${pain.key}`,
        ...place,
        body: { kind: 'pain-point', cause, title, detail, journeys: affected, effect, low, high, p: corrected, size },
        evidence,
        standing: { kind: cause === 'score' ? 'reported' : 'observed', n, low, high, ...asOf(context) },
      },
    ]
  })
}

export function painPointNotes({ pains }: MapContext): readonly string[] {
  const left = pains.length - mostPainPoints
  return left > 0 ? [`${left} smaller pain points were found too; the map shows the ${mostPainPoints} largest.`] : []
}
