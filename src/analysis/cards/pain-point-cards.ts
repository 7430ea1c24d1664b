import type { Insight } from '../../journey/insight.ts'
import type { PainCause } from '../../journey/map.ts'
import { asOf, type CardDraft, type MapContext } from '../discover/map-context.ts'
import { insightDetail } from './insight-detail.ts'

/** Cards on a map at the most; a map that shouts everywhere says nothing. The rest is counted in a note. */
export const mostPainPoints = 12

/** Themes on a map at the most, of unhappy and of happy words. */
export const mostThemes = 3

/** Pain points and the largest unhappy themes, the largest first. */
const painsOf = ({ insights }: MapContext) =>
  [
    ...insights.filter(({ kind }) => kind === 'pain-point'),
    ...largest(insights.filter(isUnhappyTheme)).slice(0, mostThemes).map(turned),
  ].toSorted((a, b) => b.size - a.size)

export const largest = (insights: readonly Insight[]): readonly Insight[] => insights.toSorted((a, b) => b.size - a.size)

/** A theme's difference is below zero for the worse; a pain point's above. */
const turned = ({ effect = 0, low = 0, high = 0, ...rest }: Insight): Insight => ({ ...rest, effect: -effect, low: -high, high: -low })

export const isUnhappyTheme = ({ kind, effect = 0 }: Insight): boolean => kind === 'theme' && effect < 0

/** A card for each of the largest pain points, at the step where it shows. */
export function painPointCards(context: MapContext): readonly CardDraft[] {
  return painsOf(context)
    .slice(0, mostPainPoints)
    .flatMap((pain): readonly CardDraft[] => {
      const place = context.placeOf.get(pain.touchpoint ?? '')
      if (!place) return []
      const { cause, title, affected, effect = 0, low = 0, high = 0, p = 1, size, n, evidence } = pain
      return [
        {
          lane: 'pain-points',
          about: aboutOf(pain),
          ...place,
          body: {
            kind: 'pain-point',
            cause: pain.kind === 'theme' ? 'theme' : (cause as PainCause),
            title,
            detail: insightDetail(pain),
            journeys: affected,
            effect,
            low,
            high,
            p,
            size,
          },
          evidence,
          standing: { kind: pain.unit === 'score' ? 'reported' : 'observed', n, low, high, ...asOf(context) },
        },
      ]
    })
}

/** What a card's id is made of: the insight's own, without its kind. */
export const aboutOf = ({ id, kind }: Insight): string => id.slice(kind.length + 1)

export function painPointNotes(context: MapContext): readonly string[] {
  const left = painsOf(context).length - mostPainPoints
  return left > 0 ? [`${left} smaller pain points were found too; the map shows the ${mostPainPoints} largest.`] : []
}
