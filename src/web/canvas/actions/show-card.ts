import type { CardId } from '../../../journey/map.ts'
import type { Editor } from '../editor.ts'
import type { View } from '../view-state.ts'

/** Brings a card into the middle of the screen; a folded lane or stage opens for it. */
export function showCard(editor: Editor, view: View, id: CardId): void {
  const card = editor.store.card(id)
  if (!card) return
  if (view.state.collapsedLanes.includes(card.lane)) view.toggle('collapsedLanes', card.lane)
  if (view.state.collapsedStages.includes(card.stage)) view.toggle('collapsedStages', card.stage)
  requestAnimationFrame(() => document.getElementById(`card-${id}`)?.scrollIntoView({ block: 'center', inline: 'center' }))
}
