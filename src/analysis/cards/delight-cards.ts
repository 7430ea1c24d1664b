import { asOf, type CardDraft, type MapContext } from '../discover/map-context.ts'
import { insightDetail } from './insight-detail.ts'
import { aboutOf, isUnhappyTheme, largest, mostThemes } from './pain-point-cards.ts'

const mostDelights = 8

/** A card for each of the largest delights, at the step where it shows. */
export function delightCards(context: MapContext): readonly CardDraft[] {
  const themes = largest(context.insights.filter((one) => one.kind === 'theme' && !isUnhappyTheme(one))).slice(0, mostThemes)
  return largest([...context.insights.filter(({ kind }) => kind === 'delight'), ...themes])
    .slice(0, mostDelights)
    .flatMap((delight): readonly CardDraft[] => {
      const place = context.placeOf.get(delight.touchpoint ?? '')
      if (!place) return []
      const { title, affected, effect = 0, low = 0, high = 0, p = 1, size, n, evidence } = delight
      return [
        {
          lane: 'delights',
          about: aboutOf(delight),
          ...place,
          body: { kind: 'delight', title, detail: insightDetail(delight), journeys: affected, effect, low, high, p, size },
          evidence,
          standing: { kind: 'reported', n, low, high, ...asOf(context) },
        },
      ]
    })
}
