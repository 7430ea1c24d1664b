import type { LaneKind } from './map.ts'

/** Stages and lanes to start from, with rules that place touchpoints by name. Data, one file each. */
export interface Template {
  readonly name: string
  readonly title: string
  readonly audience: 'B2C' | 'B2B' | 'any'
  readonly summary: string
  readonly stages: readonly TemplateStage[]
  readonly lanes: readonly { readonly kind: LaneKind; readonly name: string; readonly hint: string }[]
}

export interface TemplateStage {
  readonly name: string
  readonly purpose: string
  /** Steps of a map made by hand from it; without any, one step of the stage's name. */
  readonly steps?: readonly string[]
  /** Lower-case words or phrases; a touchpoint whose normalised name holds one as whole words belongs here. The longest match wins, then the earlier stage. */
  readonly matches: readonly string[]
}
