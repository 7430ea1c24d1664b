import type { TouchpointRow } from '../../journey/answer.ts'
import { placeTouchpoint } from '../../journey/place-touchpoint.ts'
import type { Template } from '../../journey/template.ts'
import { general } from '../../journey/templates/general.ts'
import { templates } from '../../journey/templates/index.ts'
import { sum } from '../by-order.ts'
import type { StageDraft } from './plan-stages.ts'
import { byPosition, byReach } from './touchpoint-order.ts'

/** A template's words name a stage when they fit at least this share of its visits, and of the whole log's. */
const clearShare = 0.6

/** Names inferred stages: in the words of the template that fits the whole clearly, else after each stage's most reached touchpoint. */
export function nameStages(segments: readonly (readonly TouchpointRow[])[]): readonly StageDraft[] {
  const template = fittingTemplate(segments)
  const given = segments.map((rows) => (template ? stageWord(template, rows) : undefined))
  return segments.map((rows, index) => {
    const word = given[index]
    const unique = word !== undefined && given.indexOf(word) === index && given.lastIndexOf(word) === index
    return { name: unique ? word : tellingName(rows), purpose: purposeOf(rows), rule: 'By order of occurrence.', rows, byOrder: [] }
  })
}

/** The best fit; between equals the more special template, for its words say more. */
function fittingTemplate(segments: readonly (readonly TouchpointRow[])[]): Template | undefined {
  const rows = segments.flat()
  let best: { template: Template; fit: number } | undefined
  for (const template of [...templates.filter((other) => other !== general), general]) {
    const named = segments.map((segment) => stageWord(template, segment)).filter((name) => name !== undefined)
    const order = named.map((name) => template.stages.findIndex((stage) => stage.name === name))
    const inOrder = order.every((stage, index) => index === 0 || stage > order[index - 1]!)
    if (!inOrder || named.length < Math.min(3, segments.length)) continue
    const fit = named.length + shareMatched(template, rows)
    if (shareMatched(template, rows) >= clearShare && fit > (best?.fit ?? 0)) best = { template, fit }
  }
  return best?.template
}

/** The template's stage that most visits of these touchpoints belong to, if clearly so. */
function stageWord(template: Template, rows: readonly TouchpointRow[]): string | undefined {
  const visits = template.stages.map((_, stage) =>
    sum(rows.filter((row) => placeTouchpoint(template, row.touchpoint)?.stage === stage).map((row) => row.journeys)),
  )
  const most = Math.max(...visits)
  const all = sum(rows.map((row) => row.journeys))
  return all > 0 && most >= clearShare * all ? template.stages[visits.indexOf(most)]?.name : undefined
}

function shareMatched(template: Template, rows: readonly TouchpointRow[]): number {
  const matched = rows.filter((row) => placeTouchpoint(template, row.touchpoint) !== undefined)
  return sum(matched.map((row) => row.journeys)) / Math.max(1, sum(rows.map((row) => row.journeys)))
}

function tellingName(rows: readonly TouchpointRow[]): string {
  const name = [...rows].sort(byReach)[0]?.touchpoint ?? 'Stage'
  return name.charAt(0).toUpperCase() + name.slice(1)
}

function purposeOf(rows: readonly TouchpointRow[]): string {
  const sorted = [...rows].sort(byPosition)
  const [first, last] = [sorted[0]?.touchpoint, sorted.at(-1)?.touchpoint]
  if (first === undefined || last === undefined) return 'No touchpoint falls here.'
  return first === last ? `Journeys pass "${first}".` : `Journeys go from "${first}" to "${last}".`
}
