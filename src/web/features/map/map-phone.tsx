import { Plus } from 'lucide-react'
import { useMemo, useRef } from 'react'
import { hasGoal, stageFigures } from '../../../exports/map-words.ts'
import { stageMoods } from '../../../exports/stage-mood.ts'
import type { CardId, JourneyMap, Lane, Stage } from '../../../journey/map.ts'
import { EmotionCurve } from '../../charts/emotion-curve.tsx'
import { River } from '../../charts/river.tsx'
import { newBody } from '../../canvas/actions/card-actions.ts'
import { useEditor, useSignal } from '../../canvas/editor-context.tsx'
import { newId } from '../../canvas/new-id.ts'
import { Button } from '../../ui/button.tsx'
import { useWidth } from '../../ui/use-width.ts'
import { CardButton } from './card-button.tsx'
import { CardGrid } from './card-grid.tsx'
import { emotionColumns, pointName } from './emotion-columns.ts'
import { mapColumns } from './map-columns.ts'
import type { MapActions } from './map-body.tsx'
import { placeCards, type LaneRow } from './place-cards.ts'

/** The map on a phone: the river in small, then one stage after the other, to be swiped. */
export function MapPhone({ map, actions }: { readonly map: JourneyMap; readonly actions: MapActions }) {
  const rows = useMemo(() => placeCards(map), [map])
  const pages = useRef<HTMLDivElement>(null)
  const show = (index: number): void =>
    pages.current?.children[index]?.scrollIntoView({ behavior: 'smooth', block: 'nearest', inline: 'start' })
  return (
    <div className="map-phone">
      <Overview map={map} actions={actions} />
      <nav className="stage-jumps" aria-label="Stages">
        {map.stages.map((stage, index) => (
          <button key={stage.id} type="button" className="chip" onClick={() => show(index)}>
            {stage.name}
          </button>
        ))}
      </nav>
      <CardGrid rows={rows} onOpenCard={actions.openCard}>
        {(isFocusable) => (
          <div className="stage-pages" ref={pages} tabIndex={0} role="group" aria-label="Stages side by side">
            {map.stages.map((stage, index) => (
              <StagePage
                key={stage.id}
                map={map}
                stage={stage}
                index={index}
                rows={rows}
                isFocusable={isFocusable}
                onAdded={actions.openCard}
              />
            ))}
          </div>
        )}
      </CardGrid>
    </div>
  )
}

function Overview({ map, actions }: { readonly map: JourneyMap; readonly actions: MapActions }) {
  const [ref, width] = useWidth<HTMLDivElement>()
  const moods = useMemo(() => stageMoods(map), [map])
  const drawn = Math.max(width, map.stages.length * 96)
  const riverBox = useMemo(() => ({ width: drawn, height: 150, goal: hasGoal(map) }), [drawn, map])
  const emotionBox = useMemo(() => {
    const each = drawn / Math.max(1, map.stages.length)
    const plain = mapColumns(map.stages, drawn)
    const columns = {
      width: drawn,
      stages: plain.stages.map((stage, index) => ({
        id: stage.id,
        x: index * each,
        width: each,
        steps: stage.steps.map((step, place) => ({
          id: step.id,
          x: (place * each) / stage.steps.length,
          width: each / stage.steps.length,
        })),
      })),
    }
    return { width: drawn, height: 90, columns: emotionColumns(map, columns) }
  }, [map, drawn])
  return (
    <div ref={ref} className="phone-overview" tabIndex={0} role="group" aria-label="River and emotion">
      {width === 0 ? null : (
        <div style={{ width: drawn }}>
          <div className="phone-heads" style={{ gridTemplateColumns: `repeat(${map.stages.length}, 1fr)` }}>
            {map.stages.map((stage) => (
              <span key={stage.id}>{stage.name}</span>
            ))}
          </div>
          {map.river ? (
            <River
              river={map.river}
              stages={map.stages}
              box={riverBox}
              feelings={moods}
              onOpenStream={actions.openStream}
              onOpenStage={actions.openStage}
            />
          ) : null}
          {map.emotion?.points.some((point) => point.n > 0) ? (
            <EmotionCurve curve={map.emotion} box={emotionBox} nameOf={(point) => pointName(map, point)} />
          ) : null}
        </div>
      )}
    </div>
  )
}

interface StagePageProps {
  readonly map: JourneyMap
  readonly stage: Stage
  readonly index: number
  readonly rows: readonly LaneRow[]
  readonly isFocusable: (id: string) => boolean
  readonly onAdded: (card: CardId) => void
}
function StagePage({ map, stage, index, rows, isFocusable, onAdded }: StagePageProps) {
  return (
    <section className="stage-page" aria-label={stage.name}>
      <h2>{stage.name}</h2>
      <p className="stage-figures numeric">
        {stageFigures(stage.numbers, hasGoal(map)).map((figure) => (
          <span key={figure.caption} data-bad={figure.bad || undefined}>
            <b>{figure.value}</b> {figure.caption}
          </span>
        ))}
      </p>
      {map.lanes.map((lane, place) => {
        const cell = rows[place]?.cells[index]
        const cards = cell ? [...cell.steps.flat(), ...cell.whole] : []
        return (
          <section key={lane.id} className="phone-lane" data-kind={lane.kind} aria-label={`${lane.name} in ${stage.name}`}>
            <h3>{lane.name}</h3>
            {cards.length === 0 ? (
              <p className="cell-empty">{lane.hint}</p>
            ) : (
              cards.map((card) => <CardButton key={card.id} card={card} focusable={isFocusable(card.id)} />)
            )}
            <AddOnPhone lane={lane} stage={stage} onAdded={onAdded} />
          </section>
        )
      })}
    </section>
  )
}

interface AddOnPhoneProps {
  readonly lane: Lane
  readonly stage: Stage
  readonly onAdded: (card: CardId) => void
}
/** A new card for the whole stage, opened at once to be written. */
function AddOnPhone({ lane, stage, onAdded }: AddOnPhoneProps) {
  const editor = useEditor()
  useSignal(editor, 'mode')
  if (!editor.canEdit) return null
  const add = (): void => {
    const card = newId<CardId>('card')
    const place = { lane: lane.id, stage: stage.id, step: null, before: null }
    if (editor.apply('New card', [{ kind: 'add-card', card, place, body: newBody(lane.kind) }])) onAdded(card)
  }
  return (
    <Button small look="quiet" className="phone-add" aria-label={`Add: ${lane.name} in ${stage.name}`} onPress={add}>
      <Plus size={14} aria-hidden />
      Add
    </Button>
  )
}
