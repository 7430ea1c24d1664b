import type { MemberPick } from '../../journey/member-pick.ts'
import type { MembersQuestion, PathsQuestion, Question } from '../../journey/question.ts'
import { unreachable } from '../../journey/unreachable.ts'
import { int, ints, nothing, sql, text, unsafeSql, type Sql } from '../engine/sql.ts'
import { EventStoreError } from '../event-store-error.ts'
import { isGrouped, selectJourneys, type QuestionContext, type Selected } from './context.ts'
import { accountsOfBreadth } from './account-people.ts'
import { channelMembers, handOffMembers } from './channel-members.ts'
import { journeyNodes, nodeNumber as flowNode, stageNumbers } from './flow-edges.ts'
import { funnelLevels } from './funnel-levels.ts'
import { linkedFeedback } from './linked-feedback.ts'
import { foldedNodes, nodeNumber as pathNode, shownNodes } from './paths.ts'
import { collapsed } from './transitions.ts'
import { bucketStart, measured } from './trend.ts'

type Asked = MembersQuestion['of']

/**
 * SELECT of the members of one number: unit, number, start, end, events, outcome, at (UTC ms of the occurrence, or null). It reads
 * the very relation that the number was counted on, so that the list has exactly its length.
 */
export async function memberRows(context: QuestionContext, { of, pick }: MembersQuestion): Promise<Sql> {
  const rows = await pickedRows(context, of, pick)
  return pick.group === undefined || !isGrouped(of) ? rows : sql`SELECT * FROM (${rows}) WHERE grp = ${text(pick.group)}`
}

const journeyColumns = unsafeSql('grp, unit, number, start, "end", length(touchpoints) AS events, outcome')
const whole = (from: Sql, where: Sql = nothing): Sql =>
  sql`SELECT ${journeyColumns}, CAST(NULL, 'Nullable(Int64)') AS at FROM ${from}${where}`
const each = (from: Sql, at: Sql): Sql => sql`SELECT ${journeyColumns}, toNullable(toInt64(${at})) AS at FROM ${from}`

async function pickedRows(context: QuestionContext, of: Asked, pick: MemberPick): Promise<Sql> {
  const selected = async (): Promise<Selected> =>
    collapsed(await selectJourneys(context, of), 'collapseRepeats' in of && of.collapseRepeats === true)
  const id = (name: string): Sql => sql`toUInt16(${int(context.dictionary.idOf(name))})`
  switch (pick.kind) {
    case 'journeys':
      return whole((await selected()).from)
    case 'outcome':
      return whole((await selected()).from, sql` WHERE outcome = ${text(pick.outcome)}`)
    case 'touchpoint':
      return atTouchpoint((await selected()).from, id(pick.touchpoint), pick.number)
    case 'transition':
      return alongTransition((await selected()).from, sql`(${id(pick.from)}, ${id(pick.to)})`, passages(of, pick.number))
    case 'variant':
      return whole(
        (await selected()).from,
        sql` WHERE touchpoints = CAST(${ints(pick.path.map((name) => context.dictionary.idOf(name)))}, 'Array(UInt16)')`,
      )
    case 'funnel-step':
      return funnelMembers(context, expect(of, 'funnel'), pick)
    case 'flow':
      return flowMembers(context, expect(of, 'flow'), pick)
    case 'stage':
      return stageMembers(context, expectStages(of), pick)
    case 'path':
      return pathMembers(context, expect(of, 'paths'), pick)
    case 'hand-off':
      return handOffMembers(context, expect(of, 'hand-offs'), pick)
    case 'channel':
      return channelMembers(context, expect(of, 'channel-visits'), pick)
    case 'breadth':
      return whole(await accountsOfBreadth(context, expect(of, 'account-breadth'), pick.people))
    case 'bucket':
      return bucketMembers(context, expect(of, 'trend'), pick.start)
    case 'score':
      return each(
        sql`(${await linkedFeedback(context, of, { of: 'scores' })}) WHERE target = ${id(pick.touchpoint)}${pick.scale === undefined ? nothing : sql` AND scale = ${text(pick.scale)}`}`,
        sql`at`,
      )
    default:
      return unreachable(pick)
  }
}

function atTouchpoint(from: Sql, id: Sql, number: (MemberPick & { kind: 'touchpoint' })['number']): Sql {
  switch (number) {
    case 'journeys':
      return whole(from, sql` WHERE has(touchpoints, ${id})`)
    case 'occurrences':
      return each(
        sql`(SELECT *, arrayCumSum(gaps) AS times FROM ${from} WHERE has(touchpoints, ${id})) ARRAY JOIN arrayFilter((ms, t) -> t = ${id}, times, touchpoints) AS ms`,
        sql`start + ms`,
      )
    case 'starts':
      return whole(from, sql` WHERE touchpoints[1] = ${id}`)
    case 'ends':
      return whole(from, sql` WHERE touchpoints[-1] = ${id}`)
    case 'exits':
      return whole(from, sql` WHERE touchpoints[-1] = ${id} AND outcome = 'lost'`)
    case 'repeats':
      return whole(from, sql` WHERE countEqual(touchpoints, ${id}) > 1`)
    default:
      return unreachable(number)
  }
}

