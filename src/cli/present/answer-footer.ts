import { formatCount, plural } from './numbers.ts'
import type { AnyAnswer, QuestionName } from '../shapes.ts'

const rowNames: Readonly<Record<QuestionName, readonly [string, string]>> = {
  overview: ['row', 'rows'],
  touchpoints: ['touchpoint', 'touchpoints'],
  transitions: ['transition', 'transitions'],
  variants: ['variant', 'variants'],
  funnel: ['step', 'steps'],
  flow: ['ribbon', 'ribbons'],
  stages: ['stage', 'stages'],
  paths: ['branch', 'branches'],
  timeline: ['event', 'events'],
  trend: ['period', 'periods'],
  scores: ['row', 'rows'],
  makeup: ['row', 'rows'],
  verbatims: ['verbatim', 'verbatims'],
  'hand-offs': ['hand-off', 'hand-offs'],
  'channel-visits': ['channel', 'channels'],
  'account-list': ['account', 'accounts'],
  'account-roles': ['role', 'roles'],
  'account-breadth': ['row', 'rows'],
  'account-events': ['event', 'events'],
  members: ['row', 'rows'],
}

/** The line under the table: how many rows there are, what they add up to, and what is not shown. */
export function footerOf(answer: AnyAnswer): string {
  const [one, many] = rowNames[answer.question]
  const shown = answer.rows.length
  const list = shown === answer.total ? plural(answer.total, one, many) : `${formatCount(shown)} of ${plural(answer.total, one, many)}`
  const hint = shown < answer.total ? ' (--limit all shows them)' : ''
  return `${list}, ${sumOf(answer)}${plural(answer.events, 'event')} in ${plural(answer.journeys, 'journey')}${hint}${otherOf(answer)}`
}

/** Transitions add up to events − journeys; saying so lets a reader check. */
function sumOf(answer: AnyAnswer): string {
  if (answer.question !== 'transitions') return ''
  const count = answer.rows.reduce((sum, row) => sum + row.count, 0) + (answer.other?.['count'] ?? 0)
  return `${plural(count, 'occurrence')}; `
}

function otherOf({ other }: AnyAnswer): string {
  const parts = Object.entries(other ?? {}).filter(([, value]) => value !== 0)
  return parts.length === 0 ? '' : `\nNot shown: ${parts.map(([name, value]) => `${formatCount(value)} ${spoken(name)}`).join(', ')}`
}

const spoken = (name: string): string => (name === 'count' ? 'occurrences' : name === 'n' ? 'answers' : name)
