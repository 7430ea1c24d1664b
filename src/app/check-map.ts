import type { CheckFinding } from '../contract/maps.ts'
import { checkMap as check } from '../journey/map-check/check-map.ts'
import type { Finding } from '../journey/map-check/finding.ts'
import type { JourneyMap } from '../journey/map.ts'
import type { Actor } from './actor.ts'
import { loadMap } from './maps.ts'
import { demand } from './permission.ts'
import type { Wend } from './wend.ts'

export interface MapCheck {
  readonly total: number
  readonly rows: readonly CheckFinding[]
}

/** What the map lacks, the gravest first. Refuses with `map_not_found`. */
export async function checkMap(actor: Actor, wend: Wend, id: string): Promise<MapCheck> {
  demand(actor, 'look')
  const { map } = await loadMap(actor, wend, id)
  return checkOf(map, wend.world.now())
}

/** The same for a map that is not stored; `now` is UTC milliseconds. */
export function checkOf(map: JourneyMap, now: number): MapCheck {
  const rows = together(check(map, { now }))
  return { total: rows.length, rows }
}

/** Findings that say the same of several cards are one, with all those cards. */
function together(findings: readonly Finding[]): readonly CheckFinding[] {
  const rows = new Map<string, CheckFinding>()
  for (const { code, severity, message, remedy, place } of findings) {
    const stage = place.kind === 'stage' ? { stage: place.stage } : {}
    const key = JSON.stringify([code, severity, message, remedy, stage])
    const row = rows.get(key) ?? { rule: code, severity, message, remedy, ...stage, cards: [] }
    rows.set(key, place.kind === 'card' ? { ...row, cards: [...row.cards, place.card] } : row)
  }
  return [...rows.values()]
}
