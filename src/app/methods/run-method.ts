import type { MethodAnswer, MethodName, MethodQuestion } from '../../journey/method.ts'
import { runAside } from '../aside/run-aside.ts'
import type { Ask } from '../ask-map.ts'
import type { Method, MethodContext } from './method.ts'
import { methods } from './methods.ts'

export type MethodParts = Pick<MethodContext, 'workspace' | 'definition' | 'signal' | 'events' | 'state'> & {
  readonly progress?: MethodContext['progress'] | undefined
}

/** Answers one question by its method. Rejects with what the event store rejects with, or with an abort. */
export async function runMethod<Name extends MethodName>(
  { progress = () => undefined, ...parts }: MethodParts,
  question: MethodQuestion<Name>,
): Promise<MethodAnswer<Name>> {
  const { workspace, definition, signal, events } = parts
  const filters = { ...(question.events && { events: question.events }), ...(question.journeys && { journeys: question.journeys }) }
  const ask: Ask = (one) => events.ask(workspace, definition, { ...filters, ...one }, signal)
  const method = methods[question.question] as unknown as Method<Name>
  let phase = 'Computing'
  const context: MethodContext = {
    ...parts,
    ask,
    progress: (name, share) => progress((phase = name), share),
    aside: (task, input) => runAside(task, input, { signal, onProgress: (share) => progress(phase, share) }),
  }
  return method(context, question)
}
