import type { FlowEnd, MemberPick, PathNode } from '../../journey/member-pick.ts'
import { unreachable } from '../../journey/unreachable.ts'

/** Numbers of answers' rows that can be put on a card, in words; what the row is about follows. */
const measures = {
  exitRate: 'exit rate at',
  p50ToNext: 'median time to the next event after',
  p90ToNext: '90th percentile of the time to the next event after',
  p50: 'median time for',
  p90: '90th percentile of the time for',
  p25: 'first quarter of the time for',
  p75: 'third quarter of the time for',
  share: 'share of',
  conversion: 'conversion up to',
  mean: 'mean score of',
  meanScore: 'mean score of',
  p50Time: 'median time in',
  p90Time: '90th percentile of the time in',
  p50Duration: 'median duration of',
  p90Duration: '90th percentile of the duration of',
  customers: 'customers with',
  events: 'events of',
  variants: 'different paths of',
  journeys: 'journeys with',
  value: 'trend value of',
} as const

export const measureNames = Object.keys(measures)
export const isMeasure = (measure: string): measure is keyof typeof measures => Object.hasOwn(measures, measure)

/** What a number of an answer is, in words that tell what kind of number it is too. Without `measure`: the length of the pick's list. */
export function numberLabel(pick: MemberPick | undefined, measure?: string): string {
  const group = pick?.group === undefined ? '' : ` (${pick.group === '' ? 'no value' : pick.group})`
  if (measure === undefined) return `${pick ? counted(pick) : 'journeys'}${group}`
  return `${isMeasure(measure) ? measures[measure] : measure} ${pick ? named(pick) : 'journeys'}${group}`
}

const outcomes = { goal: 'that reach the goal', lost: 'that end without the goal', open: 'that are still open' } as const
const ofTouchpoint = {
  journeys: 'journeys that reach',
  occurrences: 'occurrences of',
  starts: 'journeys that begin at',
  ends: 'journeys that end at',
  exits: 'journeys that leave without the goal at',
  repeats: 'journeys that come back to',
} as const

const ofHandOff = {
  count: 'occurrences of',
  journeys: 'journeys with',
  ended: 'journeys that leave without the goal right after',
  later: 'journeys with',
} as const
const ofChannel = {
  journeys: 'journeys that use',
  occurrences: 'occurrences in',
  starts: 'journeys that begin in',
  ends: 'journeys that end in',
  exits: 'journeys that leave without the goal in',
  switched: 'journeys that switch away from',
  stayed: 'journeys that go on and stay in',
} as const

function counted(pick: MemberPick): string {
  switch (pick.kind) {
    case 'journeys':
      return 'journeys'
    case 'outcome':
      return `journeys ${outcomes[pick.outcome]}`
    case 'touchpoint':
      return `${ofTouchpoint[pick.number]} ${pick.touchpoint}`
    case 'transition':
      return `${pick.number === 'journeys' ? 'journeys' : pick.number === 'slow' ? 'occurrences, slow,' : 'occurrences'} of ${named(pick)}`
    case 'variant':
      return `journeys on the path ${named(pick)}`
    case 'funnel-step':
      return pick.number === 'lost' ? `journeys lost before ${named(pick)}` : `journeys that reach ${named(pick)}`
    case 'flow':
      return `${pick.number === 'journeys' ? 'journeys' : 'occurrences'} of ${named(pick)}`
    case 'stage':
      return pick.number === 'exits' ? `journeys that leave without the goal in ${pick.stage}` : `journeys that reach ${pick.stage}`
    case 'path':
      return `journeys from ${named(pick)}`
    case 'bucket':
      return `journeys of ${named(pick)}`
    case 'hand-off':
      return `${ofHandOff[pick.number]} ${named(pick)}${pick.number === 'later' ? ' and then the touchpoints meant' : ''}`
    case 'channel':
      return `${ofChannel[pick.number]} ${named(pick)}`
    case 'breadth':
      return `accounts with ${named(pick)}`
    case 'score':
      return `occurrences of feedback at ${named(pick)}`
    default:
      return unreachable(pick)
  }
}

function named(pick: MemberPick): string {
  switch (pick.kind) {
    case 'journeys':
    case 'outcome':
      return counted(pick)
    case 'touchpoint':
      return pick.touchpoint
    case 'transition':
      return `${pick.from} → ${pick.to}`
    case 'variant':
      return shortened(pick.path)
    case 'funnel-step':
      return `step ${pick.step}`
    case 'flow':
      return `${endName(pick.from)} → ${endName(pick.to)}`
    case 'stage':
      return pick.stage
    case 'path':
      return `${nodeName(pick.from)} → ${nodeName(pick.to)}`
    case 'bucket':
      return `the time that begins at ${pick.start} ms`
    case 'hand-off':
      return `${pick.from} → ${pick.to}${pick.fromTouchpoint === undefined ? '' : ` (${pick.fromTouchpoint} → ${pick.toTouchpoint ?? ''})`}`
    case 'channel':
      return pick.channel === '' ? 'no channel' : pick.channel
    case 'breadth':
      return pick.people === 1 ? 'one person' : `${pick.people} people`
    case 'score':
      return `${pick.touchpoint}${pick.scale === undefined ? '' : ` (${pick.scale})`}`
    default:
      return unreachable(pick)
  }
}

const shortened = (path: readonly string[]): string =>
  path.length <= 6 ? path.join(' → ') : `${path.slice(0, 5).join(' → ')} … ${path.at(-1)} (${path.length} events)`
const endName = (end: FlowEnd): string => (end.kind === 'stage' ? end.stage : end.kind)
const nodeName = (node: PathNode): string => (node.kind === 'touchpoint' ? node.touchpoint : node.kind === 'other' ? 'others' : 'the end')
