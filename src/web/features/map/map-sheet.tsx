import { useMemo, type CSSProperties } from 'react'
import { hasGoal, stageFigures } from '../../../exports/map-words.ts'
import { stageMoods } from '../../../exports/stage-mood.ts'
import type { JourneyMap, Lane, Stage } from '../../../journey/map.ts'
import { EmotionCurve } from '../../charts/emotion-curve.tsx'
import { River } from '../../charts/river.tsx'
import { useWidth } from '../../ui/use-width.ts'
import { CardGrid } from './card-grid.tsx'
import { emotionColumns, pointName } from './emotion-columns.ts'
import { headLines } from './head-lines.ts'
import { LaneCells } from './lane-cells.tsx'
import { mapColumns, overviewColumns, stageGap, stepsFit, type MapColumns } from './map-columns.ts'
import type { MapActions } from './map-page.tsx'
import type { MapSearch } from './map-search.ts'
import { placeCards, withoutSteps } from './place-cards.ts'

const headWidth = 124
const riverHeight = 190
const emotionHeight = 116

/** The map on a wide screen: stages across, the river and the curve on top, lanes below, heads that stay. */
export function MapSheet({
  map,
  detail,
  actions,
}: {
  readonly map: JourneyMap
  readonly detail: MapSearch['detail']
  readonly actions: MapActions
}) {
  const [ref, width] = useWidth<HTMLDivElement>()
  const room = Math.max(0, width - headWidth - 2)
  const steps = detail === undefined ? stepsFit(map.stages, room) : detail === 'steps'
  const columns = useMemo(() => (steps ? mapColumns(map.stages, room) : overviewColumns(map.stages, room)), [map.stages, room, steps])
  const lines = useMemo(() => headLines(map.stages, columns, hasGoal(map)), [map, columns])
  const rows = useMemo(() => (steps ? placeCards(map) : withoutSteps(placeCards(map))), [map, steps])
  return (
    <div className="map-scroll" ref={ref} tabIndex={-1}>
      {width === 0 ? null : (
        <div
          className="map-sheet"
          data-heads={lines >= 3 ? 'stacked' : 'wrapped'}
          style={{ width: Math.max(width, columns.width + headWidth), '--figure-lines': lines } as CSSProperties}
        >
          <StageHeads map={map} columns={columns} onOpen={actions.openStage} />
          <RiverRow map={map} columns={columns} actions={actions} />
          <EmotionRow map={map} columns={columns} />
          {steps ? <StepHeads stages={map.stages} columns={columns} /> : null}
          <CardGrid rows={rows} onOpenCard={actions.openCard}>
            {(isFocusable) =>
              map.lanes.map((lane, index) => (
                <section key={lane.id} className="lane" data-kind={lane.kind} aria-label={lane.name}>
                  <LaneHead lane={lane} />
                  <LaneCells row={rows[index]} lane={lane} columns={columns} isFocusable={isFocusable} />
                </section>
              ))
            }
          </CardGrid>
        </div>
      )}
    </div>
  )
}

function LaneHead({ lane }: { readonly lane: Lane }) {
  return (
    <header className="lane-head">
      <h2>{lane.name}</h2>
    </header>
  )
}

function StageHeads({
  map,
  columns,
  onOpen,
}: {
  readonly map: JourneyMap
  readonly columns: MapColumns
  readonly onOpen: (stage: Stage) => void
}) {
  return (
    <div className="stage-heads">
      <div className="lane-head corner" />
      {map.stages.map((stage, index) => (
        <div key={stage.id} className="stage-head" style={{ width: columns.stages[index]?.width }}>
          <button type="button" className="stage-name" title={`${stage.purpose}\n${stage.rule}`.trim()} onClick={() => onOpen(stage)}>
            {stage.name}
          </button>
          <p className="stage-figures numeric">
            {stageFigures(stage.numbers, hasGoal(map)).map((figure) => (
              <span key={figure.caption} data-bad={figure.bad || undefined} title={figure.said}>
                <b>{figure.value}</b> {figure.caption}
              </span>
            ))}
          </p>
        </div>
      ))}
    </div>
  )
}

function StepHeads({ stages, columns }: { readonly stages: readonly Stage[]; readonly columns: MapColumns }) {
  return (
    <div className="step-heads">
      <div className="lane-head corner" />
      {stages.map((stage, index) => (
        <div key={stage.id} className="step-heads-stage" style={{ width: columns.stages[index]?.width }}>
          {stage.steps.map((step, place) => (
            <span
              key={step.id}
              className="step-head"
              style={{ width: columns.stages[index]?.steps[place]?.width }}
              title={step.touchpoints.join(', ')}
            >
              {step.name}
            </span>
          ))}
        </div>
      ))}
    </div>
  )
}

function RiverRow({ map, columns, actions }: { readonly map: JourneyMap; readonly columns: MapColumns; readonly actions: MapActions }) {
  const moods = useMemo(() => stageMoods(map), [map])
  const box = useMemo(
    () => ({
      width: columns.width,
      height: riverHeight,
      goal: hasGoal(map),
      columns: columns.stages.map((stage) => ({ x: stage.x, width: stage.width - stageGap })),
    }),
    [columns, map],
  )
  if (!map.river || map.river.ribbons.length === 0) return null
  return (
    <section className="drawn-row" aria-label="River">
      <header className="lane-head">
        <h2>River</h2>
        <p>Width: journeys. Colour: how they feel.</p>
      </header>
      <River
        river={map.river}
        stages={map.stages}
        box={box}
        feelings={moods}
        onOpenStream={actions.openStream}
        onOpenStage={actions.openStage}
      />
    </section>
  )
}

function EmotionRow({ map, columns }: { readonly map: JourneyMap; readonly columns: MapColumns }) {
  const box = useMemo(() => ({ width: columns.width, height: emotionHeight, columns: emotionColumns(map, columns) }), [map, columns])
  if (!map.emotion || !map.emotion.points.some((point) => point.n > 0)) return null
  return (
    <section className="drawn-row" aria-label="Emotion">
      <header className="lane-head">
        <h2>Emotion</h2>
        <p>Mean score with its 95 % band. Hollow: too few.</p>
      </header>
      <EmotionCurve curve={map.emotion} box={box} nameOf={(point) => pointName(map, point)} />
    </section>
  )
}
