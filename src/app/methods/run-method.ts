import type { MethodAnswer, MethodName, MethodQuestion } from '../../journey/method.ts'
import type { MethodAsked } from '../../journey/methods/method-asked.ts'
import { runAside } from '../aside/run-aside.ts'
import type { Ask } from '../ask-map.ts'
import type { Method, MethodContext } from './method.ts'
import { methods } from './methods.ts'

export type MethodParts = Pick<MethodContext, 'workspace' | 'definition' | 'signal' | 'events'> & {
  readonly state?: MethodContext['state'] | undefined
  readonly progress?: MethodContext['progress'] | undefined
}

/** Answers one question by its method. Rejects with what the event store rejects with, or with an abort. */
export function runMethod<Name extends MethodName>(parts: MethodParts, question: MethodQuestion<Name>): Promise<MethodAnswer<Name>> {
  const method = methods[question.question] as unknown as Method<Name>
  return method(methodContext(parts, question), question)
}

/** What a method works with, under the filters that it is asked with. */
export function methodContext({ progress = () => undefined, state, ...parts }: MethodParts, question: MethodAsked): MethodContext {
  const { workspace, definition, signal, events } = parts
  const filters = { ...(question.events && { events: question.events }), ...(question.journeys && { journeys: question.journeys }) }
  const ask: Ask = (one) => events.ask(workspace, definition, { ...filters, ...one }, signal)
  let phase = 'Computing'
  return {
    ...parts,
    ...(state && { state }),
    ask,
    progress: (name, share) => progress((phase = name), share),
    aside: (task, input) => runAside(task, input, { signal, onProgress: (share) => progress(phase, share) }),
  }
}
