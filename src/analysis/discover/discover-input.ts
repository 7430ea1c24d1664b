import type { FlowRow, OverviewRow, ScoreRow, StageRow, TouchpointRow, TransitionRow, VerbatimRow } from '../../journey/answer.ts'
import type { JourneyDefinition } from '../../journey/definition.ts'
import type { Insight } from '../../journey/insight.ts'
import type { TraceRow } from '../../journey/trace.ts'
import type { Template } from '../../journey/template.ts'
import type { StagePlan } from '../stages/stage-plan.ts'

/** The answers a map is made of. Ask them with `questionsBeforePlan` and `questionsAfterPlan`; rows are taken in any order. */
export interface DiscoverInput {
  readonly title: string
  readonly definition: JourneyDefinition
  readonly template?: Template
  readonly plan: StagePlan
  readonly overview: OverviewRow
  readonly touchpoints: readonly TouchpointRow[]
  /** Asked with `slowerThanMs`, else waits are not looked for. */
  readonly transitions: readonly TransitionRow[]
  /** The `slowerThanMs` that the transitions were asked with. */
  readonly slowerThanMs?: number
  readonly flow: readonly FlowRow[]
  readonly stages: readonly StageRow[]
  /** The stages question again, for journeys that reached the goal; absent where there is none. */
  readonly stagesOfGoal?: readonly StageRow[]
  readonly scores: readonly ScoreRow[]
  readonly verbatims: readonly VerbatimRow[]
  /** Single journeys: pain points and delights are then compared by what people score. */
  readonly traces?: readonly TraceRow[]
  /** Themes in words that go with better or worse scores; absent: not looked for. */
  readonly themes?: readonly Insight[]
  /** Ids of insights that are not put on the map: people rejected them. */
  readonly hidden?: ReadonlySet<string>
  readonly sources: readonly { readonly name: string; readonly events: number }[]
  /** Wend's version. */
  readonly version: string
  /** SHA-256 of a text, hex. */
  readonly hash: (canonicalJson: string) => string
}