/** Which passages are meant: all, those slower than the question's limit, or one a journey. */
function passages(of: Asked, number: 'count' | 'journeys' | 'slow'): Sql | 'journeys' {
  if (number === 'journeys') return number
  if (number === 'count') return sql`true`
  const { slowerThanMs } = expect(of, 'transitions')
  if (slowerThanMs === undefined)
    throw new EventStoreError('bad_question', 'The slow passages are known only to a question that says slowerThanMs.')
  return sql`gap > ${int(slowerThanMs)}`
}

function alongTransition(from: Sql, pair: Sql, wanted: Sql | 'journeys'): Sql {
  const pairs = sql`arrayZip(arrayPopBack(touchpoints), arrayPopFront(touchpoints))`
  if (wanted === 'journeys') return whole(from, sql` WHERE has(${pairs}, ${pair})`)
  return each(
    sql`(SELECT *, arrayPopFront(arrayCumSum(gaps)) AS times, ${pairs} AS pairs FROM ${from}) ARRAY JOIN arrayFilter((ms, p, gap) -> p = ${pair} AND ${wanted}, times, pairs, arrayPopFront(gaps)) AS ms`,
    sql`start + ms`,
  )
}

async function funnelMembers(
  context: QuestionContext,
  of: Extract<Question, { question: 'funnel' }>,
  { step, number }: MemberPick & { kind: 'funnel-step' },
): Promise<Sql> {
  if (step < 1 || step > of.steps.length)
    throw new EventStoreError('bad_question', `The funnel has steps 1 to ${of.steps.length}; there is no step ${step}.`)
  const reached = number === 'reached' ? `r${step}` : step === 1 ? 'false' : `r${step - 1} AND NOT r${step}`
  return sql`SELECT grp, unit, number, start, "end", events, outcome, CAST(NULL, 'Nullable(Int64)') AS at FROM (${funnelLevels(await selectJourneys(context, of), of, context.dictionary)}) WHERE ${unsafeSql(reached)}`
}

async function flowMembers(
  context: QuestionContext,
  of: Extract<Question, { question: 'flow' }>,
  { from, to, number }: MemberPick & { kind: 'flow' },
): Promise<Sql> {
  const nodes = sql`(${journeyNodes(await selectJourneys(context, of), of.stages, context.dictionary)})`
  const edge = sql`(toUInt16(${int(flowNode(from, of.stages))}), toUInt16(${int(flowNode(to, of.stages))}))`
  const edges = sql`arrayZip(arrayPopBack(nodes), arrayPopFront(nodes))`
  if (number === 'journeys') return whole(nodes, sql` WHERE has(${edges}, ${edge})`)
  return whole(sql`(SELECT * FROM ${nodes} ARRAY JOIN arrayFilter(e -> e = ${edge}, ${edges}) AS one)`)
}

async function stageMembers(
  context: QuestionContext,
  of: Extract<Question, { question: 'stages' | 'flow' }>,
  { stage, number }: MemberPick & { kind: 'stage' },
): Promise<Sql> {
  const index = int(flowNode({ kind: 'stage', stage }, of.stages))
  const { from } = await selectJourneys(context, of)
  const numbered = sql`(SELECT *, ${stageNumbers(of.stages, context.dictionary)} AS stages FROM ${from})`
  return number === 'journeys'
    ? whole(numbered, sql` WHERE has(stages, ${index})`)
    : whole(numbered, sql` WHERE arrayLast(s -> s > 0, stages) = ${index} AND outcome = 'lost'`)
}

async function pathMembers(context: QuestionContext, of: PathsQuestion, { column, from, to }: MemberPick & { kind: 'path' }): Promise<Sql> {
  const selected = await selectJourneys(context, of)
  const shown = await shownNodes(context, selected, of)
  const ends = sql`folded[${int(column)}] = ${int(pathNode(context, from))} AND folded[${int(column + 1)}] = ${int(pathNode(context, to))} AND length(folded) > ${int(column)}`
  return whole(sql`(${foldedNodes(selected, of, { context, shown })})`, sql` WHERE ${ends}`)
}

async function bucketMembers(context: QuestionContext, of: Extract<Question, { question: 'trend' }>, start: number): Promise<Sql> {
  const rows = sql`(${await measured(context, of)}) WHERE ${bucketStart('at', of.bucket)} = ${int(start)}`
  return of.measure === 'events' || of.measure === 'score' ? each(rows, sql`at`) : whole(sql`(SELECT * EXCEPT at FROM ${rows})`)
}

function expect<Name extends Asked['question']>(of: Asked, name: Name): Extract<Asked, { question: Name }> {
  if (of.question !== name)
    throw new EventStoreError('bad_question', `This number belongs to the question "${name}", not to "${of.question}".`)
  return of as Extract<Asked, { question: Name }>
}

function expectStages(of: Asked): Extract<Asked, { question: 'stages' | 'flow' }> {
  if (of.question !== 'stages' && of.question !== 'flow')
    throw new EventStoreError('bad_question', `This number belongs to the question "stages" or "flow", not to "${of.question}".`)
  return of
}
