import type { Insight } from '../../journey/insight.ts'
import { insightKinds } from '../../journey/insight.ts'
import type { InsightsQuestion, InsightsSummary } from '../../journey/methods/insights.ts'
import { changesFound } from './insights/changes-found.ts'
import { archetypesFound } from './insights/archetypes-found.ts'
import { painAndDelight } from './insights/pain-and-delight.ts'
import { risksFound } from './insights/risks-found.ts'
import { themesFound } from './insights/themes-found.ts'
import type { Method, MethodContext } from './method.ts'

/** What one gatherer found, and what it says about how. */
export interface Gathered {
  readonly insights: readonly Insight[]
  readonly notes: readonly string[]
  readonly summary?: Partial<InsightsSummary>
}
export type Gatherer = (context: MethodContext, question: InsightsQuestion) => Promise<Gathered>

/** Who finds insights, and of which kinds; one line each. */
const gatherers: readonly { readonly kinds: readonly Insight['kind'][]; readonly gather: Gatherer }[] = [
  { kinds: ['pain-point', 'delight'], gather: painAndDelight },
  { kinds: ['archetype'], gather: archetypesFound },
  { kinds: ['change'], gather: changesFound },
  { kinds: ['risk'], gather: risksFound },
  { kinds: ['theme'], gather: themesFound },
]

/** Everything that analysis finds: by kind, each largest first. */
export const insightsMethod: Method<'insights'> = async (context, question) => {
  const wanted = gatherers.filter(({ kinds }) => !question.kinds || kinds.some((kind) => question.kinds?.includes(kind)))
  const overview = await context.ask({ question: 'overview' })
  const parts: Gathered[] = []
  for (const [index, { gather }] of wanted.entries()) {
    context.progress('Comparing', index / wanted.length)
    parts.push(overview.journeys === 0 ? { insights: [], notes: ['There are no journeys to look at.'] } : await gather(context, question))
  }
  const insights = parts.flatMap((part) => part.insights).filter(({ kind }) => question.kinds?.includes(kind) ?? true)
  const { offset = 0, limit = insights.length } = question
  const notes = [...new Set(parts.flatMap((part) => part.notes))]
  return {
    question: 'insights',
    unit: 'journeys',
    journeys: overview.journeys,
    events: overview.events,
    total: insights.length,
    rows: insights.slice(offset, offset + limit),
    summary: {
      looked: [],
      sample: { journeys: 0, scores: 0 },
      ...Object.assign({}, ...parts.map((part) => part.summary ?? {})),
      found: insightKinds.map((kind) => ({ kind, count: insights.filter((one) => one.kind === kind).length })),
    },
    notes: insights.length > 0 ? notes : [...notes, 'Nothing here differs from its comparison by an amount that chance would not bring.'],
  }
}
