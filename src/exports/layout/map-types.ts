import type { Card, Lane, Stage, Step } from '../../journey/map.ts'
import type { CardFace } from '../card-face.ts'

export interface MapOptions {
  /** Pixels that the whole map should take; it grows where the steps need more. Default 1840. */
  readonly width?: number
  /** A column for every step, or cards of a stage's steps together; by default columns where they fit the width. */
  readonly detail?: 'steps' | 'stages'
  /** Default 128. */
  readonly laneHeadWidth?: number
}

export interface PlacedStep {
  readonly step: Step
  readonly x: number
  readonly width: number
  readonly lines: readonly string[]
}

export interface PlacedStage {
  readonly stage: Stage
  readonly index: number
  readonly x: number
  readonly width: number
  readonly nameLines: readonly string[]
  readonly steps: readonly PlacedStep[]
}

/** A card with its text broken into lines, in the map's own coordinates (the first lane starts at y = 0). */
export interface PlacedCard {
  readonly card: Card
  readonly face: CardFace
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly titleLines: readonly string[]
  readonly detailLines: readonly string[]
  readonly noteLines: readonly string[]
  /** The figure stands on a line of its own where the card is too narrow for both. */
  readonly figureBeside: boolean
}

export interface PlacedLane {
  readonly lane: Lane
  readonly y: number
  readonly height: number
  readonly nameLines: readonly string[]
  readonly cards: readonly PlacedCard[]
  /** Stages in which nothing stands. */
  readonly empty: readonly number[]
}

export interface MapLayout {
  readonly width: number
  readonly laneHeadWidth: number
  readonly detail: 'steps' | 'stages'
  readonly stages: readonly PlacedStage[]
  /** Height of the stages' names and of the steps' names. */
  readonly stageNameHeight: number
  readonly stepHeight: number
  readonly lanes: readonly PlacedLane[]
  readonly lanesHeight: number
}
