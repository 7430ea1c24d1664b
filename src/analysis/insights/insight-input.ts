import type { VerbatimRow } from '../../journey/answer.ts'
import type { TraceRow } from '../../journey/trace.ts'
import type { PainInput } from '../pain-points/pain-point.ts'

/** What pain points and delights are found in: answers over all journeys, and single journeys (all, or a sample by hash). */
export interface InsightInput extends PainInput {
  readonly traces: readonly TraceRow[]
  readonly verbatims: readonly VerbatimRow[]
}
