import type { Edit, OwnBody, Place } from '../../../journey/edit.ts'
import type { CardId, LaneKind } from '../../../journey/map.ts'
import type { Editor } from '../editor.ts'
import type { GridCell } from '../grid-rows.ts'
import { moveStop, type MoveKey, type Stop } from '../grid-stops.ts'
import { newId } from '../new-id.ts'
import { only, several } from '../selection.ts'

/** The place before a card of a cell, or at its end. Where steps are not drawn, a card lies in the step of the one it stands before. */
export function placeIn(editor: Editor, cell: GridCell, before: CardId | null): Place {
  const neighbour = before === null ? undefined : editor.store.card(before)
  const { lane, stage } = cell
  return { lane, stage, step: neighbour ? (neighbour.step ?? null) : cell.step, before }
}

/** What a new card of a lane is at first. */
export function newBody(kind: LaneKind): OwnBody {
  if (kind === 'kpis') return { kind: 'kpi', name: 'New KPI', value: null, unit: 'rate' }
  if (kind === 'touchpoints')
    return {
      kind: 'touchpoint',
      touchpoint: 'New touchpoint',
      channel: '',
      journeys: null,
      reach: null,
      occurrences: null,
      p50ToNext: null,
    }
  return { kind: 'text', text: '' }
}

/** Adds a card and opens it: a text to be typed, anything else in the panel at the side. */
export function addCard(
  editor: Editor,
  cell: GridCell,
  options: { readonly before?: CardId | null; readonly body?: OwnBody } = {},
): CardId | undefined {
  const id = newId<CardId>('card')
  const lane = editor.store.layout().lanes.find((one) => one.id === cell.lane)
  const body = options.body ?? newBody(lane?.kind ?? 'custom')
  const done = editor.apply('New card', [{ kind: 'add-card', card: id, place: placeIn(editor, cell, options.before ?? null), body }])
  if (!done) return undefined
  editor.select(only(id))
  editor.moveTo({ kind: 'card', id })
  if (body.kind === 'text') {
    if (body.text === '') editor.fresh = id
    editor.edit({ kind: 'card', id })
  } else editor.onOpenCard(id)
  return id
}

export const stopOfCard = (editor: Editor, card: CardId): Stop | undefined =>
  editor.stops().find((stop) => stop.focus.kind === 'card' && stop.focus.id === card)

/** A new card right under this one. */
export function addBelow(editor: Editor, card: CardId): void {
  const cell = stopOfCard(editor, card)?.cell
  if (cell) addCard(editor, cell, { before: cell.cards[cell.cards.indexOf(card) + 1] ?? null, body: { kind: 'text', text: '' } })
}

/** Opens the next cell of the lane: its first card if that is a text, else a new card. */
export function editNeighbour(editor: Editor, card: CardId, side: 1 | -1): void {
  const stops = editor.stops()
  const stop = moveStop(stops, { kind: 'card', id: card }, side === 1 ? 'ArrowRight' : 'ArrowLeft')
  if (!stop) return
  editor.moveTo(stop.focus)
  if (stop.focus.kind === 'cell') addCard(editor, stop.cell)
  else if (editor.store.card(stop.focus.id)?.body.kind === 'text') editor.edit({ kind: 'card', id: stop.focus.id })
  editor.select(stop.focus.kind === 'card' ? only(stop.focus.id) : editor.selection)
}

export function removeChosen(editor: Editor): void {
  const cards = editor.chosen()
  if (cards.length === 0) return
  const next = cards.at(-1)
  const stop =
    next === undefined
      ? undefined
      : (moveStop(editor.stops(), { kind: 'card', id: next }, 'ArrowDown') ??
        moveStop(editor.stops(), { kind: 'card', id: next }, 'ArrowUp'))
  const name = cards.length === 1 ? 'Remove a card' : `Remove ${cards.length} cards`
  if (!editor.apply(name, [{ kind: 'remove-cards', cards }])) return
  editor.select(several([]))
  if (stop) editor.moveTo(stop.focus)
  editor.say(cards.length === 1 ? 'Card removed. Ctrl+Z brings it back.' : `${cards.length} cards removed. Ctrl+Z brings them back.`)
}

