import type { AnswerTo } from '../../journey/answer.ts'
import type { PathNode } from '../../journey/member-pick.ts'
import type { PathsQuestion } from '../../journey/question.ts'
import { int, sql, type Sql } from '../engine/sql.ts'
import { EventStoreError } from '../event-store-error.ts'
import { answer, byName, countLooked, selectJourneys, withGroup, type QuestionContext, type Selected } from './context.ts'
import { edgeNode, pathNodes } from './path-nodes.ts'

const otherNode = 65_535

/** Steps before or after the first occurrence of a touchpoint. Each column names its most frequent touchpoints; the rest is `other`. */
export async function askPaths(context: QuestionContext, question: PathsQuestion): Promise<AnswerTo<'paths'>> {
  if (question.depth < 1 || question.depth > 10) throw new EventStoreError('bad_question', 'Paths go 1 to 10 steps deep.')
  const selected = await selectJourneys(context, question)
  const shown = await shownNodes(context, selected, question)
  const [found, looked] = await Promise.all([
    context.query<{ grp: string; column: number; a: number; b: number; journeys: number }>(sql`
      SELECT grp, column, a, b, count() AS journeys FROM (${foldedNodes(selected, question, { context, shown })})
      ARRAY JOIN arrayPopBack(folded) AS a, arrayPopFront(folded) AS b, arrayEnumerate(arrayPopFront(folded)) AS column GROUP BY grp, column, a, b`),
    countLooked(context, selected),
  ])
  const rows = found.map(({ grp, column, a, b, journeys }) =>
    withGroup(question, grp, { column, from: nodeOf(context, a), to: nodeOf(context, b), journeys }),
  )
  rows.sort(
    (x, y) =>
      x.column - y.column ||
      y.journeys - x.journeys ||
      byName(JSON.stringify([x.from, x.to]), JSON.stringify([y.from, y.to])) ||
      byName(x.group ?? '', y.group ?? ''),
  )
  return answer({ question: 'paths', unit: 'journeys', looked, total: rows.length, rows })
}

/** Which touchpoints each column names: the most frequent, ties by name. */
export async function shownNodes(
  context: QuestionContext,
  selected: Selected,
  question: PathsQuestion,
): Promise<readonly (readonly number[])[]> {
  const counts = await context.query<{ column: number; node: number; journeys: number }>(sql`
    SELECT column, node, count() AS journeys FROM (${pathNodes(selected, question, context.dictionary)}) ARRAY JOIN arrayPopFront(nodes) AS node, arrayEnumerate(arrayPopFront(nodes)) AS column
    WHERE node != ${int(edgeNode)} GROUP BY column, node`)
  const name = context.dictionary.nameOf
  return Array.from({ length: question.depth }, (_, index) =>
    counts
      .filter((count) => count.column === index + 1)
      .sort((a, b) => b.journeys - a.journeys || byName(name(a.node), name(b.node)))
      .slice(0, question.perColumn)
      .map((count) => count.node),
  )
}

/** Path nodes with what a column does not name folded into one number. */
export function foldedNodes(
  selected: Selected,
  question: PathsQuestion,
  { context, shown }: { readonly context: QuestionContext; readonly shown: readonly (readonly number[])[] },
): Sql {
  const named = { type: 'Array(Array(UInt16))', value: `[${shown.map((ids) => `[${ids.join(',')}]`).join(',')}]` }
  return sql`SELECT *, arrayMap((node, i) -> if(i = 1 OR node = ${int(edgeNode)} OR has(${named}[i - 1], node), node, toUInt16(${int(otherNode)})), nodes, arrayEnumerate(nodes)) AS folded FROM (${pathNodes(selected, question, context.dictionary)})`
}

function nodeOf({ dictionary }: QuestionContext, node: number): PathNode {
  if (node === edgeNode) return { kind: 'edge' }
  return node === otherNode ? { kind: 'other' } : { kind: 'touchpoint', touchpoint: dictionary.nameOf(node) }
}

export function nodeNumber({ dictionary }: QuestionContext, node: PathNode): number {
  if (node.kind === 'touchpoint') return dictionary.idOf(node.touchpoint)
  return node.kind === 'edge' ? edgeNode : otherNode
}
