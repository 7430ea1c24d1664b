import { Plus } from 'lucide-react'
import { memo, type CSSProperties } from 'react'
import type { Lane } from '../../../journey/map.ts'
import type { MapColumns, StageColumn } from '../../features/map/map-columns.ts'
import { addCard, cellName } from '../actions/card-actions.ts'
import { choosePicture } from '../actions/pictures.ts'
import { useEditor, useSignal, useView } from '../editor-context.tsx'
import type { GridCell, GridRow, GridStage } from '../grid-rows.ts'
import { placeKey } from '../signals.ts'
import { CardView } from './card-view.tsx'
import { LaneHead } from './heads.tsx'

export interface LaneViewProps {
  readonly row: GridRow
  readonly columns: MapColumns
  readonly folded: boolean
  readonly canEdit: boolean
}

/** One lane: its head, and the cells of every stage. Off screen the browser lays it out only when needed. */
export const LaneView = memo(function LaneView({ row, columns, folded, canEdit }: LaneViewProps) {
  const view = useView()
  const { lane } = row
  const count = row.stages.reduce(
    (sum, stage) => sum + [...stage.steps, stage.whole].reduce((cards, cell) => cards + cell.cards.length, 0),
    0,
  )
  return (
    <section className="lane" data-kind={lane.kind} data-lane={lane.id} data-folded={folded || undefined} aria-label={lane.name}>
      <LaneHead lane={lane} />
      {folded ? (
        <button type="button" className="lane-folded" onClick={() => view.toggle('collapsedLanes', lane.id)}>
          {count === 1 ? '1 card, folded' : `${count} cards, folded`}
        </button>
      ) : (
        row.stages.map((stage, index) => {
          const column = columns.stages[index]
          return column ? <StageCells key={stage.stage} stage={stage} lane={lane} column={column} canEdit={canEdit} /> : null
        })
      )}
    </section>
  )
})

interface StageCellsProps {
  readonly stage: GridStage
  readonly lane: Lane
  readonly column: StageColumn
  readonly canEdit: boolean
}
const StageCells = memo(function StageCells({ stage, lane, column, canEdit }: StageCellsProps) {
  const nothing = [...stage.steps, stage.whole].every((cell) => cell.cards.length === 0)
  const hint = nothing ? lane.hint : ''
  const across = Math.max(1, Math.min(stage.whole.cards.length, Math.floor(column.width / 176)))
  if (column.width < 60) return <div className="cell cell-folded" style={{ width: column.width }} data-count={stage.whole.cards.length} />
  return (
    <div className="cell" style={{ width: column.width }}>
      {stage.steps.length > 0 ? (
        <div className="cell-steps">
          {stage.steps.map((cell, index) => (
            <CellView
              key={cell.key}
              cell={cell}
              lane={lane}
              width={column.steps[index]?.width}
              hint={index === 0 ? hint : ''}
              canEdit={canEdit}
            />
          ))}
        </div>
      ) : null}
      {stage.steps.length === 0 || stage.whole.cards.length > 0 ? (
        <CellView cell={stage.whole} lane={lane} hint={hint} across={across} canEdit={canEdit} />
      ) : null}
    </div>
  )
})

interface CellViewProps {
  readonly cell: GridCell
  readonly lane: Lane
  readonly hint: string
  readonly canEdit: boolean
  readonly width?: number | undefined
  /** How many cards stand side by side; missing: one. */
  readonly across?: number
}
/** The cards of one place, and room for another. */
const CellView = memo(function CellView({ cell, lane, hint, canEdit, width, across }: CellViewProps) {
  return (
    <div
      className={across === undefined ? 'cell-step' : 'cell-whole'}
      data-cell={cell.key}
      style={{ width, '--columns': across } as CSSProperties}
    >
      {cell.cards.length === 0 ? <EmptyCell cell={cell} hint={hint} canEdit={canEdit} /> : null}
      {cell.cards.map((id) => (
        <CardView key={id} id={id} />
      ))}
      {canEdit ? <AddButton cell={cell} lane={lane} /> : null}
    </div>
  )
})

function EmptyCell({ cell, hint, canEdit }: { readonly cell: GridCell; readonly hint: string; readonly canEdit: boolean }) {
  const editor = useEditor()
  useSignal(editor, placeKey(cell.key))
  const focused = editor.focus?.kind === 'cell' && editor.focus.key === cell.key
  return (
    <div
      className="cell-empty"
      data-empty={cell.key}
      role="group"
      tabIndex={focused ? 0 : -1}
      aria-label={`Nothing in ${cellName(editor, cell)}${canEdit ? '. Enter adds a card' : ''}`}
    >
      {hint}
    </div>
  )
}

function AddButton({ cell, lane }: { readonly cell: GridCell; readonly lane: Lane }) {
  const editor = useEditor()
  const add = (): void => {
    if (lane.kind !== 'images') addCard(editor, cell)
    else
      choosePicture(
        (image, alt) => addCard(editor, cell, { body: { kind: 'image', image, alt } }),
        (problem) => editor.say(problem, true),
      )
  }
  return (
    <button type="button" className="cell-add" tabIndex={-1} aria-label={`Add a card to ${lane.name}`} onClick={add}>
      <Plus size={12} aria-hidden />
    </button>
  )
}
