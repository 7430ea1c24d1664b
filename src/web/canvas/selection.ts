import type { CardId } from '../../journey/map.ts'
import type { Stop } from './grid-stops.ts'

/** The chosen cards, and the one that a range grows from. */
export interface Selection {
  readonly cards: ReadonlySet<CardId>
  readonly anchor: CardId | undefined
}

export const nothing: Selection = { cards: new Set(), anchor: undefined }
export const only = (card: CardId): Selection => ({ cards: new Set([card]), anchor: card })
export const several = (cards: Iterable<CardId>): Selection => {
  const set = new Set(cards)
  return { cards: set, anchor: [...set][0] }
}

/** Adds the card, or takes it away if it is chosen. */
export function toggled(selection: Selection, card: CardId): Selection {
  const cards = new Set(selection.cards)
  if (cards.delete(card)) return { cards, anchor: selection.anchor === card ? [...cards][0] : selection.anchor }
  return { cards: cards.add(card), anchor: card }
}

/** Every card of the rectangle of lanes and columns between the anchor and this card. */
export function extended(selection: Selection, card: CardId, stops: readonly Stop[]): Selection {
  const find = (id: CardId | undefined): Stop | undefined => stops.find((stop) => stop.focus.kind === 'card' && stop.focus.id === id)
  const from = find(selection.anchor)
  const to = find(card)
  if (!from || !to) return only(card)
  const between = (value: number, a: number, b: number): boolean => value >= Math.min(a, b) && value <= Math.max(a, b)
  const sameCell = from.cell.key === to.cell.key
  const inside = stops.filter(
    (stop) =>
      between(stop.row, from.row, to.row) &&
      between(stop.column, from.column, to.column) &&
      (!sameCell || (stop.cell.key === from.cell.key && between(stop.depth, from.depth, to.depth))),
  )
  return { cards: new Set(inside.flatMap((stop) => (stop.focus.kind === 'card' ? [stop.focus.id] : []))), anchor: selection.anchor }
}