/** Another of each chosen card, right after it. */
export function duplicateChosen(editor: Editor): void {
  const made: CardId[] = []
  const edits = editor.chosen().flatMap((card): Edit[] => {
    const cell = stopOfCard(editor, card)?.cell
    const own = editor.store.card(card)
    if (!cell || !own) return []
    const newCard = newId<CardId>('card')
    made.push(newCard)
    const before = cell.cards[cell.cards.indexOf(card) + 1] ?? null
    return [{ kind: 'copy-card', card, newCard, place: { lane: own.lane, stage: own.stage, step: own.step ?? null, before } }]
  })
  if (edits.length > 0 && editor.apply(made.length === 1 ? 'Duplicate a card' : `Duplicate ${made.length} cards`, edits))
    editor.select(several(made))
}

export function moveCards(editor: Editor, cards: readonly CardId[], place: Place): boolean {
  if (cards.length === 0) return false
  return editor.apply(cards.length === 1 ? 'Move a card' : `Move ${cards.length} cards`, [{ kind: 'move-cards', cards, place }])
}

/** Moves the chosen cards one place: up and down within the cell and then to the next lane, left and right to the next column. */
export function nudge(editor: Editor, key: MoveKey): void {
  const cards = editor.chosen()
  const [first] = cards
  const last = cards.at(-1)
  const anchor = key === 'ArrowDown' || key === 'ArrowRight' ? last : first
  const here = anchor === undefined ? undefined : stopOfCard(editor, anchor)
  if (!here || anchor === undefined) return
  const index = here.cell.cards.indexOf(anchor)
  const sideways = key === 'ArrowLeft' || key === 'ArrowRight'
  if (!sideways) {
    const before =
      key === 'ArrowUp' ? here.cell.cards[index - 1] : index < here.cell.cards.length - 1 ? (here.cell.cards[index + 2] ?? null) : undefined
    if (before !== undefined) {
      if (moveCards(editor, cards, placeIn(editor, here.cell, before))) editor.say(`Moved ${key === 'ArrowUp' ? 'up' : 'down'}.`)
      return
    }
  }
  const cell = neighbourCell(editor, here, key)
  if (!cell) {
    editor.say('This is the edge of the map.')
    return
  }
  const before = key === 'ArrowDown' ? (cell.cards[0] ?? null) : null
  if (moveCards(editor, cards, placeIn(editor, cell, before))) editor.say(`Moved to ${cellName(editor, cell)}.`)
}

/** The cell beside, above or below, whether it holds cards or not. */
function neighbourCell(editor: Editor, here: Stop, key: MoveKey): GridCell | undefined {
  const side = key === 'ArrowLeft' || key === 'ArrowUp' ? -1 : 1
  const sideways = key === 'ArrowLeft' || key === 'ArrowRight'
  const row = editor.rows[here.row + (sideways ? 0 : side)]
  const columns = row?.stages.flatMap((stage) => (stage.steps.length > 0 ? stage.steps : [stage.whole]))
  return columns?.[here.column + (sideways ? side : 0)]
}

/** "Needs, Basket": where a cell is, in words. */
export function cellName(editor: Editor, cell: GridCell): string {
  const layout = editor.store.layout()
  const stage = layout.stages.find((one) => one.id === cell.stage)
  const step = stage?.steps.find((one) => one.id === cell.step)
  return [layout.lanes.find((one) => one.id === cell.lane)?.name, stage?.name, step?.name].filter(Boolean).join(', ')
}

/** The cell of that key, as it is drawn. */
export const cellOf = (editor: Editor, key: string): GridCell | undefined =>
  editor.rows.flatMap((row) => row.stages.flatMap((stage) => [...stage.steps, stage.whole])).find((cell) => cell.key === key)
