import type { TouchpointRow, TransitionRow } from '../../journey/answer.ts'
import { slug, uniqueIds } from '../../journey/slug.ts'
import type { Template } from '../../journey/template.ts'
import { sum } from '../by-order.ts'
import { flowOrder } from './flow-order.ts'
import { inferStages } from './infer-stages.ts'
import { placeByTemplate } from './place-by-template.ts'
import { planSteps } from './plan-steps.ts'
import type { PlannedStage, StagePlan } from './stage-plan.ts'
import { byPosition, byReach } from './touchpoint-order.ts'

export interface StageInput {
  readonly touchpoints: readonly TouchpointRow[]
  readonly transitions: readonly TransitionRow[]
  readonly template?: Template
}

/** A stage with its touchpoints, before ids and steps. */
export interface StageDraft {
  readonly name: string
  readonly purpose: string
  readonly rule: string
  readonly rows: readonly TouchpointRow[]
  readonly byOrder: readonly string[]
}

/** Touchpoints that get a step of their own at the most, by reach; the others share a step "Other". */
const maxImportant = 60
/** Touchpoints laid on a map at the most; the rest is counted in a note. */
const maxPlaced = 1000

/** Puts touchpoints into stages: a template's, by its rules, or without one stages inferred from order and position. */
export function planStages({ touchpoints, transitions, template }: StageInput): StagePlan {
  const ranked = [...touchpoints].sort(byReach)
  const order = flowOrder(ranked.slice(0, maxPlaced), transitions)
  const placed = ranked.slice(0, maxPlaced).map((row) => ({ ...row, position: order.get(row.touchpoint) ?? row.position }))
  const important = new Set(ranked.slice(0, maxImportant).map((row) => row.touchpoint))
  const drafts = template ? placeByTemplate(placed, template) : inferStages(placed, transitions, important)
  const uniqueId = uniqueIds()
  return {
    template: template?.name ?? null,
    stages: drafts.map((draft) => finish(draft, uniqueId(slug(draft.name)), important)),
    notes: [...groupedNote(ranked), ...leftOutNote(ranked.slice(maxPlaced))],
  }
}

function finish(draft: StageDraft, id: string, important: ReadonlySet<string>): PlannedStage {
  const rows = [...draft.rows].sort(byPosition)
  const { name, purpose, rule, byOrder } = draft
  return { id, name, purpose, rule, byOrder, touchpoints: rows.map((row) => row.touchpoint), steps: planSteps(rows, important) }
}

function groupedNote(ranked: readonly TouchpointRow[]): readonly string[] {
  const minor = ranked.slice(maxImportant, maxPlaced)
  if (minor.length === 0) return []
  return [
    `${minor.length} of ${ranked.length} touchpoints (${occurrences(minor)}) are reached least; they are grouped as "Other" in their stages.`,
  ]
}

function leftOutNote(left: readonly TouchpointRow[]): readonly string[] {
  if (left.length === 0) return []
  return [
    `${left.length} touchpoints (${occurrences(left)}) are in no stage: a map holds the ${maxPlaced} most reached. Group them in the recipe to see them.`,
  ]
}

const occurrences = (rows: readonly TouchpointRow[]) => `${sum(rows.map((row) => row.occurrences))} occurrences`
