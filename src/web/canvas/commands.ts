import { addBelow, addCard, duplicateChosen, removeChosen } from './actions/card-actions.ts'
import { focusedStop } from './actions/clipboard.ts'
import { addLane, addStage } from './actions/structure-actions.ts'
import { zoomToChosen } from './actions/zoom.ts'
import type { Editor } from './editor.ts'
import { nothing, several } from './selection.ts'
import type { View } from './view-state.ts'

export interface Command {
  readonly name: string
  readonly keys: readonly string[]
  /** Missing: a key to know, not a command to choose. */
  readonly run?: (editor: Editor, view: View) => void
  /** Needs somebody who may change the map. */
  readonly edits?: true
}

/** Everything that the editor does with keys: for the command palette and the help. */
export const commands: readonly Command[] = [
  { name: 'Search in the map', keys: ['Ctrl', 'F'], run: (editor) => editor.openFind(true) },
  { name: 'From card to card', keys: ['←', '↑', '↓', '→'] },
  { name: 'Open a card: type in it, or see what it rests on', keys: ['Enter'] },
  { name: 'Details of the card', keys: ['i'], run: (editor) => editor.focus?.kind === 'card' && editor.onOpenCard(editor.focus.id) },
  { name: 'New card', keys: ['n'], edits: true, run: newCard },
  { name: 'New card below, while typing', keys: ['Ctrl', 'Enter'] },
  { name: 'Next card of the lane, while typing', keys: ['Tab'] },
  { name: 'Choose what an empty card is', keys: ['/'] },
  { name: 'Bold, italic', keys: ['Ctrl', 'B', 'I'] },
  { name: 'Choose or leave out a card', keys: ['Space'] },
  { name: 'Choose a range', keys: ['Shift', '←', '↑', '↓', '→'] },
  { name: 'Choose the whole lane', keys: ['Ctrl', 'A'] },
  { name: 'Choose every card', keys: [], run: (editor) => editor.select(several(everyCard(editor))) },
  { name: 'Choose nothing', keys: ['Esc'], run: (editor) => editor.select(nothing) },
  { name: 'Move the chosen cards', keys: ['Alt', '←', '↑', '↓', '→'] },
  { name: 'Move with the arrow keys', keys: ['m'], edits: true, run: startMoving },
  { name: 'Copy, cut, paste', keys: ['Ctrl', 'C', 'X', 'V'] },
  { name: 'Duplicate the chosen cards', keys: ['Ctrl', 'D'], edits: true, run: duplicateChosen },
  { name: 'Remove the chosen cards', keys: ['Delete'], edits: true, run: removeChosen },
  { name: 'Rename a stage, step or lane', keys: ['F2'] },
  { name: 'Undo', keys: ['Ctrl', 'Z'], edits: true, run: (editor) => editor.undo() },
  { name: 'Redo', keys: ['Ctrl', 'Shift', 'Z'], edits: true, run: (editor) => editor.redo() },
  { name: 'Add a stage', keys: [], edits: true, run: (editor) => addStage(editor, null) },
  { name: 'Add a notes lane', keys: [], edits: true, run: (editor) => addLane(editor, 'custom', null) },
  { name: 'Larger', keys: ['Ctrl', '+'], run: (_, view) => view.zoomBy(1) },
  { name: 'Smaller', keys: ['Ctrl', '−'], run: (_, view) => view.zoomBy(-1) },
  { name: 'As large as it is', keys: ['Ctrl', '0'], run: (_, view) => view.set({ zoom: 1 }) },
  { name: 'Fit to width', keys: ['Shift', '1'], run: (editor) => editor.fitWidth() },
  { name: 'Zoom to the chosen cards', keys: ['Shift', '2'], run: zoomToChosen },
  { name: 'Show or close the overview', keys: ['Shift', '3'], run: (_, view) => view.set({ overview: !view.state.overview }) },
  {
    name: 'Fold every lane, or open all',
    keys: [],
    run: (editor, view) =>
      view.set({ collapsedLanes: view.state.collapsedLanes.length > 0 ? [] : editor.store.layout().lanes.map((lane) => lane.id) }),
  },
]

function newCard(editor: Editor): void {
  const stop = focusedStop(editor)
  if (stop?.focus.kind === 'card') addBelow(editor, stop.focus.id)
  else if (stop) addCard(editor, stop.cell)
}

function startMoving(editor: Editor): void {
  if (editor.selection.cards.size === 0) editor.say('Choose cards first, then move them.')
  else editor.startMoving()
}

const everyCard = (editor: Editor) => editor.stops().flatMap((stop) => (stop.focus.kind === 'card' ? [stop.focus.id] : []))
