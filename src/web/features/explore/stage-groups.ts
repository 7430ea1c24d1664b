import type { Stage } from '../../../journey/map.ts'
import type { StageGroup } from '../../../journey/question.ts'

/** The stages of a map as a question takes them, named by their ids; a touchpoint belongs to the first step that names it. */
export function stageGroups(stages: readonly Stage[]): readonly StageGroup[] {
  const seen = new Set<string>()
  return stages.map((stage) => ({
    stage: stage.id,
    touchpoints: stage.steps.flatMap((step) => step.touchpoints).filter((name) => !seen.has(name) && seen.add(name)),
  }))
}

export interface GroupWish {
  readonly group?: string
  readonly only?: string
}

/** The rows of the group that is shown where only one can be: the wished one, else the first. All rows when nothing is grouped. */
export function inGroup<Row extends { readonly group?: string }>(rows: readonly Row[], wish: GroupWish): readonly Row[] {
  if (wish.group === undefined) return rows
  const group = rows.some((row) => row.group === wish.only) ? wish.only : rows[0]?.group
  return rows.filter((row) => row.group === group)
}
