import type { KeyboardEvent } from 'react'
import type { Editor } from '../editor.ts'
import { isMoveKey, moveStop } from '../grid-stops.ts'
import { extended, nothing, only, several, toggled } from '../selection.ts'
import { addBelow, addCard, duplicateChosen, nudge, removeChosen } from './card-actions.ts'
import { focusedStop } from './clipboard.ts'

/** What a key does on the grid while nothing is edited. True when it did something. */
export function pressOnGrid(editor: Editor, event: KeyboardEvent): boolean {
  const command = event.ctrlKey || event.metaKey
  if (editor.moving && !command) return moveOn(editor, event.key)
  if (isMoveKey(event.key)) {
    if (event.altKey) nudge(editor, event.key)
    else if (command) return false
    else walk(editor, event)
    return true
  }
  if (command) return withCommand(editor, event.key.toLowerCase())
  if (event.altKey) return false
  return plainKey(editor, event)
}

function walk(editor: Editor, event: KeyboardEvent): void {
  if (!isMoveKey(event.key)) return
  const stops = editor.stops()
  const next = moveStop(stops, editor.focus, event.key)
  if (!next) return
  editor.moveTo(next.focus)
  if (next.focus.kind === 'cell') editor.select(event.shiftKey ? editor.selection : nothing)
  else editor.select(event.shiftKey ? extended(editor.selection, next.focus.id, stops) : only(next.focus.id))
  editor.showFocus()
}

function withCommand(editor: Editor, key: string): boolean {
  const { focus } = editor
  if (key === 'a') {
    const here = focusedStop(editor)
    const lane = here ? editor.stops().filter((stop) => stop.row === here.row) : []
    editor.select(several(lane.flatMap((stop) => (stop.focus.kind === 'card' ? [stop.focus.id] : []))))
    editor.say(`${editor.selection.cards.size} cards chosen.`)
    return true
  }
  if (key === 'd') duplicateChosen(editor)
  else if (key === 'enter' && focus?.kind === 'card') addBelow(editor, focus.id)
  else return false
  return true
}

function plainKey(editor: Editor, event: KeyboardEvent): boolean {
  const { focus } = editor
  switch (event.key) {
    case 'Enter':
    case 'F2':
      return open(editor)
    case ' ':
      if (focus?.kind !== 'card') return false
      editor.select(toggled(editor.selection, focus.id))
      return true
    case 'Delete':
    case 'Backspace':
      if (editor.selection.cards.size === 0) return false
      removeChosen(editor)
      return true
    case 'n':
      if (focus?.kind === 'card') addBelow(editor, focus.id)
      else return open(editor)
      return true
    case 'i':
      if (focus?.kind === 'card') editor.onOpenCard(focus.id)
      return focus?.kind === 'card'
    case 'm':
      if (!editor.canEdit || editor.selection.cards.size === 0) return false
      editor.startMoving()
      return true
    case 'Escape':
      if (editor.selection.cards.size === 0) return false
      editor.select(nothing)
      return true
    default:
      return false
  }
}

/** Opens what has the focus: a text to type, a computed card's panel, an empty cell's first card. */
function open(editor: Editor): boolean {
  const { focus } = editor
  if (focus?.kind === 'card') {
    if (editor.canEdit && editor.store.card(focus.id)?.body.kind === 'text') editor.edit({ kind: 'card', id: focus.id })
    else editor.onOpenCard(focus.id)
    return true
  }
  const stop = focusedStop(editor)
  if (stop && editor.canEdit) addCard(editor, stop.cell)
  return stop !== undefined
}

function moveOn(editor: Editor, key: string): boolean {
  if (isMoveKey(key)) nudge(editor, key)
  else if (key === 'Enter' || key === 'Escape' || key === 'm') {
    editor.moving = false
    editor.say('Moving ended. Ctrl+Z takes moves back.')
  } else return false
  return true
}
