import type { HighlightUse } from '../contract/research.ts'
import { cardFace } from '../exports/card-face.ts'
import type { JourneyMap } from '../journey/map.ts'
import type { Wend } from './wend.ts'

/** Cards at the most that are told; a note used more often is used everywhere. */
const most = 500

/** Which cards of which maps cite a note's highlights, on the maps as they are now. */
export async function usesOfNote(wend: Wend, workspace: number, note: string): Promise<readonly HighlightUse[]> {
  const uses: HighlightUse[] = []
  for (const id of await wend.state.research.mapsNaming(workspace, note)) {
    if (uses.length >= most) break
    const map = await wend.live.read(workspace, id)
    if (map) uses.push(...usesOn(map, id, note))
  }
  return uses.slice(0, most)
}

const usesOn = (map: JourneyMap, id: string, note: string): readonly HighlightUse[] =>
  map.cards.flatMap((card) =>
    card.evidence.flatMap((evidence) =>
      evidence.kind === 'highlight' && evidence.note === note
        ? [{ highlight: evidence.highlight, map: id, mapTitle: map.title, card: card.id, cardText: cardFace(card).title.slice(0, 200) }]
        : [],
    ),
  )
