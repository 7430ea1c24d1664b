import type { Lane } from '../../../journey/map.ts'
import { CardButton } from './card-button.tsx'
import type { MapColumns, StageColumn } from './map-columns.ts'
import type { Cell, LaneRow } from './place-cards.ts'

export interface LaneCellsProps {
  readonly row: LaneRow | undefined
  readonly lane: Lane
  readonly columns: MapColumns
  readonly isFocusable: (id: string) => boolean
}

/** A lane's cells: cards of steps under their steps, and under them the cards that speak for the whole stage. */
export function LaneCells({ row, lane, columns, isFocusable }: LaneCellsProps) {
  return (row?.cells ?? []).map((cell, index) => {
    const column = columns.stages[index]
    return column ? <StageCell key={column.id} cell={cell} lane={lane} column={column} isFocusable={isFocusable} /> : null
  })
}

function StageCell({
  cell,
  lane,
  column,
  isFocusable,
}: {
  readonly cell: Cell
  readonly lane: Lane
  readonly column: StageColumn
  readonly isFocusable: (id: string) => boolean
}) {
  const inSteps = cell.steps.some((cards) => cards.length > 0)
  if (!inSteps && cell.whole.length === 0) {
    return (
      <div className="cell" style={{ width: column.width }}>
        <p className="cell-empty">{lane.hint}</p>
      </div>
    )
  }
  return (
    <div className="cell" style={{ width: column.width }}>
      {inSteps ? (
        <div className="cell-steps">
          {cell.steps.map((cards, place) => (
            <div key={column.steps[place]?.id ?? place} className="cell-step" style={{ width: column.steps[place]?.width }}>
              {cards.map((card) => (
                <CardButton key={card.id} card={card} focusable={isFocusable(card.id)} />
              ))}
            </div>
          ))}
        </div>
      ) : null}
      {cell.whole.length > 0 ? (
        <div
          className="cell-whole"
          style={{ '--columns': Math.max(1, Math.min(cell.whole.length, Math.floor(column.width / 176))) } as React.CSSProperties}
        >
          {cell.whole.map((card) => (
            <CardButton key={card.id} card={card} focusable={isFocusable(card.id)} />
          ))}
        </div>
      ) : null}
    </div>
  )
}
