import type { TargetKind, ThreadTarget } from '../contract/comments.ts'
import { cardFace } from '../exports/card-face.ts'
import type { JourneyMap } from '../journey/map.ts'
import type { StoredTarget } from '../state/stored-comments.ts'

const longestName = 120

/** What a thing of the map is called now; undefined when it is not there (any more). */
export function targetName(
  map: JourneyMap,
  mapId: string,
  { kind, id }: { readonly kind: TargetKind; readonly id: string },
): string | undefined {
  if (kind === 'map') return id === mapId ? map.title : undefined
  if (kind === 'stage') return map.stages.find((stage) => stage.id === id)?.name
  const card = map.cards.find((one) => one.id === id)
  if (!card) return undefined
  const title = cardFace(card).title.replace(/\s+/g, ' ').trim()
  const lane = map.lanes.find((one) => one.id === card.lane)?.name ?? 'Card'
  return title === '' ? `Empty card in ${lane}` : shortened(title)
}

/** Today's name, or the one it had when it was removed. */
export function presentTarget(map: JourneyMap, mapId: string, target: StoredTarget): ThreadTarget {
  const name = targetName(map, mapId, target)
  return { kind: target.kind, id: target.id, name: name ?? target.name, gone: name === undefined }
}

function shortened(text: string): string {
  const signs = [...text]
  return signs.length <= longestName ? text : `${signs.slice(0, longestName - 1).join('')}…`
}
