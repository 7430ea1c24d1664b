import { standardLanes } from '../../../journey/standard-lanes.ts'
import type { LaneId, LaneKind, Stage, StageId, Step, StepId } from '../../../journey/map.ts'
import type { Editor } from '../editor.ts'
import { newId } from '../new-id.ts'

export function addStage(editor: Editor, before: StageId | null): void {
  const stage = newId<StageId>('stage')
  if (editor.apply('New stage', [{ kind: 'add-stage', stage, step: newId<StepId>('step'), name: 'New stage', before }]))
    editor.edit({ kind: 'head', of: 'stage', id: stage })
}

export function addStep(editor: Editor, stage: Stage, before: StepId | null): void {
  const step = newId<StepId>('step')
  if (editor.apply('New step', [{ kind: 'add-step', step, stage: stage.id, name: 'New step', before }]))
    editor.edit({ kind: 'head', of: 'step', id: step })
}

export function addLane(editor: Editor, laneKind: LaneKind, before: LaneId | null): void {
  const lane = newId<LaneId>('lane')
  const { name, hint } = standardLanes[laneKind]
  if (editor.apply(`New lane: ${name}`, [{ kind: 'add-lane', lane, laneKind, name, hint, before }])) editor.say(`Lane ${name} added.`)
}

const at = <Item extends { readonly id: string }>(items: readonly Item[], id: string): number => items.findIndex((item) => item.id === id)

/** Moves a stage one place to the left or right. */
export function moveStage(editor: Editor, stage: StageId, side: 1 | -1): void {
  const { stages } = editor.store.layout()
  const before = stages[at(stages, stage) + (side === 1 ? 2 : -1)]?.id ?? null
  if (side === -1 && before === null) return
  if (editor.apply('Move a stage', [{ kind: 'move-stage', stage, before }])) editor.say(`Stage moved ${side === 1 ? 'right' : 'left'}.`)
}

/** Moves a step one place, into the next stage when it stands at the edge of its own. */
export function moveStep(editor: Editor, step: StepId, side: 1 | -1): void {
  const { stages } = editor.store.layout()
  const index = stages.findIndex((stage) => stage.steps.some((one) => one.id === step))
  const stage = stages[index]
  if (!stage) return
  const place = at(stage.steps, step) + side
  const inside = place >= 0 && place < stage.steps.length
  const into = inside ? stage : stages[index + side]
  if (!into) return
  const before = inside ? (stage.steps[place + (side === 1 ? 1 : 0)]?.id ?? null) : side === 1 ? (into.steps[0]?.id ?? null) : null
  if (editor.apply('Move a step', [{ kind: 'move-step', step, stage: into.id, before }]))
    editor.say(inside ? 'Step moved.' : `Step moved to ${into.name}.`)
}

export function moveLane(editor: Editor, lane: LaneId, side: 1 | -1): void {
  const { lanes } = editor.store.layout()
  const before = lanes[at(lanes, lane) + (side === 1 ? 2 : -1)]?.id ?? null
  if (side === -1 && before === null) return
  if (editor.apply('Move a lane', [{ kind: 'move-lane', lane, before }])) editor.say(`Lane moved ${side === 1 ? 'down' : 'up'}.`)
}

/** Splits a stage at the middle of its steps; undefined at is the second step. */
export function splitStage(editor: Editor, stage: Stage): void {
  const step = stage.steps[Math.ceil(stage.steps.length / 2)]
  if (!step) {
    editor.say('A stage with one step cannot be split. Add a step first.', true)
    return
  }
  const newStage = newId<StageId>('stage')
  if (editor.apply('Split a stage', [{ kind: 'split-stage', stage: stage.id, at: step.id, newStage, name: step.name }]))
    editor.edit({ kind: 'head', of: 'stage', id: newStage })
}

/** Splits a step: the second half of its touchpoints goes to the new one. */
export function splitStep(editor: Editor, step: Step): void {
  const newStep = newId<StepId>('step')
  const touchpoints = step.touchpoints.slice(Math.ceil(step.touchpoints.length / 2))
  const done = editor.apply('Split a step', [
    { kind: 'split-step', step: step.id, newStep, name: touchpoints[0] ?? `${step.name}, continued`, touchpoints, cards: [] },
  ])
  if (done) editor.edit({ kind: 'head', of: 'step', id: newStep })
}
