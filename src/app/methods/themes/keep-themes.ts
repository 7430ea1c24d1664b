import type { ReadThemes } from '../../../analysis/themes/read-themes.ts'
import type { ThemeText } from '../../../analysis/themes/theme-text.ts'
import type { EventStore } from '../../../events/event-store.ts'
import { canonicalJson } from '../../../journey/canonical-json.ts'
import type { MethodAsked } from '../../../journey/methods/method-asked.ts'
import { normaliseScore, parseScale } from '../../../journey/scale.ts'
import { AnswerCache } from '../answer-cache.ts'
import type { MethodContext } from '../method.ts'
import { readHighlights } from './read-highlights.ts'

/** Texts with their themes, before people decide anything. */
export interface KeptThemes {
  readonly texts: readonly ThemeText[]
  readonly read: ReadThemes
  /** Texts that there are. */
  readonly total: number
  readonly journeys: number
  readonly events: number
}

/** Texts read at the most; of more a fair sample is taken. */
export const mostTexts = 100_000

/** What people decide changes an answer often, its themes never: those are kept by what they rest on. */
const kept = new WeakMap<EventStore, AnswerCache>()
const mostKept = 4

/** The themes under the filters asked with; kept until events, highlights or filters change. */
export async function keepThemes(context: MethodContext, asked: MethodAsked): Promise<KeptThemes> {
  const { workspace, definition, events: store, ask, progress } = context
  const { events, journeys } = asked
  const highlights = isEmpty(events) && isEmpty(journeys) ? await readHighlights(context) : []
  const key = canonicalJson({
    workspace,
    revision: await store.revision(workspace),
    definition: { ...definition, name: '' },
    filters: { ...(events && { events }), ...(journeys && { journeys }) },
    highlights: highlights.map(({ highlight = '', text }) => [highlight, text]),
  })
  const cache = kept.get(store) ?? new AnswerCache(mostKept)
  kept.set(store, cache)
  const found = cache.get(key) as KeptThemes | undefined
  if (found) return found
  progress('Reading what customers wrote', 0)
  const answer = await ask({ question: 'verbatims', order: 'hash', limit: mostTexts })
  const texts = [...answer.rows.map((row): ThemeText => ({ ...row, normal: normalOf(row.score, row.scale) })), ...highlights]
  progress('Finding themes', 0)
  const read = await context.aside(
    'themes',
    texts.map(({ text }) => text),
  )
  const fresh: KeptThemes = { texts, read, total: answer.total + highlights.length, journeys: answer.journeys, events: answer.events }
  cache.put(key, fresh)
  return fresh
}

const isEmpty = (filter: object | undefined): boolean => Object.keys(filter ?? {}).length === 0

function normalOf(score: number | null, code: string): number | null {
  const scale = parseScale(code)
  return score === null || !scale.ok ? null : normaliseScore(score, scale.value)
}
