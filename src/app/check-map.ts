import type { CheckFinding } from '../contract/maps.ts'
import type { Actor } from './actor.ts'
import { loadMap } from './maps.ts'
import { demand } from './permission.ts'
import type { Wend } from './wend.ts'

/** What the map lacks. Refuses with `map_not_found`. */
export async function checkMap(
  actor: Actor,
  wend: Wend,
  id: string,
): Promise<{ readonly total: number; readonly rows: readonly CheckFinding[] }> {
  demand(actor, 'look')
  const { map } = await loadMap(actor, wend, id)
  const rows: readonly CheckFinding[] = map.cards
    .filter((card) => card.standing.kind === 'assumed')
    .map((card) => ({ rule: 'no-evidence', message: '', cards: [card.id] }))
  return { total: rows.length, rows }
}
