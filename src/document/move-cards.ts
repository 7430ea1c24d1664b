import * as Y from 'yjs'
import type { Place } from '../journey/edit.ts'
import { type CardPlace, cardsIn, homeOf } from './arrange.ts'
import { setOrders } from './edit-plan.ts'
import { orderBefore } from './order-keys.ts'
import { byOrder, type Entry, entryAt, livingOf, type Ordered, orderedEntry, put, type Roots } from './roots.ts'

/** Puts cards, in this order, before another card of the cell; what is moved already does not count as that card. */
export function placeCards(roots: Roots, cards: readonly string[], place: Place): void {
  const cell = cardsIn(roots, place)
  const moving = new Set(cards)
  const at = cell.findIndex(({ id }) => id === place.before)
  const before = at < 0 ? undefined : cell.slice(at).find(({ id }) => !moving.has(id))
  const others = cell.filter(({ id }) => !moving.has(id))
  const orders = orderBefore(others, cards, before?.id ?? null)
  for (const id of cards) {
    const entry = entryAt(roots.cards, id)
    if (entry) settle(entry, place)
  }
  setOrders(roots.cards, orders)
}

/** Moves all cards of one place to the end of another, lane by lane; removed ones too, so that they can be restored there. */
export function appendCards(roots: Roots, from: Omit<CardPlace, 'lane'>, to: Omit<CardPlace, 'lane'>): void {
  const moved = new Map<string, Ordered[]>()
  roots.cards.forEach((value, id) => {
    if (!(value instanceof Y.Map)) return
    const entry = value as Entry
    const home = homeOf(roots, entry)
    const lane = entry.get('lane')
    if (home.stage !== from.stage || home.step !== from.step || typeof lane !== 'string') return
    moved.set(lane, [...(moved.get(lane) ?? []), orderedEntry(id, entry)])
  })
  const lanes = new Set(livingOf(roots.lanes).map(({ id }) => id))
  for (const [lane, cards] of moved) {
    const sorted = cards.sort(byOrder)
    const target = lanes.has(lane) ? cardsIn(roots, { lane, ...to }) : []
    const orders = orderBefore(
      target,
      sorted.map(({ id }) => id),
      null,
    )
    for (const { entry } of sorted) settle(entry, { lane, ...to })
    setOrders(roots.cards, orders)
  }
}

function settle(entry: Entry, { lane, stage, step }: CardPlace): void {
  put(entry, 'lane', lane)
  put(entry, 'stage', stage)
  put(entry, 'step', step)
}
