import type { Evidence } from './evidence.ts'
import type { CardChange, CardFlag, CardPlace } from './map-change.ts'
import type { Card, CardBody, JourneyMap } from './map.ts'
import { movedItems } from './moved-items.ts'
import { sameValue } from './same-value.ts'

/** What differs between the cards of two states of a map, in the order of the later one; removed cards first. */
export function diffCards(before: JourneyMap, after: JourneyMap): CardChange[] {
  const old = places(before.cards)
  const now = places(after.cards)
  const moved = movedWithinCells(before.cards, after.cards)
  return [
    ...before.cards.filter((card) => !now.has(card.id)).map((card) => ({ what: 'card' as const, kind: 'removed' as const, card })),
    ...after.cards.flatMap((card): CardChange[] => {
      const was = old.get(card.id)
      const is = now.get(card.id)
      if (!was || !is) return [{ what: 'card', kind: 'added', card }]
      const movedHere = elsewhere(was.place, is.place) || (moved.has(card.id) && sameCell(was.place, is.place))
      return [
        ...(movedHere ? [{ what: 'card' as const, kind: 'moved' as const, card, before: was.place, after: is.place }] : []),
        ...diffContent(was.card, card),
      ]
    }),
  ]
}

/** A card of a step goes where its step goes: only another step or lane is a move of its own. */
const elsewhere = (was: CardPlace, is: CardPlace): boolean =>
  was.lane !== is.lane || was.step !== is.step || (is.step === undefined && was.stage !== is.stage)
const sameCell = (was: CardPlace, is: CardPlace): boolean => was.lane === is.lane && was.step === is.step

const cellOf = (card: Card): string => JSON.stringify([card.lane, card.step ?? null, card.step === undefined ? card.stage : null])

function places(cards: readonly Card[]) {
  const next = new Map<string, number>()
  return new Map(
    cards.map((card) => {
      const cell = cellOf(card)
      const place = next.get(cell) ?? 0
      next.set(cell, place + 1)
      return [card.id, { card, place: { lane: card.lane, stage: card.stage, step: card.step, place } }] as const
    }),
  )
}

/** Cards that stand elsewhere among those that stayed in their cell. */
function movedWithinCells(before: readonly Card[], after: readonly Card[]): ReadonlySet<string> {
  const old = Map.groupBy(before, cellOf)
  const now = Map.groupBy(after, cellOf)
  const ids = (cards: readonly Card[]): string[] => cards.map((card) => card.id)
  return new Set([...now].flatMap(([cell, cards]) => [...movedItems(ids(old.get(cell) ?? []), ids(cards))]))
}

const flags: readonly CardFlag[] = ['pinned', 'hidden', 'assumed']

function diffContent(was: Card, is: Card): CardChange[] {
  const about = { what: 'card' as const, card: is }
  const changes: CardChange[] = []
  if (!sameValue(plainBody(was.body), plainBody(is.body))) changes.push({ ...about, kind: 'body', before: was.body, after: is.body })
  else if (!sameValue(marksOf(was.body), marksOf(is.body))) changes.push({ ...about, kind: 'formatting', of: 'text' })
  if ((was.note ?? '') !== (is.note ?? '')) changes.push({ ...about, kind: 'note', before: was.note, after: is.note })
  else if (!sameValue(was.noteMarks ?? [], is.noteMarks ?? [])) changes.push({ ...about, kind: 'formatting', of: 'note' })
  if ((was.owner ?? '') !== (is.owner ?? '')) changes.push({ ...about, kind: 'owner', before: was.owner, after: is.owner })
  for (const flag of flags) if (was[flag] !== is[flag]) changes.push({ ...about, kind: 'flag', flag, on: is[flag] === true })
  if (was.findOut !== is.findOut) changes.push({ ...about, kind: 'find out', before: was.findOut, after: is.findOut })
  if (!sameValue(was.personas ?? [], is.personas ?? []))
    changes.push({ ...about, kind: 'personas', before: was.personas ?? [], after: is.personas ?? [] })
  const added = lacking(is.evidence, was.evidence)
  const removed = lacking(was.evidence, is.evidence)
  if (added.length > 0 || removed.length > 0 || !sameValue(was.evidence, is.evidence))
    changes.push({ ...about, kind: 'evidence', added, removed })
  if (!sameValue(was.standing, is.standing)) changes.push({ ...about, kind: 'standing', before: was.standing, after: is.standing })
  return changes
}

const marksOf = (body: CardBody) => (body.kind === 'text' ? (body.marks ?? []) : [])
const plainBody = (body: CardBody): CardBody => (body.kind === 'text' ? { kind: 'text', text: body.text } : body)

/** Those of `here` that are not in `there`; the same piece twice counts twice. */
function lacking(here: readonly Evidence[], there: readonly Evidence[]): readonly Evidence[] {
  const left = [...there]
  return here.filter((piece) => {
    const at = left.findIndex((other) => sameValue(other, piece))
    if (at < 0) return true
    left.splice(at, 1)
    return false
  })
}
