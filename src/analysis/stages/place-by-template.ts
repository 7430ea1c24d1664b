import type { TouchpointRow } from '../../journey/answer.ts'
import { placeTouchpoint } from '../../journey/place-touchpoint.ts'
import type { Template } from '../../journey/template.ts'
import { byText, sum } from '../by-order.ts'
import type { StageDraft } from './plan-stages.ts'

interface Placed {
  readonly row: TouchpointRow
  readonly stage: number
  /** The words of the template that decided; absent when the order decided. */
  readonly match?: string
}

/**
 * The template's stages with the touchpoints its rules match; every other touchpoint goes to the stage whose matched
 * touchpoints lie nearest by mean position (ties: the earlier stage). Where nothing matches, positions are cut evenly.
 */
export function placeByTemplate(rows: readonly TouchpointRow[], template: Template): readonly StageDraft[] {
  const matched = rows.flatMap((row): Placed[] => {
    const found = placeTouchpoint(template, row.touchpoint)
    return found ? [{ row, stage: found.stage, match: found.match }] : []
  })
  const known = new Set(matched.map(({ row }) => row.touchpoint))
  const nearest = nearestStage(matched, template.stages.length)
  const others = rows.filter((row) => !known.has(row.touchpoint)).map((row): Placed => ({ row, stage: nearest(row.position) }))
  return template.stages.map(({ name, purpose }, stage) => {
    const here = [...matched, ...others].filter((placed) => placed.stage === stage)
    const byOrder = here
      .filter(({ match }) => match === undefined)
      .map(({ row }) => row.touchpoint)
      .sort(byText)
    return { name, purpose, rule: rule(template, here), rows: here.map(({ row }) => row), byOrder }
  })
}

function nearestStage(matched: readonly Placed[], stages: number): (position: number) => number {
  if (matched.length === 0) return (position) => Math.min(stages - 1, Math.floor(position * stages))
  const centres = Array.from({ length: stages }, (_, stage) =>
    matched.filter((placed) => placed.stage === stage).map(({ row }) => row.position),
  )
    .map((positions, stage) => ({ stage, centre: sum(positions) / positions.length }))
    .filter(({ centre }) => !Number.isNaN(centre))
  return (position) =>
    centres.reduce((best, next) => (Math.abs(next.centre - position) < Math.abs(best.centre - position) ? next : best)).stage
}

function rule(template: Template, here: readonly Placed[]): string {
  const words = [...new Set(here.flatMap(({ match }) => (match === undefined ? [] : [match])))].sort(byText)
  const byOrder = here.filter(({ match }) => match === undefined).length
  if (here.length === 0) return `Template "${template.title}": no touchpoint matches this stage.`
  const named = words.length > 0 ? [`names that hold ${list(words)}`] : []
  const ordered = byOrder > 0 ? [`${byOrder} placed by order of occurrence`] : []
  return `Template "${template.title}": ${[...named, ...ordered].join('; ')}.`
}

function list(words: readonly string[]): string {
  const shown = words.slice(0, 8).map((word) => `"${word}"`)
  return words.length > 8 ? `${shown.join(', ')} and ${words.length - 8} more` : shown.join(', ')
}
