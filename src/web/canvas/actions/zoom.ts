import type { Editor } from '../editor.ts'
import type { View } from '../view-state.ts'

const smallest = 0.3
const largest = 2
/** A zoom that the sheet can be drawn at. */
export const clampZoom = (zoom: number): number => Math.min(largest, Math.max(smallest, Math.floor(zoom * 100) / 100))

/** Makes the chosen cards, or the one with the focus, as large as the screen allows, and shows them. */
export function zoomToChosen(editor: Editor, view: View): void {
  const chosen = editor.chosen()
  const ids = chosen.length > 0 ? chosen : editor.focus?.kind === 'card' ? [editor.focus.id] : []
  const boxes = ids.flatMap((id) => document.getElementById(`card-${id}`)?.getBoundingClientRect() ?? [])
  const screen = document.querySelector('.map-scroll')?.getBoundingClientRect()
  const [first] = ids
  if (boxes.length === 0 || !screen || first === undefined) {
    editor.say('Choose cards first, then zoom to them.')
    return
  }
  const width = Math.max(...boxes.map((box) => box.right)) - Math.min(...boxes.map((box) => box.x))
  const height = Math.max(...boxes.map((box) => box.bottom)) - Math.min(...boxes.map((box) => box.y))
  const factor = Math.min((screen.width * 0.8) / width, (screen.height * 0.6) / height)
  view.set({ zoom: clampZoom(view.state.zoom * factor) })
  const middle = ids[Math.floor(ids.length / 2)] ?? first
  requestAnimationFrame(() => document.getElementById(`card-${middle}`)?.scrollIntoView({ block: 'center', inline: 'center' }))
}
