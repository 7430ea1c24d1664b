import { numberLabel } from '../analysis/evidence/number-label.ts'
import { readNumber, type ReadNumber } from '../analysis/evidence/read-number.ts'
import type { PutEvidence } from '../contract/evidence.ts'
import type { AnyAnswer } from '../journey/answer.ts'
import { wholeCustomer, type JourneyDefinition } from '../journey/definition.ts'
import type { Evidence } from '../journey/evidence.ts'
import type { JourneyMap } from '../journey/map.ts'
import type { MemberPick } from '../journey/member-pick.ts'
import type { Question } from '../journey/question.ts'
import { unreachable } from '../journey/unreachable.ts'
import type { Actor } from './actor.ts'
import { checkQuestion } from './ask-question.ts'
import { chooseDefinition } from './definitions.ts'
import { findVerbatim } from './find-verbatim.ts'
import { highlightOf } from './highlights.ts'
import { living } from './notes.ts'
import { Refusal } from './refusal.ts'
import type { Wend } from './wend.ts'

export interface ToVerify {
  readonly map: JourneyMap
  readonly put: PutEvidence
  readonly signal: AbortSignal
}

/**
 * What is to be put on a card, as Wend itself finds it. Refuses with `number_differs`, `verbatim_not_found`,
 * `note_not_found`, `highlight_not_found`, `bad_question` or `definition_not_found`.
 */
export async function verifyEvidence(actor: Actor, wend: Wend, { map, put, signal }: ToVerify): Promise<Evidence> {
  switch (put.kind) {
    case 'answer':
      return askAgain(actor, wend, { map, put, signal })
    case 'verbatim':
      return findVerbatim(actor, wend, { put, signal })
    case 'highlight': {
      const { title } = await living(actor, wend, put.note)
      const highlight = await highlightOf(actor, wend, { id: put.note, highlight: put.highlight })
      if (highlight.removedAt !== null) throw new Refusal('highlight_not_found')
      return { kind: 'highlight', text: highlight.text, note: put.note, highlight: put.highlight, noteTitle: title, tags: highlight.tags }
    }
    case 'document':
      return put
    default:
      return unreachable(put)
  }
}

type Number = Extract<PutEvidence, { readonly kind: 'answer' }>
type Asked = Exclude<Question, { readonly question: 'members' }>

async function askAgain(actor: Actor, wend: Wend, { map, put, signal }: ToVerify & { readonly put: Number }): Promise<Evidence> {
  const definition =
    put.definition === undefined ? (map.basis?.definition ?? wholeCustomer) : await chooseDefinition(actor, wend, put.definition)
  const { limit: _limit, offset: _offset, ...question } = put.question
  const ask = async (one: Question): Promise<AnyAnswer> =>
    (await wend.events.ask(actor.workspace, definition, checkQuestion(one, wend.limits), signal)) as AnyAnswer
  const found = await number(ask, { question: question as Asked, pick: put.pick, measure: put.measure, rows: wend.limits.rows })
  if (!found)
    throw new Refusal('bad_question', 'The answer has no such number. Say which row with `pick` and which of its numbers with `measure`.')
  const label = numberLabel(put.pick, put.measure)
  if (!same(found.value, put.value))
    throw new Refusal(
      'number_differs',
      `This number is ${found.value} now, not ${put.value}: ${label}. Open the question again and put that on the card.`,
      [{ field: 'value', message: String(found.value) }],
    )
  return evidenceOf({ question: question as Asked, definition, label, found, pick: put.pick })
}

interface Answered {
  readonly question: Asked
  readonly definition: JourneyDefinition
  readonly label: string
  readonly found: ReadNumber & { readonly count?: number }
  readonly pick: MemberPick | undefined
}

const evidenceOf = ({ question, definition, label, found, pick }: Answered): Evidence => ({
  kind: 'answer',
  question,
  ...(pick && { pick }),
  label,
  ...found,
  definition,
})

interface Which {
  readonly question: Asked
  readonly pick: MemberPick | undefined
  readonly measure: string | undefined
  readonly rows: number
}

/** Without a measure the number is how long the pick's list is; with one, the list may still be opened. */
async function number(
  ask: (question: Question) => Promise<AnyAnswer>,
  { question, pick, measure, rows }: Which,
): Promise<(ReadNumber & { readonly count?: number }) | undefined> {
  const answer = await ask({ ...question, limit: measure === undefined ? 1 : rows })
  const list = pick && (await ask({ question: 'members', of: question, pick, limit: 1 }))
  const count = list && { count: list.total }
  if (measure === undefined) return list && { value: list.total, n: list.unit === 'journeys' ? answer.journeys : answer.events, ...count }
  const read = readNumber(answer, pick, measure)
  return read && { ...read, ...count }
}

/** A number that went through JSON and back is the same number. */
const same = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a))
