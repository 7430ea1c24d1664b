import type { DefinitionChoice } from '../../contract/definitions.ts'
import type { Job } from '../../contract/jobs.ts'
import { methodQuestionSchema } from '../../contract/method-schema.ts'
import { canonicalJson } from '../../journey/canonical-json.ts'
import type { MethodAnswer, MethodName, MethodQuestion } from '../../journey/method.ts'
import type { Actor } from '../actor.ts'
import { chooseDefinition } from '../definitions.ts'
import { detailsOf } from '../details-of.ts'
import { demand } from '../permission.ts'
import { Refusal } from '../refusal.ts'
import type { Wend } from '../wend.ts'
import { decidedFor, neverKept } from './methods.ts'
import { runMethod } from './run-method.ts'
import type { MethodContext } from './method.ts'

export interface AskMethodInput<Name extends MethodName> {
  readonly definition?: DefinitionChoice | undefined
  readonly question: MethodQuestion<Name>
  readonly signal: AbortSignal
  readonly progress?: MethodContext['progress']
}

const usualRows = 1000

/** Asks a method. An answer is kept until events or definition change, so asking again is quick. Refuses with `bad_question`, `definition_not_found` or an error of the event store. */
export async function askMethod<Name extends MethodName>(
  actor: Actor,
  wend: Wend,
  { definition: choice, question, signal, progress }: AskMethodInput<Name>,
): Promise<MethodAnswer<Name>> {
  demand(actor, 'look')
  const checked = checkMethodQuestion(question, wend.limits.rows)
  const definition = await chooseDefinition(actor, wend, choice)
  const { workspace } = actor
  const revision = await wend.events.revision(workspace)
  const decided = await decidedFor[question.question]?.(wend.state, workspace)
  const key = canonicalJson({ workspace, revision, decided: decided ?? null, definition: { ...definition, name: '' }, question: checked })
  const kept = wend.answers.get(key) as MethodAnswer<Name> | undefined
  if (kept) return kept
  const { events, state } = wend
  const answer = await runMethod<Name>({ workspace, definition, signal, events, state, progress }, checked)
  if (!neverKept.has(question.question)) wend.answers.put(key, answer)
  return answer
}

/** The question with its limit filled in; refuses one that is malformed or asks for too much. */
export function checkMethodQuestion<Name extends MethodName>(question: MethodQuestion<Name>, mostRows: number): MethodQuestion<Name> {
  const parsed = methodQuestionSchema.safeParse(question)
  if (!parsed.success) throw new Refusal('bad_question', undefined, detailsOf(parsed.error, 'question'))
  if ((question.limit ?? 0) > mostRows) {
    const message = `at most ${mostRows} rows at a time; ask for the next ones with offset`
    throw new Refusal('bad_question', `question.limit: ${message}.`, [{ field: 'question.limit', message }])
  }
  return { ...question, limit: question.limit ?? Math.min(usualRows, mostRows) }
}

/** Starts a method as a job with progress; when it is done, asking the same answers at once. Refuses as `askMethod` does, or with `too_many_jobs`. */
export async function askMethodJob(actor: Actor, wend: Wend, input: Omit<AskMethodInput<MethodName>, 'signal' | 'progress'>): Promise<Job> {
  demand(actor, 'look')
  checkMethodQuestion(input.question, wend.limits.rows)
  await chooseDefinition(actor, wend, input.definition)
  return wend.jobs.start(actor, {
    kind: 'ask',
    title: `Ask for ${input.question.question}`,
    run: async ({ signal, progress }) => {
      const tell: MethodContext['progress'] = (phase, share) =>
        progress({ phase, done: Math.round(100 * (share ?? 0)), total: share === null ? null : 100, unit: 'steps', rows: 0 })
      await askMethod(actor, wend, { ...input, signal, progress: tell })
      return {}
    },
  })
}
