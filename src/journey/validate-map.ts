import type { Card, JourneyMap, Lane, Stage } from './map.ts'
import { badCurves, badMarks, badPictures, unknownPersonas } from './validate-additions.ts'

/** Something in a map that cannot be: what and where, for a person to mend. */
export interface MapProblem {
  readonly code:
    | 'repeated-id'
    | 'unknown-lane'
    | 'unknown-stage'
    | 'unknown-step'
    | 'unknown-persona'
    | 'no-steps'
    | 'bad-number'
    | 'bad-mark'
    | 'bad-link'
    | 'bad-picture'
  /** JSON path: "cards[3].lane". */
  readonly path: string
  readonly message: string
}

/** Every broken rule of a map whose shape is right; an empty list when it may be shown. */
export function validateMap(map: JourneyMap): readonly MapProblem[] {
  return rules.flatMap((rule) => rule(map))
}

const rules: readonly ((map: JourneyMap) => readonly MapProblem[])[] = [
  repeatedIds,
  emptyStages,
  homelessCards,
  lostRibbons,
  lostPoints,
  badNumbers,
  unknownPersonas,
  badMarks,
  badPictures,
  badCurves,
]

function repeatedIds({ stages, lanes, cards, personas }: JourneyMap): readonly MapProblem[] {
  const steps = stages.flatMap((stage, s) => stage.steps.map(({ id }, i) => ({ id, path: `stages[${s}].steps[${i}].id` })))
  const named = (list: readonly (Stage | Lane | Card | JourneyMap['personas'][number])[], of: string) =>
    list.map(({ id }, i) => ({ id, path: `${of}[${i}].id` }))
  return [named(stages, 'stages'), steps, named(lanes, 'lanes'), named(cards, 'cards'), named(personas, 'personas')].flatMap((list) =>
    laterOnes(list).map(({ id, path }) => ({
      code: 'repeated-id' as const,
      path,
      message: `The id "${id}" is used more than once; give one of them another.`,
    })),
  )
}

function laterOnes<Named extends { readonly id: string }>(list: readonly Named[]): readonly Named[] {
  const seen = new Set<string>()
  return list.filter(({ id }) => {
    const again = seen.has(id)
    seen.add(id)
    return again
  })
}

function emptyStages({ stages }: JourneyMap): readonly MapProblem[] {
  return stages.flatMap(({ name, steps }, s) =>
    steps.length > 0
      ? []
      : [{ code: 'no-steps' as const, path: `stages[${s}].steps`, message: `Stage "${name}" has no step; a stage has at least one.` }],
  )
}

function homelessCards({ stages, lanes, cards }: JourneyMap): readonly MapProblem[] {
  const laneIds = new Set(lanes.map(({ id }) => id))
  const byId = new Map(stages.map((stage) => [stage.id, stage]))
  return cards.flatMap(({ id, lane, stage, step }, c): readonly MapProblem[] => {
    const home = byId.get(stage)
    const noLane = laneIds.has(lane)
      ? []
      : [
          {
            code: 'unknown-lane' as const,
            path: `cards[${c}].lane`,
            message: `Card "${id}" lies in lane "${lane}", which is not on the map.`,
          },
        ]
    const noStage = home
      ? []
      : [
          {
            code: 'unknown-stage' as const,
            path: `cards[${c}].stage`,
            message: `Card "${id}" lies in stage "${stage}", which is not on the map.`,
          },
        ]
    const strayed = step !== undefined && home && !home.steps.some((candidate) => candidate.id === step)
    const noStep = strayed
      ? [
          {
            code: 'unknown-step' as const,
            path: `cards[${c}].step`,
            message: `Card "${id}" lies in step "${step}", which is no step of its stage.`,
          },
        ]
      : []
    return [...noLane, ...noStage, ...noStep]
  })
}

function lostRibbons({ stages, river }: JourneyMap): readonly MapProblem[] {
  const ids = new Set<string>(stages.map(({ id }) => id))
  return (river?.ribbons ?? []).flatMap((ribbon, r) =>
    (['from', 'to'] as const).flatMap((side): readonly MapProblem[] => {
      const end = ribbon[side]
      if (end.kind !== 'stage' || ids.has(end.stage)) return []
      return [
        {
          code: 'unknown-stage',
          path: `river.ribbons[${r}].${side}`,
          message: `A ribbon of the river touches stage "${end.stage}", which is not on the map.`,
        },
      ]
    }),
  )
}

function lostPoints({ stages, emotion }: JourneyMap): readonly MapProblem[] {
  const byId = new Map(stages.map((stage) => [stage.id, stage]))
  return (emotion?.points ?? []).flatMap(({ stage, step }, p): readonly MapProblem[] => {
    const home = byId.get(stage)
    if (!home)
      return [
        {
          code: 'unknown-stage',
          path: `emotion.points[${p}].stage`,
          message: `The emotion curve has a point at stage "${stage}", which is not on the map.`,
        },
      ]
    if (step === undefined || home.steps.some((candidate) => candidate.id === step)) return []
    return [
      {
        code: 'unknown-step',
        path: `emotion.points[${p}].step`,
        message: `The emotion curve has a point at step "${step}", which is no step of its stage.`,
      },
    ]
  })
}

function badNumbers({ cards, stages }: JourneyMap): readonly MapProblem[] {
  const outside = (path: string, value: number, [low, high]: readonly [number, number]): readonly MapProblem[] =>
    value >= low && value <= high ? [] : [{ code: 'bad-number', path, message: `${value} lies outside ${low} to ${high}.` }]
  const ofStages = stages.flatMap(({ numbers }, s) =>
    numbers
      ? [
          ...outside(`stages[${s}].numbers.reach`, numbers.reach, [0, 1]),
          ...outside(`stages[${s}].numbers.exitRate`, numbers.exitRate, [0, 1]),
        ]
      : [],
  )
  const ofCards = cards.flatMap(({ body }, c) => {
    if (body.kind === 'touchpoint') return body.reach === null ? [] : outside(`cards[${c}].body.reach`, body.reach, [0, 1])
    if (body.kind === 'channel') return outside(`cards[${c}].body.share`, body.share, [0, 1])
    if (body.kind === 'emotion') return body.mean === null ? [] : outside(`cards[${c}].body.mean`, body.mean, [-1, 1])
    return []
  })
  return [...ofStages, ...ofCards]
}
