import type { Evidence } from '../journey/evidence.ts'
import type { Card, JourneyMap } from '../journey/map.ts'
import type { Question } from '../journey/question.ts'
import type { Standing } from '../journey/standing.ts'
import { cardFace, formatKpi, scaleName } from './card-face.ts'
import { formatCount, formatDate, formatDuration, formatNumber, formatRate } from './format.ts'
import { standings } from './tokens.ts'

/** A card's evidence told to a person: all plain text. */
export interface EvidenceWords {
  readonly title: string
  readonly figure?: string
  readonly detail?: string
  readonly place: string
  readonly standing: string
  readonly why: string
  readonly facts: readonly string[]
  readonly items: readonly { readonly head: string; readonly text: string; readonly quote?: string; readonly link?: string }[]
}

export function evidenceWords(card: Card, map: JourneyMap): EvidenceWords {
  const face = cardFace(card)
  const stage = map.stages.find((candidate) => candidate.id === card.stage)
  const step = stage?.steps.find((candidate) => candidate.id === card.step)
  const lane = map.lanes.find((candidate) => candidate.id === card.lane)
  const look = standings[card.standing.kind]
  return {
    title: face.title,
    ...(face.figure === undefined ? {} : { figure: face.figure }),
    ...(face.detail === undefined ? {} : { detail: face.detail }),
    place: [stage?.name, step?.name, lane?.name].filter((name) => name !== undefined && name !== '').join(' › '),
    standing: look.label,
    why: `${look.label}: ${look.meaning}.`,
    facts: factsOf(card),
    items: card.evidence.map(itemOf),
  }
}

/** What a question asks, in words: "Which touchpoints do journeys visit?" */
export function questionWords(question: Question): string {
  const base = questionBase(question)
  return question.question === 'members' || question.groupBy === undefined ? base : `${base.replace(/\?$/, '')}, by ${question.groupBy}?`
}

/** An address that may be followed: http, https or mailto; anything else is shown as text only. */
export function safeLink(url: string | undefined): string | undefined {
  return url !== undefined && /^(https?:\/\/|mailto:)[^\s\p{Cc}]+$/iu.test(url) ? url : undefined
}

function factsOf(card: Card): string[] {
  const { n, asOf } = card.standing
  return [
    ...(card.note === undefined || card.note === '' ? [] : [`Note: ${card.note}`]),
    ...(card.findOut === 'open' ? ['To find out: nobody has shown this yet'] : []),
    ...(card.findOut === 'done' ? ['Found out'] : []),
    ...(card.pinned ? ['Pinned: stays when a new computation no longer finds it'] : []),
    ...(n === undefined ? [] : [`Rests on n ${formatCount(n)}`]),
    ...intervalOf(card, card.standing),
    ...(asOf === undefined ? [] : [`Newest evidence: ${formatDate(asOf)}`]),
  ]
}

function intervalOf(card: Card, { low, high }: Standing): string[] {
  if (low === undefined || high === undefined) return []
  const { body } = card
  const show = (value: number): string => (body.kind === 'kpi' ? formatKpi(value, body.unit) : formatNumber(value))
  return [`95 % interval: ${show(low)} to ${show(high)}`]
}

function itemOf(evidence: Evidence): EvidenceWords['items'][number] {
  if (evidence.kind === 'answer') {
    return {
      head: questionWords(evidence.question),
      text: `${evidence.label}: ${valueWords(evidence.label, evidence.value)} (n ${formatCount(evidence.n)})`,
    }
  }
  if (evidence.kind === 'verbatim') {
    const score =
      evidence.score === undefined
        ? ''
        : ` · ${formatNumber(evidence.score)}${evidence.scale === undefined ? '' : ` on ${scaleName(evidence.scale)}`}`
    return {
      head: 'A customer said',
      quote: evidence.text,
      text: `${evidence.customer} · ${formatDate(evidence.time)}${score} · ${evidence.file}, line ${evidence.line}`,
    }
  }
  if (evidence.kind === 'highlight') {
    const tags = evidence.tags.length === 0 ? '' : ` · ${evidence.tags.join(', ')}`
    return { head: 'From research', quote: evidence.text, text: `${evidence.noteTitle}${tags}` }
  }
  const link = safeLink(evidence.url)
  return {
    head: evidence.title,
    text: evidence.url !== undefined && link === undefined ? evidence.url : 'Document',
    ...(evidence.quote === undefined ? {} : { quote: evidence.quote }),
    ...(link === undefined ? {} : { link }),
  }
}

/** The label says what the number is: times are milliseconds, rates and shares 0..1. */
function valueWords(label: string, value: number): string {
  if (/^(journeys|customers|accounts|occurrences|events)\b/i.test(label)) return formatNumber(value)
  if (/time|wait|duration|gap|within/i.test(label) && Math.abs(value) >= 1000) return formatDuration(value)
  if (/rate|share|conversion|reach\b/i.test(label) && value >= 0 && value <= 1) return formatRate(value)
  return formatNumber(value)
}

function questionBase(question: Question): string {
  switch (question.question) {
    case 'overview':
      return 'How many customers, journeys and events are there?'
    case 'touchpoints':
      return 'Which touchpoints do journeys visit, and where do they end?'
    case 'transitions':
      return 'What comes directly after what, and how long does it take?'
    case 'variants':
      return 'Which paths do journeys share?'
    case 'funnel':
      return `How many go from ${question.steps.join(' to ')}?`
    case 'flow':
      return 'How do journeys flow between the stages?'
    case 'stages':
      return 'Who reaches each stage, how long do they stay, and how do they feel?'
    case 'paths':
      return `What comes ${question.direction} ${question.touchpoint}?`
    case 'timeline':
      return `What did customer ${question.customer} go through?`
    case 'trend':
      return `How does ${question.measure} change by ${question.bucket}?`
    case 'scores':
      return 'How do people score each touchpoint?'
    case 'verbatims':
      return question.touchpoint === undefined ? 'What do customers say?' : `What do customers say at ${question.touchpoint}?`
    case 'makeup':
      return 'How do journeys end, and who makes them?'
    case 'hand-offs':
      return 'Where do journeys switch from one channel to another, and what follows?'
    case 'channel-visits':
      return 'Who uses each channel, and who stays in it?'
    case 'account-list':
      return 'How far is each account, and which of its people are silent?'
    case 'account-roles':
      return 'How many people of each role are silent?'
    case 'account-breadth':
      return 'How many people of an account take part, and how does it end?'
    case 'account-events':
      return `What did the people of account ${question.account} go through?`
    case 'members':
      return `Which journeys are behind the number? ${questionBase(question.of)}`
  }
}
