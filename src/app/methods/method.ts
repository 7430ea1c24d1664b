import type { EventStore } from '../../events/event-store.ts'
import type { JourneyDefinition } from '../../journey/definition.ts'
import type { MethodAnswer, MethodName, MethodQuestion } from '../../journey/method.ts'
import type { StateStore } from '../../state/state-store.ts'
import type { AsideInput, AsideName, AsideResult } from '../aside/tasks.ts'
import type { Ask } from '../ask-map.ts'

/** What a method works with. */
export interface MethodContext {
  readonly workspace: number
  readonly definition: JourneyDefinition
  readonly signal: AbortSignal
  readonly events: EventStore
  /**
   * Asks the event store under the method's own filters of events and journeys; a question that carries filters of its own is
   * asked under those instead.
   */
  readonly ask: Ask
  /** What people decided; absent when files are asked. */
  readonly state?: StateStore
  /** Runs a heavy piece in a thread of its own, telling its progress. */
  readonly aside: <Name extends AsideName>(task: Name, input: AsideInput<Name>) => Promise<AsideResult<Name>>
  /** Says what is being done, and the share of it, 0..1 or null while nobody knows. */
  readonly progress: (phase: string, share: number | null) => void
}
export type Method<Name extends MethodName> = (context: MethodContext, question: MethodQuestion<Name>) => Promise<MethodAnswer<Name>>
