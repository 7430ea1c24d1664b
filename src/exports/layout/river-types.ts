/** How wide a stage's bar is, in pixels. */
export const nodeWidth = 7

/** The room for a river. `columns` are the stages' own columns where it must line up with a map; else they share the width. */
export interface RiverBox {
  readonly width: number
  readonly height: number
  readonly columns?: readonly { readonly x: number; readonly width: number }[]
  /** False where the definition names no goal: then nobody leaves, journeys end. Default true. */
  readonly goal?: boolean
}

export interface RiverNode {
  readonly stage: string
  readonly index: number
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** Passages in and out, flows back included; equal when the river's counts conserve. */
  readonly in: number
  readonly out: number
}

export type StreamKind = 'start' | 'forward' | 'goal' | 'lost' | 'open' | 'back'

/** One ribbon, drawn. `path` is a filled outline, or for `back` the centre line to stroke with `width`. */
export interface RiverStream {
  readonly kind: StreamKind
  /** Index of the stage; null at the start of journeys. */
  readonly from: number | null
  /** Index of the stage; null at the end of journeys. */
  readonly to: number | null
  readonly count: number
  readonly journeys: number
  readonly width: number
  readonly path: string
  /** The ends of a gradient along the stream. */
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
  /** A point in the middle of it: for a tooltip or a label. */
  readonly middle: { readonly x: number; readonly y: number }
}

export interface RiverLabel {
  readonly kind: 'start' | 'goal' | 'lost' | 'open' | 'back'
  readonly stage: number | null
  readonly count: number
  readonly x: number
  readonly y: number
  readonly anchor: 'start' | 'middle' | 'end'
  readonly text: string
}

export interface RiverLayout {
  readonly width: number
  readonly height: number
  /** Pixels of width for one passage. */
  readonly scale: number
  readonly journeys: number
  readonly hasGoal: boolean
  readonly nodes: readonly RiverNode[]
  readonly streams: readonly RiverStream[]
  /** Never overlapping; the smaller count gives way. */
  readonly labels: readonly RiverLabel[]
  /** Where journeys that reach the goal arrive; absent when none does. */
  readonly goal?: { readonly x: number; readonly y: number; readonly width: number; readonly height: number; readonly count: number }
}
