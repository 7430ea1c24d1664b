import type { TouchpointRow } from '../../journey/answer.ts'
import { placeTouchpoint } from '../../journey/place-touchpoint.ts'
import { general } from '../../journey/templates/general.ts'
import { templates } from '../../journey/templates/index.ts'
import { sum } from '../by-order.ts'
import type { StageDraft } from './plan-stages.ts'
import { byPosition, byReach } from './touchpoint-order.ts'

/** A template's words name stages when they match at least this share of all visits, and one stage's words that share of a segment's. */
const clearShare = 0.6

/** Names inferred stages: in the words of the template that fits the whole clearly, else after each stage's most reached touchpoint. */
export function nameStages(segments: readonly (readonly TouchpointRow[])[]): readonly StageDraft[] {
  const given = fittingWords(segments)
  return segments.map((rows, index) => {
    const word = given[index]
    const unique = word !== undefined && given.indexOf(word) === index && given.lastIndexOf(word) === index
    return { name: unique ? word : tellingName(rows), purpose: purposeOf(rows), rule: 'By order of occurrence.', rows, byOrder: [] }
  })
}

type Words = readonly (string | undefined)[]

/** Each segment's stage in the best fitting template; between equals the more special one, for its words say more. */
function fittingWords(segments: readonly (readonly TouchpointRow[])[]): Words {
  let best: { words: Words; fit: number } = { words: segments.map(() => undefined), fit: 0 }
  for (const template of [...templates.filter((other) => other !== general), general]) {
    const homes = new Map(segments.flat().map((row) => [row.touchpoint, placeTouchpoint(template, row.touchpoint)?.stage]))
    const matched = segments.flat().filter((row) => homes.get(row.touchpoint) !== undefined)
    const share = visits(matched) / Math.max(1, visits(segments.flat()))
    const found = segments.map((rows) => clearHome(rows, homes))
    const named = found.filter((home) => home !== undefined)
    const inOrder = named.every((home, index) => index === 0 || home > named[index - 1]!)
    const fit = named.length + share
    if (share < clearShare || !inOrder || named.length < Math.min(3, segments.length) || fit <= best.fit) continue
    best = { words: found.map((home) => (home === undefined ? undefined : template.stages[home]?.name)), fit }
  }
  return best.words
}

const visits = (rows: readonly TouchpointRow[]) => sum(rows.map((row) => row.journeys))

/** The template's stage that most visits of these touchpoints belong to, if clearly so. */
function clearHome(rows: readonly TouchpointRow[], homes: ReadonlyMap<string, number | undefined>): number | undefined {
  const byHome = Map.groupBy(rows, (row) => homes.get(row.touchpoint))
  return [...byHome.keys()].find((home) => home !== undefined && visits(byHome.get(home) ?? []) >= clearShare * Math.max(1, visits(rows)))
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
