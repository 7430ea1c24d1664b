import type { RiverStream } from '../../exports/layout/river-types.ts'
import type { FlowEnd } from '../../journey/member-pick.ts'

/** The two ends of a drawn stream, as a question names them: stages by their ids. */
export function streamEnds(stream: RiverStream, ids: readonly string[]): { readonly from: FlowEnd; readonly to: FlowEnd } {
  const stage = (index: number): FlowEnd => ({ kind: 'stage', stage: ids[index] ?? '' })
  const end: FlowEnd = stream.kind === 'goal' || stream.kind === 'open' ? { kind: stream.kind } : { kind: 'lost' }
  return { from: stream.from === null ? { kind: 'start' } : stage(stream.from), to: stream.to === null ? end : stage(stream.to) }
}

/** What a stream is, in words: "From Consider to Buy". */
export function streamSentence(stream: RiverStream, stages: readonly string[], goal = true): string {
  const from = stream.from === null ? undefined : stages[stream.from]
  const to = stream.to === null ? undefined : stages[stream.to]
  if (from === undefined) return `Journeys that begin in ${to ?? 'no stage'}`
  if (stream.kind === 'goal') return `From ${from} to the goal`
  if (stream.kind === 'lost') return goal ? `Leave at ${from} without the goal` : `End at ${from}`
  if (stream.kind === 'open') return `Still open at ${from}`
  if (stream.kind === 'back') return `Back from ${from} to ${to ?? ''}`
  return `From ${from} to ${to ?? ''}`
}
