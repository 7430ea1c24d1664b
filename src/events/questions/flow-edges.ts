import type { FlowEnd } from '../../journey/member-pick.ts'
import type { StageGroup } from '../../journey/question.ts'
import { sql, type Sql } from '../engine/sql.ts'
import type { TouchpointDictionary } from '../touchpoint-dictionary.ts'
import type { Selected } from './context.ts'

const outcomes = ['goal', 'lost', 'open'] as const

/** A node of the flow as a number: 0 the start, 1..n the stages in order, then the three outcomes. */
export function nodeNumber(end: FlowEnd, stages: readonly StageGroup[]): number {
  if (end.kind === 'start') return 0
  if (end.kind === 'stage') return stages.findIndex(({ stage }) => stage === end.stage) + 1
  return stages.length + 1 + outcomes.indexOf(end.kind)
}

export function nodeOf(number: number, stages: readonly StageGroup[]): FlowEnd {
  if (number === 0) return { kind: 'start' }
  const stage = stages[number - 1]
  return stage ? { kind: 'stage', stage: stage.stage } : { kind: outcomes[number - stages.length - 1]! }
}

/** SQL of each event's stage number; 0 where its touchpoint belongs to no stage. */
export function stageNumbers(stages: readonly StageGroup[], dictionary: TouchpointDictionary): Sql {
  const pairs = stages
    .flatMap(({ touchpoints }, index) => touchpoints.map((name) => ({ id: dictionary.idOf(name), stage: index + 1 })))
    .filter(({ id }) => id > 0)
  if (pairs.length === 0) return sql`arrayMap(t -> toUInt16(0), touchpoints)`
  return sql`arrayMap(t -> transform(t, ${{ type: 'Array(UInt16)', value: pairs.map(({ id }) => id) }}, ${{ type: 'Array(UInt16)', value: pairs.map(({ stage }) => stage) }}, toUInt16(0)), touchpoints)`
}

/** Each journey with the `nodes` it passes: start, its stages without repeats in a row, its outcome. */
export function journeyNodes({ from }: Selected, stages: readonly StageGroup[], dictionary: TouchpointDictionary): Sql {
  return sql`SELECT *, arrayCompact(arrayFilter(s -> s > 0, ${stageNumbers(stages, dictionary)})) AS visits,
    arrayConcat([toUInt16(0)], visits, [toUInt16(${{ type: 'UInt16', value: stages.length }} + multiIf(outcome = 'goal', 1, outcome = 'lost', 2, 3))]) AS nodes FROM ${from}`
}
