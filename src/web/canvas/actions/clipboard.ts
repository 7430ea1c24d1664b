import { cardFace } from '../../../exports/card-face.ts'
import type { Edit, OwnBody } from '../../../journey/edit.ts'
import type { Card, CardId } from '../../../journey/map.ts'
import { request } from '../../api/request.ts'
import type { Editor } from '../editor.ts'
import type { GridCell } from '../grid-rows.ts'
import type { Stop } from '../grid-stops.ts'
import { newId } from '../new-id.ts'
import { only, several } from '../selection.ts'
import { largestPaste } from '../text/clean-paste.ts'
import { readTsv, writeTsv } from '../tsv.ts'
import { addPictures } from './add-picture.ts'
import { placeIn, removeChosen, stopOfCard } from './card-actions.ts'

const plainCardsType = 'application/x-wend-cards'
const evidenceSign = 'wend-evidence:'

interface CopiedCard {
  readonly row: number
  readonly column: number
  readonly body: OwnBody
}

/** Puts the chosen cards on the clipboard: as a table for spreadsheets, and as cards for this and other maps. */
export function copyChosen(editor: Editor, data: DataTransfer): boolean {
  const stops = editor.stops().filter((stop) => stop.focus.kind === 'card' && editor.selection.cards.has(stop.focus.id))
  if (stops.length === 0) return false
  const rows = [...new Set(stops.map((stop) => stop.row))]
  const columns = [...new Set(stops.map((stop) => stop.column))].toSorted((a, b) => a - b)
  const cards = stops.flatMap((stop): (CopiedCard & { readonly card: Card })[] => {
    const card = stop.focus.kind === 'card' ? editor.store.card(stop.focus.id) : undefined
    return card ? [{ row: rows.indexOf(stop.row), column: columns.indexOf(stop.column), body: ownBodyOf(card), card }] : []
  })
  const table = rows.map((_, row) =>
    columns.map((__, column) => cards.flatMap((one) => (one.row === row && one.column === column ? [wordsOf(one.card)] : [])).join('\n')),
  )
  data.setData('text/plain', writeTsv(table))
  data.setData(plainCardsType, JSON.stringify(cards.map(({ row, column, body }) => ({ row, column, body }))))
  return true
}

export function cutChosen(editor: Editor, data: DataTransfer): boolean {
  if (!copyChosen(editor, data)) return false
  removeChosen(editor)
  return true
}

/** A computed number cannot go to another map as a number: its words go. */
function ownBodyOf(card: Card): OwnBody {
  const { body } = card
  if (body.kind === 'text' || body.kind === 'image') return body
  if (card.evidence.length === 0 && (body.kind === 'kpi' || body.kind === 'touchpoint')) return body
  return { kind: 'text', text: wordsOf(card) }
}

const wordsOf = (card: Card): string => {
  const face = cardFace(card)
  return [face.title, face.figure].filter(Boolean).join(' ')
}

/** Pastes at the focus: evidence onto the card, cards or a table of cells from there to the right and down, or a text as a card. */
export function pasteAt(editor: Editor, data: DataTransfer, mapId: string): boolean {
  const stop = focusedStop(editor)
  if (!stop) return false
  const files = Array.from(data.files)
  if (files.length > 0 && data.getData('text/html') === '') {
    void addPictures(editor, stop.cell, files)
    return true
  }
  const text = data.getData('text/plain')
  if (text.length > largestPaste) {
    editor.say('That is too much for a map. Import it as data, or keep it as a research note.', true)
    return true
  }
  if (text.startsWith(evidenceSign)) {
    if (stop.focus.kind === 'card')
      void citeEvidence(editor, { mapId, card: stop.focus.id, payload: parse(text.slice(evidenceSign.length)) })
    else editor.say('Evidence goes onto a card. Choose one, then paste.', true)
    return true
  }
  const own = data.getData(plainCardsType)
  const cards = own === '' ? tableCards(text) : ((parse(own) ?? []) as readonly CopiedCard[])
  return cards.length > 0 && pasteCards(editor, stop, cards)
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Each filled cell of a table as a text card; a text without tabs is one card. */
export function tableCards(text: string): readonly CopiedCard[] {
  if (text.trim() === '') return []
  if (!text.includes('\t')) return [{ row: 0, column: 0, body: { kind: 'text', text: text.replaceAll('\r\n', '\n').trim() } }]
  return readTsv(text).flatMap((cells, row) =>
    cells.flatMap((cell, column) => (cell.trim() === '' ? [] : [{ row, column, body: { kind: 'text' as const, text: cell.trim() } }])),
  )
}

function pasteCards(editor: Editor, from: Stop, cards: readonly CopiedCard[]): boolean {
  const made: CardId[] = []
  let outside = 0
  const edits = cards.flatMap((one): Edit[] => {
    const cell = cellAt(editor, from, one)
    if (!cell) {
      outside++
      return []
    }
    const card = newId<CardId>('card')
    made.push(card)
    const before = cell === from.cell && from.focus.kind === 'card' ? (cell.cards[cell.cards.indexOf(from.focus.id) + 1] ?? null) : null
    return [{ kind: 'add-card', card, place: placeIn(editor, cell, before), body: one.body }]
  })
  if (edits.length === 0 || !editor.apply(made.length === 1 ? 'Paste a card' : `Paste ${made.length} cards`, edits)) return true
  editor.select(several(made))
  const [first] = made
  if (first) editor.moveTo({ kind: 'card', id: first })
  if (outside > 0)
    editor.say(`${outside} cells lie beyond the edge of the map and were left out. Add lanes or steps, then paste again.`, true)
  return true
}

/** The cell so many lanes down and columns right of a stop. */
function cellAt(editor: Editor, from: Stop, by: { readonly row: number; readonly column: number }): GridCell | undefined {
  if (by.row === 0 && by.column === 0) return from.cell
  const row = editor.rows[from.row + by.row]
  const cells = row?.stages.flatMap((stage) => (stage.steps.length > 0 ? stage.steps : [stage.whole]))
  return cells?.[from.column + by.column]
}

export function focusedStop(editor: Editor): Stop | undefined {
  const { focus } = editor
  if (!focus) return undefined
  return focus.kind === 'card'
    ? stopOfCard(editor, focus.id)
    : editor.stops().find((stop) => stop.focus.kind === 'cell' && stop.focus.key === focus.key)
}

interface Citing {
  readonly mapId: string
  readonly card: CardId
  readonly payload: unknown
}
/** Asks the server to verify the evidence and put it on the card. */
export async function citeEvidence(editor: Editor, { mapId, card, payload }: Citing): Promise<void> {
  try {
    await request(`/maps/${mapId}/cards/${encodeURIComponent(card)}/evidence`, { method: 'POST', body: payload })
    editor.select(only(card))
    editor.say('Evidence is on the card.')
  } catch (error) {
    editor.say(error instanceof Error ? error.message : 'The evidence could not be put on the card.', true)
  }
}
