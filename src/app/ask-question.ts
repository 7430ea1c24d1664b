import type { DefinitionChoice } from '../contract/definitions.ts'
import { questionSchema } from '../contract/question-schema.ts'
import type { AnswerTo } from '../journey/answer.ts'
import type { Question } from '../journey/question.ts'
import type { Actor } from './actor.ts'
import { chooseDefinition } from './definitions.ts'
import { detailsOf } from './details-of.ts'
import type { Limits } from './limits.ts'
import { demand } from './permission.ts'
import { Refusal } from './refusal.ts'
import type { Wend } from './wend.ts'

export interface AskInput<Q extends Question> {
  readonly definition?: DefinitionChoice | undefined
  readonly question: Q
  readonly signal: AbortSignal
}

const usualRows = 1000

/** Asks a question. Rows are limited to 1,000 unless the question says otherwise. Refuses with `bad_question`, `definition_not_found` or an error of the event store. */
export async function askQuestion<Q extends Question>(
  actor: Actor,
  wend: Wend,
  { definition, question, signal }: AskInput<Q>,
): Promise<AnswerTo<Q['question']>> {
  demand(actor, 'look')
  const checked = checkQuestion(question, wend.limits)
  return wend.events.ask(actor.workspace, await chooseDefinition(actor, wend, definition), checked, signal)
}

/** The question with its limit filled in; refuses one that is malformed or asks for too much. */
export function checkQuestion<Q extends Question>(question: Q, limits: Pick<Limits, 'rows' | 'steps'>): Q {
  const parsed = questionSchema.safeParse(question)
  if (!parsed.success) throw new Refusal('bad_question', undefined, detailsOf(parsed.error, 'question'))
  if ((question.limit ?? 0) > limits.rows)
    refuse('question.limit', `at most ${limits.rows} rows at a time; ask for the next ones with offset`)
  const asked: Question = question.question === 'members' ? question.of : question
  if (asked.question === 'funnel' && asked.steps.length > limits.steps) refuse('question.steps', `at most ${limits.steps} steps`)
  if (asked.question === 'flow' || asked.question === 'stages') checkStages(asked.stages)
  return { ...question, limit: question.limit ?? Math.min(usualRows, limits.rows) }
}

function checkStages(stages: readonly { readonly stage: string; readonly touchpoints: readonly string[] }[]): void {
  if (stages.length === 0) refuse('question.stages', 'name at least one stage with its touchpoints')
  const seen = new Map<string, string>()
  const names = new Set<string>()
  for (const { stage, touchpoints } of stages) {
    if (names.has(stage)) refuse('question.stages', `the stage "${stage}" is named twice`)
    names.add(stage)
    for (const touchpoint of touchpoints) {
      const other = seen.get(touchpoint)
      if (other !== undefined)
        refuse('question.stages', `"${touchpoint}" is in "${other}" and in "${stage}"; a touchpoint belongs to one stage`)
      seen.set(touchpoint, stage)
    }
  }
}

function refuse(field: string, message: string): never {
  throw new Refusal('bad_question', `${field}: ${message}.`, [{ field, message }])
}
