import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'
import type { DrawnCurve as Curve, Stage, StepId } from '../../../journey/map.ts'
import type { MapColumns } from '../../features/map/map-columns.ts'
import { formatScore } from '../../../exports/format.ts'
import { useEditor } from '../editor-context.tsx'

export interface DrawnCurveProps {
  readonly curve: Curve | undefined
  readonly persona: string | null
  readonly stages: readonly Stage[]
  readonly columns: MapColumns
  readonly height: number
}
const best = 12

/** What people believe the customer feels, one point a step: dragged up and down, or moved with the arrow keys; Delete takes it away. */
export function DrawnCurve({ curve, persona, stages, columns, height }: DrawnCurveProps) {
  const editor = useEditor()
  const worst = height - 20
  const [held, setHeld] = useState<{ readonly step: string; readonly value: number } | undefined>()
  const values = new Map<string, number>(curve?.points.map((point) => [point.step, point.value]))
  if (held) values.set(held.step, held.value)
  const places = stages.flatMap((stage, index) => {
    const column = columns.stages[index]
    return stage.steps.flatMap((step, place) => {
      const own = column?.steps[place]
      return column && own
        ? [{ id: step.id, name: `${stage.name}, ${step.name}`, x: column.x + own.x + own.width / 2, value: values.get(step.id) }]
        : []
    })
  })
  const y = (value: number): number => best + ((1 - value) / 2) * (worst - best)
  const known = places.flatMap((place) => (place.value === undefined ? [] : [`${place.x},${y(place.value)}`]))
  const set = (step: StepId, value: number | null): void =>
    void editor.apply('Draw the emotion curve', [{ kind: 'draw-emotion', persona, step, value }])
  return (
    <svg
      className="drawn-curve"
      width={columns.width}
      height={height}
      role="group"
      aria-label="Emotion as people believe it, drawn by hand"
    >
      {known.length > 1 ? <polyline points={known.join(' ')} /> : null}
      {places.map((place) =>
        place.value === undefined && !editor.canEdit ? null : (
          <Handle
            key={place.id}
            place={place}
            y={y(place.value ?? 0)}
            scale={worst - best}
            onHold={(value) => setHeld(value === undefined ? undefined : { step: place.id, value })}
            onSet={(value) => set(place.id, value)}
            canEdit={editor.canEdit}
          />
        ),
      )}
    </svg>
  )
}

interface HandleProps {
  readonly place: { readonly name: string; readonly x: number; readonly value: number | undefined }
  readonly y: number
  readonly scale: number
  readonly canEdit: boolean
  readonly onHold: (value: number | undefined) => void
  readonly onSet: (value: number | null) => void
}
function Handle({ place, y, scale, canEdit, onHold, onSet }: HandleProps) {
  const from = useRef<{ readonly y: number; readonly value: number } | undefined>(undefined)
  const now = place.value ?? 0
  const at = (event: PointerEvent): number => clamp((from.current?.value ?? 0) - ((event.clientY - (from.current?.y ?? 0)) / scale) * 2)
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = { ArrowUp: 0.1, ArrowRight: 0.1, ArrowDown: -0.1, ArrowLeft: -0.1, PageUp: 0.5, PageDown: -0.5 }[event.key]
    if (by !== undefined) onSet(clamp(now + by))
    else if (event.key === 'Home') onSet(-1)
    else if (event.key === 'End') onSet(1)
    else if (event.key === 'Delete' || event.key === 'Backspace') onSet(null)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <circle
      className="drawn-point"
      data-set={place.value !== undefined || undefined}
      cx={place.x}
      cy={y}
      r={6}
      role="slider"
      aria-label={`Emotion at ${place.name}`}
      aria-valuemin={-1}
      aria-valuemax={1}
      aria-valuenow={now}
      aria-valuetext={place.value === undefined ? 'not drawn' : formatScore(now)}
      aria-disabled={!canEdit || undefined}
      tabIndex={canEdit ? 0 : -1}
      onKeyDown={canEdit ? onKeyDown : undefined}
      onPointerDown={(event) => {
        if (!canEdit) return
        from.current = { y: event.clientY, value: now }
        event.currentTarget.setPointerCapture(event.pointerId)
      }}
      onPointerMove={(event) => from.current && onHold(at(event))}
      onPointerUp={(event) => {
        if (!from.current) return
        const value = at(event)
        from.current = undefined
        onHold(undefined)
        onSet(value)
      }}
    >
      <title>
        {place.value === undefined ? `Drag to draw how it feels at ${place.name}` : `${place.name}: ${formatScore(now)}, drawn by hand`}
      </title>
    </circle>
  )
}

/** To two decimals, within −1 and +1. */
const clamp = (value: number): number => Math.round(Math.min(1, Math.max(-1, value)) * 100) / 100
