import { mapHealth, type MapHealth } from './map-check/map-health.ts'
import type { JourneyMap } from './map.ts'

/** A map in small, kept beside it so that a list of maps reads no maps. */
export interface MapPortrait {
  readonly health: MapHealth
  /** Names, at most 20. */
  readonly personas: readonly string[]
  /** Ids of the maps that its steps open, each once. */
  readonly opens: readonly string[]
  /** Steps of each stage, for a thumbnail; at most 24 stages. */
  readonly stages: readonly number[]
  /** Cards of each of the first 14 lanes, a number a stage. */
  readonly lanes: readonly (readonly number[])[]
  /** Mean of the emotion curve at each stage, measured or else drawn, −1..+1; null where there is none. */
  readonly moods: readonly (number | null)[]
}

export function mapPortrait(map: JourneyMap): MapPortrait {
  const stages = map.stages.slice(0, 24)
  const cells = new Map<string, number>()
  for (const card of map.cards) {
    if (card.hidden === true) continue
    const cell = `${card.lane}\n${card.stage}`
    cells.set(cell, (cells.get(cell) ?? 0) + 1)
  }
  const drawn = new Map(map.drawnCurves?.flatMap(({ points }) => points.map(({ step, value }) => [step, value] as const)))
  return {
    health: mapHealth(map, 0),
    personas: map.personas.slice(0, 20).map(({ name }) => name),
    opens: [...new Set(map.stages.flatMap((stage) => stage.steps.flatMap((step) => (step.map === undefined ? [] : [step.map]))))],
    stages: stages.map(({ steps }) => steps.length),
    lanes: map.lanes.slice(0, 14).map(({ id }) => stages.map((stage) => cells.get(`${id}\n${stage.id}`) ?? 0)),
    moods: stages.map((stage) => {
      const measured = (map.emotion?.points ?? []).flatMap((point) => (point.stage === stage.id && point.mean !== null ? [point.mean] : []))
      return mean(measured) ?? mean(stage.steps.flatMap((step) => drawn.get(step.id) ?? []))
    }),
  }
}

const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : Math.round((values.reduce((sum, value) => sum + value, 0) / values.length) * 100) / 100
