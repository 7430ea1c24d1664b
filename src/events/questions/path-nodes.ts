import type { PathsQuestion } from '../../journey/question.ts'
import { int, sql, type Sql } from '../engine/sql.ts'
import type { TouchpointDictionary } from '../touchpoint-dictionary.ts'
import type { Selected } from './context.ts'

/** Node numbers of a path: 0 is the end (or beginning) of the journey. */
export const edgeNode = 0

/**
 * Journeys that reach the touchpoint, with `nodes`: the touchpoint at its first occurrence, then what follows (or precedes) it, up to
 * `depth` steps, and 0 where the journey ends (or begins) before that.
 */
export function pathNodes({ from }: Selected, question: PathsQuestion, dictionary: TouchpointDictionary): Sql {
  const anchor = int(dictionary.idOf(question.touchpoint))
  const depth = int(question.depth)
  const steps =
    question.direction === 'after'
      ? sql`arraySlice(touchpoints, place + 1, ${depth})`
      : sql`arraySlice(arrayReverse(arraySlice(touchpoints, 1, place - 1)), 1, ${depth})`
  return sql`SELECT *, arrayConcat([touchpoints[place]], steps, if(length(steps) < ${depth}, [toUInt16(0)], CAST([], 'Array(UInt16)'))) AS nodes
    FROM (SELECT *, indexOf(touchpoints, toUInt16(${anchor})) AS place, ${steps} AS steps FROM ${from}) WHERE place > 0`
}
