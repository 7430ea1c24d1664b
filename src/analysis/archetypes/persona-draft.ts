import type { VerbatimRow } from '../../journey/answer.ts'
import type { JourneyFilter } from '../../journey/filter.ts'
import type { ArchetypeRow } from '../../journey/methods/archetypes.ts'

export interface DraftParts {
  readonly row: ArchetypeRow
  /** Filters that the archetypes were found under. */
  readonly filter: JourneyFilter
  /** Channels of its touchpoints, most used first. */
  readonly channels: readonly string[]
  readonly verbatims: readonly VerbatimRow[]
}
export interface PersonaDraft {
  readonly name: string
  readonly summary: string
  readonly behaviours: readonly string[]
  readonly channels: readonly string[]
  readonly quotes: readonly {
    readonly text: string
    readonly source: { readonly kind: 'verbatim'; readonly customer: string; readonly time: number }
  }[]
  readonly segment: JourneyFilter | null
}

const mostQuotes = 5
const shortestQuote = 15

/** A persona's beginning: what the data can say. Goals, needs and motivations stay for people to find out. */
export function draftPersona({ row, filter, channels, verbatims }: DraftParts): PersonaDraft {
  const { rule } = row
  const conditions = rule.reached.length + rule.notReached.length
  const segment: JourneyFilter = {
    ...filter,
    ...(rule.reached.length > 0 && { reached: [...new Set([...(filter.reached ?? []), ...rule.reached])] }),
    ...(rule.notReached.length > 0 && { notReached: [...new Set([...(filter.notReached ?? []), ...rule.notReached])] }),
  }
  return {
    name: row.name.slice(0, 200),
    summary: [...summaryOf(row), conditions > 0 ? ruleWords(row) : 'No rule on touchpoints tells these journeys from the others.'].join(
      ' ',
    ),
    behaviours: behavioursOf(row),
    channels: channels.slice(0, 5),
    quotes: quotesOf(verbatims),
    segment: conditions > 0 || Object.keys(segment).length > 0 ? segment : null,
  }
}

const percent = (share: number): string => `${Math.round(share * 100)} %`

function summaryOf({ journeys, share, outcomes, emotion }: ArchetypeRow): readonly string[] {
  const goal = outcomes.find(({ outcome }) => outcome === 'goal')
  return [
    `A draft from what ${journeys} journeys (${percent(share)} of all) have in common.`,
    ...(goal === undefined || goal.value === null || goal.journeys === 0 ? [] : [`${percent(goal.value)} of them reach the goal.`]),
    ...(emotion.value === null ? [] : [`Their mean score is ${emotion.value.toFixed(2)} on −1 to +1 (n = ${emotion.n}).`]),
  ]
}

function ruleWords({ rule }: ArchetypeRow): string {
  const conditions = [...rule.reached.map((name) => `reached ${name}`), ...rule.notReached.map((name) => `did not reach ${name}`)]
  return `Its numbers come from a rule that comes near: journeys that ${conditions.join(' and ')}. Of the journeys that the rule takes ${percent(rule.precision)} are of the archetype (precision), and it takes ${percent(rule.recall)} of the archetype's journeys (recall).`
}

function behavioursOf({ traits, representative, segments }: ArchetypeRow): readonly string[] {
  const shown = representative.slice(0, 12).join(' → ')
  return [
    ...traits.map(({ touchpoint, here, elsewhere }) => `${percent(here)} come to ${touchpoint}; of the others ${percent(elsewhere)} do.`),
    `A typical way: ${shown}${representative.length > 12 ? ' …' : ''}`,
    ...segments
      .filter(({ value, share, elsewhere }) => value !== '' && share - elsewhere >= 0.1)
      .slice(0, 3)
      .map(
        ({ property, value, share, elsewhere }) => `${property} is ${value} for ${percent(share)}; elsewhere for ${percent(elsewhere)}.`,
      ),
  ].map((line) => line.slice(0, 1000))
}

/** The newest of each customer that say something, each text once. */
function quotesOf(verbatims: readonly VerbatimRow[]): PersonaDraft['quotes'] {
  const customers = new Set<string>()
  const texts = new Set<string>()
  return verbatims
    .filter(({ text, customer }) => {
      const words = text.trim()
      if (words.length < shortestQuote || words.length > 1000 || customers.has(customer) || texts.has(words)) return false
      customers.add(customer)
      texts.add(words)
      return true
    })
    .slice(0, mostQuotes)
    .map(({ text, customer, time }) => ({ text: text.trim(), source: { kind: 'verbatim', customer, time } }))
}
