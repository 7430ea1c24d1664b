import { formatDate, formatDuration } from '../../../exports/format.ts'
import type { EventFilter, JourneyFilter } from '../../../journey/filter.ts'
import type { Question } from '../../../journey/question.ts'

const plain: Readonly<
  Record<Exclude<Question['question'], 'funnel' | 'paths' | 'timeline' | 'trend' | 'verbatims' | 'account-events' | 'members'>, string>
> = {
  overview: 'How many journeys are there, how do they end, and how long do they take?',
  touchpoints: 'How many journeys visit each touchpoint, and how many leave there?',
  transitions: 'What directly follows what, how often, and after how long?',
  variants: 'Which exact paths do journeys take?',
  flow: 'How do journeys flow between the stages?',
  stages: 'How many journeys reach each stage, how long do they stay, and how many leave?',
  scores: 'How do customers score each touchpoint?',
  makeup: 'Which segments do journeys come from, and how do they end?',
  'hand-offs': 'Where do journeys switch from one channel to another, and what follows?',
  'channel-visits': 'Who uses each channel, and who stays in it?',
  'account-list': 'How far is each account, and which of its people are silent?',
  'account-roles': 'How many people of each role are silent?',
  'account-breadth': 'How many people of an account take part, and how does it end?',
}

/** A question as a person would ask it, with its filters. */
export function questionSentence(question: Question): string {
  if (question.question === 'members') return questionSentence(question.of)
  return [
    own(question),
    ...eventWords(question.events),
    ...journeyWords(question.journeys),
    ...(question.groupBy === undefined ? [] : [`Split by ${question.groupBy}.`]),
  ].join(' ')
}

function own(question: Exclude<Question, { question: 'members' }>): string {
  switch (question.question) {
    case 'funnel':
      return `How many journeys go ${question.steps.join(' → ')}${question.windowMs === undefined ? '' : ` within ${formatDuration(question.windowMs)}`}?`
    case 'paths':
      return `What comes ${question.direction} ${question.touchpoint}?`
    case 'timeline':
      return `What happened to customer ${question.customer}?`
    case 'account-events':
      return `What did the people of account ${question.account} go through?`
    case 'trend':
      return `How did ${question.measure === 'score' ? 'the score' : question.measure} change by ${question.bucket}?`
    case 'verbatims':
      return question.touchpoint === undefined ? 'What do customers say?' : `What do customers say at ${question.touchpoint}?`
    default:
      return plain[question.question]
  }
}

function eventWords(filter: EventFilter | undefined): readonly string[] {
  if (!filter) return []
  const parts = [
    ...list('at', filter.touchpoints),
    ...list('not at', filter.notTouchpoints),
    ...list('through', filter.channels),
    ...list('from', filter.sources),
    ...list('by', filter.roles),
    ...(filter.properties ?? []).map((test) => `with ${test.property} ${test.operator} ${test.value}`),
    ...(filter.from === undefined ? [] : [`since ${formatDate(filter.from)}`]),
    ...(filter.to === undefined ? [] : [`before ${formatDate(filter.to)}`]),
  ]
  return parts.length > 0 ? [`Only events ${parts.join(', ')}.`] : []
}

function journeyWords(filter: JourneyFilter | undefined): readonly string[] {
  if (!filter) return []
  const parts = [
    ...(filter.archetype === undefined ? [] : [`of archetype ${filter.archetype.number}`]),
    ...(filter.oneIn === undefined ? [] : [`of one customer in ${filter.oneIn}`]),
    ...(filter.paths === undefined ? [] : ['of exactly the named paths']),
    ...list('that reached', filter.reached),
    ...list('that did not reach', filter.notReached),
    ...list('that ended', filter.outcomes),
    ...(filter.properties ?? []).map((test) => `with ${test.property} ${test.operator} ${test.value}`),
    ...(filter.minDurationMs === undefined ? [] : [`of at least ${formatDuration(filter.minDurationMs)}`]),
    ...(filter.maxDurationMs === undefined ? [] : [`of at most ${formatDuration(filter.maxDurationMs)}`]),
    ...(filter.startFrom === undefined ? [] : [`begun since ${formatDate(filter.startFrom)}`]),
    ...(filter.startTo === undefined ? [] : [`begun before ${formatDate(filter.startTo)}`]),
  ]
  return parts.length > 0 ? [`Only journeys ${parts.join(', ')}.`] : []
}

const list = (word: string, names: readonly string[] | undefined): readonly string[] =>
  names && names.length > 0 ? [`${word} ${names.slice(0, 6).join(', ')}${names.length > 6 ? ` and ${names.length - 6} more` : ''}`] : []
